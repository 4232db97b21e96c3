import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { engineDirectory } from '../../src/service/store/engine/engine-directory';

/**
 * Lays the files of an empty engine where there is none yet, so that the store need not make them: that is what a first
 * start would take longest for. They are those of the maker of the engine; a kill in the middle leaves nothing.
 */
export async function layEngine(dataDir: string, root: string): Promise<void> {
  const directory = engineDirectory(dataDir);
  if (existsSync(directory)) return;
  const aside = `${directory}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const made = createRequire(join(root, 'package.json')).resolve('@electric-sql/pglite-prepopulatedfs');
  const files = extract();
  const reading = pipeline(createReadStream(join(dirname(made), 'prepopulatedfs.tgz')), createGunzip(), files);
  for await (const entry of files) {
    const path = join(aside, entry.header.name);
    if (entry.header.type === 'directory') mkdirSync(path, { recursive: true, mode: 0o700 });
    else writeFileSync(path, await readAll(entry), { mode: 0o600 });
    entry.resume();
  }
  await reading;
  renameSync(aside, directory);
}

async function readAll(entry: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of entry) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
