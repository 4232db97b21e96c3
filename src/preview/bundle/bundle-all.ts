import type { ResolverHandler } from '../forge/invoke-function';
import type { AppManifest } from '../manifest/app-manifest';
import { bundleHost, type HostFiles } from './bundle-host';
import { bundleView } from './bundle-view';
import { loadFunctions } from './load-functions';

export interface Bundles {
  readonly hostFiles: HostFiles;
  readonly views: ReadonlyMap<string, string>;
  readonly handlerOf: (exportName: string) => ResolverHandler;
}

/** Bundles everything at once, and lets the bundler's process go. The Forge runtime must be installed by then. */
export async function bundleAll(root: string, manifest: AppManifest): Promise<Bundles> {
  const { stop } = await import('esbuild');
  try {
    const [hostFiles, handlerOf, ...views] = await Promise.all([
      bundleHost(root),
      loadFunctions(root),
      ...manifest.panels.map(async (panel) => [panel.key, await bundleView(root, panel.viewFile)] as const),
    ]);
    return { hostFiles, handlerOf, views: new Map(views) };
  } finally {
    await stop();
  }
}
