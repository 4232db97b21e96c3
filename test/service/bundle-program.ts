import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

export interface BundledProgram {
  readonly path: string;
  /** For the child, whose packages are this house's. */
  readonly env: NodeJS.ProcessEnv;
  remove(): Promise<void>;
}

/** Bundles a program as the build does, so that a test can run it as a process of its own and kill it. */
export async function bundleProgram(source: string): Promise<BundledProgram> {
  const directory = await mkdtemp(join(tmpdir(), 'aside-program-'));
  const path = join(directory, 'program.cjs');
  const external = ['@electric-sql/pglite'];
  await build({ entryPoints: [source], outfile: path, bundle: true, platform: 'node', external, logLevel: 'silent' });
  const kept = Object.entries(process.env).filter(([name]) => !/^(ASIDE_|PORT$|DATABASE_URL$)/.test(name));
  const env = { ...Object.fromEntries(kept), NODE_PATH: resolve(__dirname, '../../node_modules') };
  return { path, env, remove: () => rm(directory, { recursive: true, force: true }) };
}
