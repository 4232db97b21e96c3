import { join } from 'node:path';
import { type Built, buildOnce } from './build-once';
import { weighAtomicCss } from './weigh-atomic-css';

/** Bundles the host page: `main.js`, `main.css` and the chunks that they load later, such as the colour theme in use. */
export async function bundleHost(root: string): Promise<Built> {
  return buildOnce(root, 'host', {
    entryPoints: [join(root, 'preview', 'host', 'main.tsx')],
    outdir: join(root, 'dist', 'host'),
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
    minify: true,
    plugins: [weighAtomicCss],
  });
}
