import type { Database } from '../../../src/service/store/engine/database';
import { openPostgres } from '../../../src/service/store/engine/postgres-database';
import { migrate } from '../../../src/service/store/migrations/migrate';
import { createDatabaseOn, dropDatabase } from '../postgres/create-database';
import { findPostgresBinaries } from '../postgres/find-binaries';
import { startSharedServer } from '../postgres/shared-server';
import { makeOnce } from '../run/make-once';
import { openEmbeddedEngine } from './open-embedded-engine';

/** It ends what hangs, as the time limit of a test does. */
const statementTimeout = 60_000;

/**
 * The tables of this version with nothing in them, for a test that is not about an engine: in a database of the run's
 * PostgreSQL, or in an embedded engine where none is on this machine, or TEST_ENGINE=embedded asks for it.
 */
export async function openTestEngine(): Promise<Database> {
  const binaries = process.env['TEST_ENGINE'] === 'embedded' ? null : findPostgresBinaries();
  if (binaries === null) return openEmbeddedEngine();
  const serverUrl = await startSharedServer(binaries);
  const template = await makeOnce('template', () => makeTemplate(serverUrl));
  const url = await createDatabaseOn(serverUrl, template);
  const database = openPostgres({ url, connections: 8, statementTimeout });
  const close = async () => {
    await database.close();
    await dropDatabase(serverUrl, url);
  };
  return { ...database, close };
}

/** Resolves with the name of a database to copy. */
async function makeTemplate(serverUrl: string): Promise<string> {
  const url = await createDatabaseOn(serverUrl);
  const database = openPostgres({ url, connections: 1, statementTimeout });
  await migrate(database, new Date(0));
  await database.close();
  return new URL(url).pathname.slice(1);
}
