import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { migrateStore } from '../../../src/service/store/open-store';
import { makeOnce } from '../run/make-once';
import { setEngineFlags } from './engine-flags';

/** Makes this data directory's store, as the first start of a service does: a copy of one that the run makes once. */
export async function makeStore(dataDir: string): Promise<void> {
  setEngineFlags();
  const made = await makeOnce('store', async (directory) => {
    await migrateStore({ dataDir: directory }, new Date());
    return join(directory, 'pglite');
  });
  await mkdir(dataDir, { mode: 0o700 });
  await cp(made, join(dataDir, 'pglite'), { recursive: true });
}
