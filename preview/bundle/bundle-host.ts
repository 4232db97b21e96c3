import { join, relative } from 'node:path';

/** File name to content, of all that the host page loads: `main.js`, `main.css` and the chunks that they load later. */
export type HostFiles = ReadonlyMap<string, Uint8Array>;

/** Bundles the host page. Colour themes stay in chunks of their own, so that only the one in use is loaded. */
export async function bundleHost(root: string): Promise<HostFiles> {
  const { build } = await import('esbuild');
  const outdir = join(root, 'dist', 'host');
  const { outputFiles } = await build({
    entryPoints: [join(root, 'preview', 'host', 'main.tsx')],
    bundle: true,
    write: false,
    outdir,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
    minify: true,
    logLevel: 'silent',
  });
  return new Map(outputFiles.map((file) => [relative(outdir, file.path), file.contents]));
}
