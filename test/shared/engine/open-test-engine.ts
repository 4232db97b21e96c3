import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from '../../../src/service/store/engine/database';
import { databaseOver, startParams } from '../../../src/service/store/engine/pglite-database';
import { migrate } from '../../../src/service/store/migrations/migrate';
import { makeOnce } from '../run/make-once';

/** An embedded engine in memory with the tables of this version and nothing in them: a copy of one that the run makes once. */
export async function openTestEngine(): Promise<Database> {
  const file = await makeOnce('engine', dumpMigratedEngine);
  return databaseOver(await PGlite.create({ loadDataDir: await openAsBlob(file), startParams }));
}

/** Resolves with the path of a tar. */
async function dumpMigratedEngine(directory: string): Promise<string> {
  const engine = await PGlite.create('memory://', { startParams });
  await migrate(databaseOver(engine), new Date(0));
  const dump = await engine.dumpDataDir('none');
  await engine.close();
  const file = join(directory, 'engine.tar');
  await writeFile(file, Buffer.from(await dump.arrayBuffer()));
  return file;
}
