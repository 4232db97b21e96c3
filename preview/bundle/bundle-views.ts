import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { buildOnce } from './build-once';

const banner = 'globalThis.__bridge=parent.asidePreview.bridgeOf(globalThis);';

/**
 * Bundles the views, each for a frame of its own. The bridge is taken from the page that embeds the frame, before the
 * view's first import: @forge/bridge looks for it while it is loaded.
 * @returns file to script, with its map inside. One that cannot be bundled says so in its place, and the others work.
 */
export async function bundleViews(root: string, viewFiles: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const files = [...new Set(viewFiles)];
  try {
    return await bundleTogether(root, files);
  } catch {
    const one = (file: string) => bundleTogether(root, [file]).catch((error: Error) => new Map([[file, tell(error)]]));
    const each = await Promise.all(files.map(one));
    return new Map(each.flatMap((scripts) => [...scripts]));
  }
}

/** One build for all, so that what they share is read once. */
async function bundleTogether(root: string, files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const name = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
  const texts = await buildOnce(root, `views-${name}`, {
    entryPoints: files.map((file, index) => ({ in: join(root, file), out: String(index) })),
    outdir: join(root, 'dist', 'views'),
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    banner: { js: banner },
    minify: true,
    sourcemap: 'inline',
    sourcesContent: false,
  });
  return new Map(files.map((file, index) => [file, texts.get(`${index}.js`) ?? '']));
}

function tell(error: Error): string {
  const command = `callBridge('onError',${JSON.stringify({ error: { message: error.message } })})`;
  return `${banner}globalThis.__bridge.${command};`;
}
