import type { Database, Queries } from './database';

export const selectEngineState = {
  name: 'select-engine-state',
  text: `select version() as product, current_setting('server_version_num')::integer as number, now() as now`,
};

/** The oldest PostgreSQL whose SQL the statements are written in, as PostgreSQL numbers it. */
const oldest = 150_000;

/** The engine is older than the statements. */
export class EngineTooOld extends Error {
  override readonly name = 'EngineTooOld';
}

export interface EngineState {
  /** Without the machine that it was built for: "PostgreSQL 17.2". */
  readonly product: string;
  /** By its own clock. */
  readonly now: Date;
}

/** @throws EngineTooOld, StoreUnavailable */
export async function readEngineState(database: Queries): Promise<EngineState> {
  const [row] = await database.query<{ product: string; number: number; now: Date }>(selectEngineState, []);
  const product = row?.product.split(' ', 2).join(' ') ?? '';
  // Engines that only speak as PostgreSQL does have numbers of their own.
  if (product.startsWith('PostgreSQL ') && (row?.number ?? 0) < oldest) {
    throw new EngineTooOld(`The store is ${product}. This version needs PostgreSQL 15 or later.`);
  }
  return { product, now: row?.now ?? new Date(Number.NaN) };
}

/** Before anything is asked of a server that only a later one understands. @throws EngineTooOld, StoreUnavailable */
export async function requireEngine(database: Database): Promise<void> {
  if (database.kind === 'postgresql') await readEngineState(database);
}
