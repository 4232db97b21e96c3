import { DatabaseError, Pool, type PoolClient } from 'pg';
import { StoreUnavailable } from '../../errors/store-unavailable';
import type { Database, Parameter, Statement, Transaction, TransactionLimits } from './database';
import { type PostgresOptions, toPoolConfig } from './postgres-options';
import { retryConflicts } from './retry-conflicts';
import { describeAbsence, isConnectionLost } from './sql-state';

/** Milliseconds over the server's own time limit after which it is not waited for any longer: it may hang as a whole. */
const hangGraceMs = 2_000;

/**
 * A PostgreSQL server, version 15 or later, or an engine that speaks as one. Connections are opened when they are
 * needed, so that this does not wait; a server that is away is found again by itself.
 * @throws CertificateUnusable
 */
export function openPostgres(options: PostgresOptions): Database {
  const pool = new Pool(toPoolConfig(options));
  // An error between two statements: the connection is lost, which the pool or the next statement finds by itself.
  // Without a listener each such event would end the process.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  const giveUpAfter = options.statementTimeout + hangGraceMs;
  let ending: Promise<void> | null = null;

  return {
    kind: 'postgresql',
    query: (statement, parameters) =>
      retryConflicts(() => withClient(pool, (client) => query(client, statement, parameters, giveUpAfter))),
    transaction: (work, limits = {}) =>
      retryConflicts(() => withClient(pool, (client) => transact(client, work, giveUpAfter, limits))),
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    clearTraces: async () => {},
    close: () => {
      ending ??= pool.end();
      return ending;
    },
  };
}

async function withClient<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await connect(pool);
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(client.getTransactionStatus() !== 'I' || isConnectionLost(error));
    throw error;
  }
}

/** pg reads the files of certificates at each connection: one that is gone by now is thrown and not rejected with. */
async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new StoreUnavailable('No connection to PostgreSQL could be had.', { cause: error });
  }
}

async function transact<Result>(
  client: PoolClient,
  work: (transaction: Transaction) => Promise<Result>,
  giveUpAfter: number,
  { lockWithin }: TransactionLimits,
): Promise<Result> {
  // The statements are written for this level, whatever the server's default is.
  const begin = 'begin isolation level read committed';
  const limited = lockWithin === undefined ? begin : `${begin}; set local lock_timeout = ${lockWithin}`;
  await run(client, limited, giveUpAfter);
  try {
    const result = await work({
      query: (statement, parameters) => query(client, statement, parameters, giveUpAfter),
      // A migration takes the time that it takes.
      run: (script) => run(client, script),
    });
    await run(client, 'commit', giveUpAfter);
    return result;
  } catch (error) {
    // Where even this fails, the connection is given up, and the server rolls back.
    await run(client, 'rollback', giveUpAfter).catch(ignore);
    throw error;
  }
}

async function query<Row>(
  client: PoolClient,
  { name, text }: Statement,
  parameters: readonly Parameter[],
  giveUpAfter: number,
): Promise<Row[]> {
  const config = { name, text, values: [...parameters], query_timeout: giveUpAfter };
  const { rows } = await client.query(config).catch(rethrow);
  return rows;
}

async function run(client: PoolClient, script: string, giveUpAfter?: number): Promise<void> {
  const config = { text: script, query_timeout: giveUpAfter };
  await client.query(config).catch(rethrow);
}

/** Whatever is not the server's own answer is the connection's end, and then it is unknown whether it was carried out. */
function rethrow(error: unknown): never {
  if (!(error instanceof DatabaseError)) {
    throw new StoreUnavailable('The connection to PostgreSQL was lost.', { cause: error });
  }
  throw describeAbsence(error) ?? error;
}

function ignore(): void {}
