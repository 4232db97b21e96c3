import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { makeOnce } from '../../shared/run/make-once';

const entries = resolve(__dirname, '../../../src/app/views/entries');
const loaded = new Map<string, (world: ViewWorld) => void>();

/** What stands for the page's own world: the reconciler looks the bridge up there each time that it draws. */
export interface ViewWorld {
  readonly __bridge: object;
}

/**
 * Resolves with what opens a view in a world of its own: each call runs all of its modules anew, as a page does. They are bundled once for a run
 * and compiled once for a suite; to load 700 modules one by one for each opening took most of the time of these tests.
 */
export async function loadView(view: string): Promise<(world: ViewWorld) => void> {
  const open = loaded.get(view) ?? (require(await bundleView(view)) as (world: ViewWorld) => void);
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
      // A view of a former test is still open, and draws when its timers are due: into its own host, and into no other.
      banner: { js: 'module.exports = (self) => {' },
      footer: { js: '};' },
      logLevel: 'silent',
    });
    return outfile;
  });
}
