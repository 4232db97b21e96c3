import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** Where jest.config.js finds it. */
const outfile = join(__dirname, '../../../dist/test/typebox.cjs');

/**
 * The schema library as one file. It is published as 700, and each suite would read them anew: that was a tenth of what
 * all suites took.
 */
export async function bundleSchemaLibrary(): Promise<void> {
  const contents = "export * from 'typebox'; export * from 'typebox/compile';";
  const stdin = { contents, resolveDir: resolve(__dirname) };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'silent' });
}
