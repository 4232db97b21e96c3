import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the page in the Frame may weigh in all, in bytes after gzip: it is loaded beside every view that one writes in. */
const budget = 250_000;

/**
 * Builds the page of the composer as it is deployed, and weighs it.
 * @returns one sentence where it is over its budget, or lacks its page.
 */
export async function weighComposer(root: string, allowed = budget): Promise<string[]> {
  // The same builder as for the preview; a path that the bundler does not follow, since it is no part of this program.
  const { buildComposer, composerFolder } = require(path.join(root, 'scripts', 'build-composer.cjs')) as {
    buildComposer: () => Promise<void>;
    composerFolder: string;
  };
  await buildComposer();
  const files = fs.readdirSync(composerFolder).filter((name) => !name.endsWith('.tmp'));
  if (!files.includes('index.html')) return ['The page of the composer has no index.html'];
  const bytes = files.reduce((sum, name) => sum + gzipSync(fs.readFileSync(path.join(composerFolder, name))).length, 0);
  console.log(`dist/composer: ${bytes.toLocaleString('en')} bytes gzipped, of ${allowed.toLocaleString('en')}`);
  if (bytes <= allowed) return [];
  return [
    `dist/composer has ${bytes.toLocaleString('en')} bytes gzipped; its budget is ${allowed.toLocaleString('en')}`,
  ];
}
