import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Statement } from '../../../src/service/store/engine/database';

export const room = join(__dirname, '../../../src/service/store');
export const files = readdirSync(room, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts') && !/^migrations\/(0|migrations)/.test(name));

const aboveSites = new Set(['list-migrations', 'record-migration', 'insert-client', 'select-client']);
for (const name of ['insert-secret', 'select-secret', 'ping', 'select-engine-state']) aboveSites.add(name);
for (const name of ['select-clients', 'revoke-client', 'select-engine-state']) aboveSites.add(name);
for (const name of ['insert-first-key', 'select-keys', 'rotate-keys', 'delete-keys', 'delete-ended-keys']) {
  aboveSites.add(name);
}
for (const name of ['select-schema', 'find-records', 'probe-pooler']) aboveSites.add(name);
// What is asked of a distributed engine about itself.
for (const name of ['select-extension', 'select-site-tables', 'distribute-table', 'truncate-local'])
  aboveSites.add(name);
for (const name of ['select-workers', 'reach-worker', 'ask-shards']) aboveSites.add(name);
// Which sites there are, and which of them limit how long they keep messages: ids and no more.
for (const name of ['select-next-site', 'select-sites-to-purge', 'select-stale-sites']) aboveSites.add(name);

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'name' in value && 'text' in value;
}

/** Every statement that a module exports, alone or within a table of them. */
function collect(value: unknown): Statement[] {
  if (isStatement(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(collect);
}

export function statementsOf(file: string): Statement[] {
  return collect({ ...require(join(room, file)) });
}

export const statements = files.flatMap(statementsOf).map((statement) => [statement.name, statement] as const);
export const ofSites = statements.filter(([name]) => !aboveSites.has(name));
