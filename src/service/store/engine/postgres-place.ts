import type { Pool, PoolClient } from 'pg';
import type { Statement } from './database';
import { EngineUnfit } from './engine-state';
import { type SchemaRow, selectSchema } from './find-schema';
import { isStatementLost, sqlState } from './sql-state';

/** Named as statements are, so that a pooler that loses those loses this one. */
export const probe: Statement = { name: 'probe-pooler', text: 'select pg_catalog.pg_backend_pid() as pid' };

/**
 * What is found out once about a server: where the tables are, and that prepared statements last, which an old pooler in
 * between forgets.
 * @throws EngineUnfit; the error of the server or of the connection.
 */
export async function findPostgresPlace(pool: Pool, client: PoolClient, giveUpAfter: number): Promise<SchemaRow> {
  try {
    await probePooler(pool, client, giveUpAfter);
    const [row] = await ask<SchemaRow>(client, selectSchema, giveUpAfter);
    if (!row) throw new Error('The schema of the tables was not told.');
    if (row.is_ambiguous) throw new EngineUnfit(severalSchemas);
    return row;
  } catch (error) {
    if (isStatementLost(error)) throw new EngineUnfit(oldPooler, { cause: error });
    throw error;
  }
}

const oldPooler =
  'A pooler in front of PostgreSQL loses prepared statements. PgBouncer that pools by transaction keeps them from 1.21 on, with max_prepared_statements above 0: update and set it, or let it pool by session, or name the server itself in DATABASE_URL.';

const severalSchemas =
  'Several schemas of the database hold tables of this service. Say which ones are meant: alter role ... set search_path = ...';

/**
 * Whoever is asked directly has told its own process id at the start; a pooler makes one up. Behind a pooler the next
 * connection is most often given the server's connection that was used last, and the same name is taken there.
 */
async function probePooler(pool: Pool, client: PoolClient, giveUpAfter: number): Promise<void> {
  const [told] = await ask<{ pid: number }>(client, probe, giveUpAfter);
  if (told?.pid === Reflect.get(client, 'processID') || pool.options.max === 1) return;
  const other = await pool.connect();
  try {
    await ask(other, probe, giveUpAfter);
    other.release();
  } catch (error) {
    other.release(sqlState(error) === null || isStatementLost(error));
    throw error;
  }
}

async function ask<Row>(client: PoolClient, { name, text }: Statement, giveUpAfter: number): Promise<Row[]> {
  const config = { name, text, query_timeout: giveUpAfter };
  return (await client.query(config)).rows;
}
