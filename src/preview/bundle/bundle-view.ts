import { join } from 'node:path';

/**
 * Bundles one view for its frame. The bridge is taken from the page that embeds the frame, before the view's first
 * import: @forge/bridge looks for it while it is loaded.
 * @returns the script, with its map inside.
 */
export async function bundleView(root: string, viewFile: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(root, viewFile)],
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    banner: { js: 'globalThis.__bridge=parent.asidePreview.bridgeOf(globalThis);' },
    minify: true,
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
