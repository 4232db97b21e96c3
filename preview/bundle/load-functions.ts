import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { AppHandler } from '../../platform/forge/functions/function-runner';
import { buildOnce } from './build-once';

/**
 * Bundles the app's functions (src/index.ts) as Forge does and loads them into this process.
 * Install the Forge runtime first: some of the `@forge/*` packages read it at import.
 * @returns the handler that an export's name stands for; undefined where it is no function.
 * @throws where the bundle fails.
 */
export async function loadFunctions(root: string): Promise<(exportName: string) => AppHandler | undefined> {
  const entry = join(root, 'src', 'index.ts');
  const files = await buildOnce(root, 'functions', {
    entryPoints: { functions: entry },
    outdir: join(root, 'dist', 'functions'),
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    // Loaded from memory, where there is no file for import() to be relative to.
    supported: { 'dynamic-import': false },
    sourcemap: 'inline',
  });
  const module: { exports: Record<string, unknown> } = { exports: {} };
  const code = files.get('functions.js') ?? '';
  const evaluate = compileFunction(code, ['module', 'exports', 'require', '__filename', '__dirname'], {
    filename: entry,
  });
  evaluate(module, module.exports, createRequire(entry), entry, dirname(entry));
  return (exportName) => {
    const handler = module.exports[exportName];
    return typeof handler === 'function' ? (handler as AppHandler) : undefined;
  };
}
