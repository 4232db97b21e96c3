import type { Queries } from '../engine/database';
import { distributeTable, selectExtension, selectSiteTables, truncateLocal } from './distribution.sql';

interface SiteTable {
  readonly name: string;
  readonly is_distributed: boolean;
  readonly refers_to: readonly string[];
}

/** Whether the engine can spread tables over several servers. */
export async function canDistribute(queries: Queries): Promise<boolean> {
  const [row] = await queries.query<{ is_there: boolean }>(selectExtension, []);
  return row?.is_there ?? false;
}

/** Whether the tables of this store are spread over several servers, or some of them. They have to be there. */
export async function isDistributed(queries: Queries): Promise<boolean> {
  if (!(await canDistribute(queries))) return false;
  return (await listSiteTables(queries)).some((table) => table.is_distributed);
}

/**
 * Spreads every table whose key begins with the site and that is not spread yet, all rows of a site on one server. What
 * stands above sites stays where it is. Resolves with their names, those that others refer to first.
 */
export async function distributeTables(queries: Queries): Promise<string[]> {
  const tables = await listSiteTables(queries);
  const done = new Set(tables.flatMap(({ name, is_distributed }) => (is_distributed ? [name] : [])));
  const made: string[] = [];
  for (let next = findNext(tables, done); next !== null; next = findNext(tables, done)) {
    const [beside = 'none'] = done;
    await queries.query(distributeTable, [next, beside]);
    done.add(next);
    made.push(next);
  }
  // Once no table that is not spread refers to them.
  for (const name of made) await queries.query(truncateLocal, [name]);
  return made;
}

function listSiteTables(queries: Queries): Promise<SiteTable[]> {
  return queries.query<SiteTable>(selectSiteTables, []);
}

/** Whatever refers to another table is spread after it. */
function findNext(tables: readonly SiteTable[], done: ReadonlySet<string>): string | null {
  const left = tables.filter(({ name }) => !done.has(name));
  return left.find((table) => table.refers_to.every((other) => other === table.name || done.has(other)))?.name ?? null;
}
