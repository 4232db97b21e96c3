import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PreviewError } from './preview-error';

/** The folder with manifest.yml, at or above this one: the preview bundles views and functions out of it. */
export function findRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'manifest.yml'))) return folder;
    if (dirname(folder) === folder) throw new PreviewError(`There is no manifest.yml at or above ${from}.`);
  }
}
