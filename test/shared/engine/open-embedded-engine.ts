import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from '../../../src/service/store/engine/database';
import { engineDirectory } from '../../../src/service/store/engine/engine-directory';
import { databaseOver, startParams } from '../../../src/service/store/engine/pglite-database';
import { makeOnce } from '../run/make-once';
import { setEngineFlags } from './engine-flags';
import { makeStore } from './make-store';

/** An embedded engine in memory with the tables of this version and nothing in them: a copy of one that the run makes once. */
export async function openEmbeddedEngine(): Promise<Database> {
  setEngineFlags();
  const file = await makeOnce('engine', dumpEngine);
  return databaseOver(await PGlite.create({ loadDataDir: await openAsBlob(file), startParams }));
}

/** Resolves with the path of a tar. */
async function dumpEngine(directory: string): Promise<string> {
  const dataDir = join(directory, 'data');
  await makeStore(dataDir);
  const engine = await PGlite.create(engineDirectory(dataDir), { startParams });
  const dump = await engine.dumpDataDir('none');
  await engine.close();
  const file = join(directory, 'engine.tar');
  await writeFile(file, Buffer.from(await dump.arrayBuffer()));
  return file;
}
