import { Mutex, PGlite } from '@electric-sql/pglite';
import { StoreUnavailable } from '../../errors/store-unavailable';
import { type Along, createAlong } from './along';
import type { Database, Parameter, Queries, Statement } from './database';
import { holdPlace } from './hold-place';
import { preparedQueries } from './pglite-statements';
import { retryConflicts } from './retry-conflicts';
import { describeAbsence } from './sql-state';

/** For every engine: a segment of the log that was kept to be written over would keep words that were taken away. */
export const startParams = [...PGlite.defaultStartParams, '-c', 'wal_recycle=off'];

/**
 * PostgreSQL in this process. `directory` is PGlite's own, made where there is none; `memory` keeps nothing.
 * PGlite runs one statement at a time, so that no lock is ever waited for. It has fsync off: what it acknowledged
 * survives the end of the process, not the loss of power. Two processes on one directory lose rows without an error.
 */
export async function openPGlite(directory: string | 'memory'): Promise<Database> {
  const engine = await PGlite.create(directory === 'memory' ? 'memory://' : directory, { startParams });
  return databaseOver(engine, directory === 'memory' ? () => {} : holdPlace(directory));
}

/** An engine that was started with `startParams`. `checkPlace` throws where its files are no longer what they were. */
export function databaseOver(engine: PGlite, checkPlace = () => {}): Database {
  const prepared = preparedQueries(engine);
  // Messages to the engine pass by the turns that it keeps itself.
  const turns = new Mutex();
  const guarded = <Result>(work: () => Promise<Result>) => turns.runExclusive(() => guard(engine, checkPlace, work));
  return {
    kind: 'embedded',
    query: (statement, parameters) => retryConflicts(() => guarded(() => prepared.query(statement, parameters))),
    transaction: (work) =>
      retryConflicts(() =>
        guarded(() =>
          engine.transaction(async (inner) => {
            const along = createAlong();
            const run = async (script: string) => void (await inner.exec(script));
            // What failed first is why all behind it did.
            return await work({ ...oneByOne(prepared, along), run, goAlong: along.add }).finally(along.settled);
          }),
        ),
      ),
    connections: () => null,
    clearTraces: () =>
      guarded(async () => {
        for (const command of clearingCommands) await engine.exec(command);
      }),
    close: async () => {
      if (engine.closed) return;
      await engine.close().catch((error: unknown) => {
        // Without its files it cannot end in order, and has nothing left to write.
        if (isHeld(checkPlace)) throw error;
      });
    },
  };
}

/** What is asked while something is under way waits its turn. */
function oneByOne(queries: Queries, along: Along): Queries {
  let last: Promise<unknown> = Promise.resolve();
  return {
    query<Row>(statement: Statement, parameters: readonly Parameter[]): Promise<Row[]> {
      const turn = last.then(() => queries.query<Row>(statement, parameters));
      last = turn.catch(() => {});
      along.add(turn);
      return turn;
    },
  };
}

/** A plain vacuum leaves the bytes where they are; the log before the last checkpoint goes. None runs in a transaction. */
const clearingCommands = [
  ...['vacuum full message', 'vacuum full draft', 'vacuum full report'],
  ...['select pg_switch_wal()', 'checkpoint'],
];

/** Nothing is acknowledged before `checkPlace` has found the files where they were. */
async function guard<Result>(engine: PGlite, checkPlace: () => void, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work();
    checkPlace();
    return result;
  } catch (error) {
    checkPlace();
    // A trap in the WebAssembly leaves the engine unusable; it carries no SQLSTATE.
    const hasTrapped = error instanceof Error && error.name === 'RuntimeError';
    if (engine.closed || hasTrapped) {
      throw new StoreUnavailable('The embedded store does not answer.', { cause: error });
    }
    throw describeAbsence(error) ?? error;
  }
}

function isHeld(checkPlace: () => void): boolean {
  try {
    checkPlace();
    return true;
  } catch {
    return false;
  }
}
