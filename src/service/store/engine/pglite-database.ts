import { PGlite, type Transaction as PGliteTransaction } from '@electric-sql/pglite';
import { StoreUnavailable } from '../../errors/store-unavailable';
import type { Database, Parameter, Statement, Transaction } from './database';
import { retryConflicts } from './retry-conflicts';
import { describeAbsence } from './sql-state';

/**
 * PostgreSQL in this process. `directory` is PGlite's own, made where there is none; `memory` keeps nothing.
 * PGlite runs one statement at a time, so that no lock is ever waited for. It has fsync off: what it acknowledged
 * survives the end of the process, not the loss of power. Two processes on one directory lose rows without an error.
 */
export async function openPGlite(directory: string | 'memory'): Promise<Database> {
  // A segment of the log that was kept to be written over would keep words that were taken away.
  const startParams = [...PGlite.defaultStartParams, '-c', 'wal_recycle=off'];
  const engine = await PGlite.create(directory === 'memory' ? 'memory://' : directory, { startParams });
  return {
    kind: 'embedded',
    query: (statement, parameters) => retryConflicts(() => guard(engine, () => query(engine, statement, parameters))),
    transaction: (work) =>
      retryConflicts(() => guard(engine, () => engine.transaction((inner) => work(transactionOver(inner))))),
    connections: () => null,
    clearTraces: () =>
      guard(engine, async () => {
        for (const command of clearingCommands) await engine.exec(command);
      }),
    close: async () => {
      if (!engine.closed) await engine.close();
    },
  };
}

/** A plain vacuum leaves the bytes where they are; the log before the last checkpoint goes. None runs in a transaction. */
const clearingCommands = ['vacuum full message', 'select pg_switch_wal()', 'checkpoint'];

async function query<Row>(
  engine: Pick<PGlite, 'query'> | PGliteTransaction,
  statement: Statement,
  parameters: readonly Parameter[],
): Promise<Row[]> {
  const { rows } = await engine.query<Row>(statement.text, [...parameters]);
  return rows;
}

function transactionOver(inner: PGliteTransaction): Transaction {
  return {
    query: (statement, parameters) => query(inner, statement, parameters),
    run: async (script) => {
      await inner.exec(script);
    },
  };
}

async function guard<Result>(engine: PGlite, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    // A trap in the WebAssembly leaves the engine unusable; it carries no SQLSTATE.
    const hasTrapped = error instanceof Error && error.name === 'RuntimeError';
    if (engine.closed || hasTrapped) {
      throw new StoreUnavailable('The embedded store does not answer.', { cause: error });
    }
    throw describeAbsence(error) ?? error;
  }
}
