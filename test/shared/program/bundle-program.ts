import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { makeOnce } from '../run/make-once';

export interface BundledProgram {
  readonly path: string;
  /** For the child, whose packages are this house's. */
  readonly env: NodeJS.ProcessEnv;
}

/** Bundles a program as the build does, once for a run, so that a test can run it as a process of its own and kill it. */
export async function bundleProgram(source: string): Promise<BundledProgram> {
  const path = await makeOnce(`program-${createHash('sha256').update(source).digest('hex')}`, async (directory) => {
    const outfile = join(directory, 'program.cjs');
    const external = ['@electric-sql/pglite'];
    buildSync({ entryPoints: [source], outfile, bundle: true, platform: 'node', external, logLevel: 'silent' });
    return outfile;
  });
  const kept = Object.entries(process.env).filter(([name]) => !/^(ASIDE_|PORT$|DATABASE_URL$)/.test(name));
  const env = { ...Object.fromEntries(kept), NODE_PATH: resolve(__dirname, '../../../node_modules') };
  return { path, env };
}
