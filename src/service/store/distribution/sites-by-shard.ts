import { StoreUnavailable } from '../../errors/store-unavailable';
import type { Database } from '../engine/database';
import { isDistributed } from './distribute';
import { askShards, selectSiteTables } from './distribution.sql';

/** Which rows of a table are meant, by SQL over its alias `t`. It goes out as text: no value of a stranger's belongs in it. */
export interface SitesOf {
  readonly table: string;
  readonly where: string;
  /** How many of the first sites are wanted, in the order of their ids; absent for all. */
  readonly limit?: number;
}

export interface FoundSites {
  readonly cloudIds: readonly string[];
  /** False where a server was away: the sites that it holds are not known from here. */
  readonly isWhole: boolean;
}

/**
 * What `ask` finds across sites; and where the engine spreads tables and one of its servers is away, what the others know.
 * @throws StoreUnavailable where the engine as a whole is.
 */
export async function listReachableSites(
  database: Database,
  ask: () => Promise<readonly string[]>,
  parts: readonly SitesOf[],
): Promise<FoundSites> {
  try {
    return { cloudIds: await ask(), isWhole: true };
  } catch (error) {
    if (!(error instanceof StoreUnavailable) || database.kind !== 'postgresql') throw error;
    if (!(await isDistributed(database))) throw error;
    return askEachShard(database, parts);
  }
}

interface AnswerRow {
  readonly is_answered: boolean;
  readonly result: string | null;
}

async function askEachShard(database: Database, parts: readonly SitesOf[]): Promise<FoundSites> {
  const tables = await database.query<{ name: string }>(selectSiteTables, []);
  const found = new Set<string>();
  let isWhole = true;
  for (const { table, where, limit } of parts) {
    const name = tables.find((one) => one.name.endsWith(`.${table}`))?.name;
    if (name === undefined) throw new Error(`There is no table ${table}.`);
    const most = limit === undefined ? '' : ` order by t.cloud_id limit ${limit}`;
    const command = `select json_agg(k.cloud_id) from (select distinct t.cloud_id from %s t where ${where}${most}) k`;
    for (const { is_answered, result } of await database.query<AnswerRow>(askShards, [name, command])) {
      if (!is_answered) isWhole = false;
      else for (const cloudId of JSON.parse(result || '[]') as string[]) found.add(cloudId);
    }
  }
  return { cloudIds: [...found].sort(), isWhole };
}
