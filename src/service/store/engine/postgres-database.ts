import { DatabaseError, Pool, type PoolClient } from 'pg';
import { StoreUnavailable } from '../../errors/store-unavailable';
import { createAlong } from './along';
import type { Database, Parameter, Statement, Transaction, TransactionLimits } from './database';
import { EngineUnfit } from './engine-state';
import type { SchemaRow } from './find-schema';
import { beginTransaction, type PostgresOptions, tellServers, toPoolConfig } from './postgres-options';
import { findPostgresPlace } from './postgres-place';
import { qualifyTables } from './qualify-tables';
import { retryConflicts } from './retry-conflicts';
import { describeAbsence, isCommitRefused, isConnectionLost } from './sql-state';

/** Milliseconds over the server's own time limit after which it is not waited for any longer: it may hang as a whole. */
const hangGraceMs = 2_000;

/** What pg takes for waiting as long as it takes. */
const noLimit = 0;

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
  const server: Server = { pool, options, giveUpAfter: options.statementTimeout + hangGraceMs, place: null };
  let ending: Promise<void> | null = null;

  return {
    kind: 'postgresql',
    // Alone it runs at the connection's own level. Where that is in its way, the next time is in a transaction of ours.
    query: (statement, parameters) =>
      retryConflicts((round) =>
        withClient(server, (session) =>
          round === 1
            ? query(session, statement, parameters)
            : transact(session, (transaction) => transaction.query(statement, parameters)),
        ),
      ),
    transaction: (work, limits) =>
      retryConflicts(() => withClient(server, (session) => transact(session, work, limits))),
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    clearTraces: async () => {},
    close: () => {
      ending ??= pool.end();
      return ending;
    },
  };
}

interface Server {
  readonly pool: Pool;
  readonly options: PostgresOptions;
  /** Milliseconds. */
  readonly giveUpAfter: number;
  /** Found out with the first connection. */
  place: Place | null;
}

interface Place extends SchemaRow {
  /** By name, with the tables named in full. */
  readonly texts: Map<string, string>;
}

/** A connection, and what is known of its server. */
interface Session {
  readonly client: PoolClient;
  readonly server: Server;
  readonly place: Place;
  /** Statements that were asked over it and are not answered yet. */
  readonly underWay: { count: number };
}

async function withClient<Result>(server: Server, work: (session: Session) => Promise<Result>): Promise<Result> {
  const client = await connect(server.pool);
  try {
    server.place ??= {
      ...(await findPostgresPlace(server.pool, client, server.giveUpAfter).catch(rethrow)),
      texts: new Map(),
    };
    const result = await work({ client, server, place: server.place, underWay: { count: 0 } });
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

/** What opens it goes along with the first statement, and what it ends with along with the last ones. */
async function transact<Result>(
  session: Session,
  work: (transaction: Transaction) => Promise<Result>,
  limits: TransactionLimits = {},
): Promise<Result> {
  const along = createAlong();
  along.add(begin(session, limits));
  try {
    if (session.place.is_cluster) for (const message of tellServers(limits)) along.add(run(session, message));
    const working = limits.isUnhurried ? { ...session, server: { ...session.server, giveUpAfter: noLimit } } : session;
    const result = await work({
      query: async <Row>(statement: Statement, parameters: readonly Parameter[]) => {
        const asked = query<Row>(working, statement, parameters);
        along.add(asked);
        const rows = await asked;
        // Nothing is decided by what was found outside a transaction that never began.
        along.check();
        return rows;
      },
      run: (script) => runScript(working, script),
      goAlong: along.add,
    });
    const committed = commit(working);
    committed.catch(ignore);
    await along.settled();
    await committed;
    return result;
  } catch (error) {
    // Where even this fails, the connection is given up, and the server rolls back.
    await run(session, 'rollback').catch(ignore);
    // What failed first is why all behind it did.
    await along.settled();
    throw error;
  }
}

/** A stand-by begins nothing that writes. */
async function begin(session: Session, limits: TransactionLimits): Promise<void> {
  await run(session, beginTransaction(session.server.options, limits)).catch((error: unknown) => {
    throw error instanceof StoreUnavailable
      ? error
      : new StoreUnavailable('PostgreSQL begins no transaction.', { cause: error });
  });
}

/** Whoever is told that it failed for another reason than its own may find that it was kept. */
async function commit(session: Session): Promise<void> {
  await run(session, 'commit').catch((error: unknown) => {
    if (error instanceof StoreUnavailable || isCommitRefused(error)) throw error;
    throw new StoreUnavailable('It is not known whether PostgreSQL has committed.', { cause: error });
  });
}

async function query<Row>(
  { client, server: { giveUpAfter }, place, underWay }: Session,
  { name, text }: Statement,
  parameters: readonly Parameter[],
): Promise<Row[]> {
  const full = place.texts.get(name) ?? qualifyTables(text, place.name);
  place.texts.set(name, full);
  const { rows } = await waitFor(underWay, (turn) => {
    const config = { name, text: full, values: [...parameters], query_timeout: turn * giveUpAfter };
    return client.query(config).catch(rethrow);
  });
  return rows;
}

/** What stands behind others is not waited for any less than they are. `ask` is told the how manieth it is. */
async function waitFor<Answer>(underWay: { count: number }, ask: (turn: number) => Promise<Answer>): Promise<Answer> {
  underWay.count += 1;
  try {
    return await ask(underWay.count);
  } finally {
    underWay.count -= 1;
  }
}

/** A migration names no schema, so that it is told; it takes the time that it takes. */
async function runScript({ client, place }: Session, script: string): Promise<void> {
  const path = [place.name, ...(place.extension_schema === null ? [] : [place.extension_schema])].join(', ');
  await client.query(`set local search_path = ${path}; set local standard_conforming_strings = on`).catch(rethrow);
  await client.query(script).catch(rethrow);
}

async function run({ client, server: { giveUpAfter }, underWay }: Session, text: string): Promise<void> {
  await waitFor(underWay, (turn) => {
    const config = { text, query_timeout: turn * giveUpAfter };
    return client.query(config).catch(rethrow);
  });
}

/** Whatever is not the server's own answer is the connection's end, and then it is unknown whether it was carried out. */
function rethrow(error: unknown): never {
  if (error instanceof EngineUnfit) throw error;
  if (!(error instanceof DatabaseError)) {
    throw new StoreUnavailable('The connection to PostgreSQL was lost.', { cause: error });
  }
  throw describeAbsence(error) ?? error;
}

function ignore(): void {}
