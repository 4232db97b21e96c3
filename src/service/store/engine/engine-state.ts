import type { Database, Queries } from './database';
import { milliseconds } from './milliseconds';

export const selectEngineState = {
  name: 'select-engine-state',
  text: `select version() as product, current_setting('server_version_num')::integer as number, ${milliseconds('now()')} as now,
    current_setting('server_encoding') as encoding`,
};

/** The oldest PostgreSQL whose SQL the statements are written in, as PostgreSQL numbers it. */
const oldest = 150_000;

/** The engine is older than the statements, or its database cannot hold every text. The message is a sentence for whoever runs it. */
export class EngineUnfit extends Error {
  override readonly name = 'EngineUnfit';
}

export interface EngineState {
  /** Without the machine that it was built for: "PostgreSQL 17.2". */
  readonly product: string;
  /** By its own clock. */
  readonly now: Date;
}

interface EngineRow {
  readonly product: string;
  readonly number: number;
  readonly now: number;
  readonly encoding: string;
}

/** @throws EngineUnfit, StoreUnavailable */
export async function readEngineState(database: Queries): Promise<EngineState> {
  const [row] = await database.query<EngineRow>(selectEngineState, []);
  const product = row?.product.split(' ', 2).join(' ') ?? '';
  // Engines that only speak as PostgreSQL does have numbers of their own.
  if (product.startsWith('PostgreSQL ') && (row?.number ?? 0) < oldest) {
    throw new EngineUnfit(`The store is ${product}. This version needs PostgreSQL 15 or later.`);
  }
  if (row && row.encoding !== 'UTF8') {
    throw new EngineUnfit(
      `The database has the encoding ${row.encoding}, which does not hold every text. Make one with UTF8 (create database ... encoding 'UTF8' template template0), and name it in DATABASE_URL.`,
    );
  }
  return { product, now: new Date(row?.now ?? Number.NaN) };
}

/** Before anything is asked of a server that only a later one understands. @throws EngineUnfit, StoreUnavailable */
export async function requireEngine(database: Database): Promise<void> {
  if (database.kind === 'postgresql') await readEngineState(database);
}
