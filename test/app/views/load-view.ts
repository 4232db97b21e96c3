import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { makeOnce } from '../../shared/run/make-once';

const entries = resolve(__dirname, '../../../src/app/views/entries');
const loaded = new Map<string, () => void>();

/**
 * Resolves with what opens a view: each call runs all of its modules anew, as a page does. They are bundled once for a run
 * and compiled once for a suite; to load 700 modules one by one for each opening took most of the time of these tests.
 */
export async function loadView(view: string): Promise<() => void> {
  const open = loaded.get(view) ?? (require(await bundleView(view)) as () => void);
  loaded.set(view, open);
  return open;
}

/** Resolves with the path of a module that exports one function, in which the whole view lies. */
async function bundleView(view: string): Promise<string> {
  return makeOnce(`view-${view}`, async (directory) => {
    const outfile = join(directory, 'view.cjs');
    buildSync({
      entryPoints: [join(entries, `${view}.tsx`)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'iife',
      banner: { js: 'module.exports = () => {' },
      footer: { js: '};' },
      logLevel: 'silent',
    });
    return outfile;
  });
}
