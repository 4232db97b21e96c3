import type { AppHandler } from '../../platform/forge/functions/function-runner';
import type { AppManifest } from '../../platform/manifest/app-manifest';
import { type Built, endBuilding } from './build-once';
import { bundleHost } from './bundle-host';
import { bundleViews } from './bundle-views';
import { loadFunctions } from './load-functions';

export interface Bundles {
  readonly hostFiles: Built;
  /** File of a view, relative to the root, to its script. */
  readonly views: ReadonlyMap<string, string>;
  readonly handlerOf: (exportName: string) => AppHandler | undefined;
}

/** Bundles everything at once. The Forge runtime must be installed by then. */
export async function bundleAll(root: string, manifest: AppManifest): Promise<Bundles> {
  try {
    const [hostFiles, handlerOf, views] = await Promise.all([
      bundleHost(root),
      loadFunctions(root),
      bundleViews(
        root,
        manifest.views.map(({ viewFile }) => viewFile),
      ),
    ]);
    return { hostFiles, handlerOf, views };
  } finally {
    await endBuilding();
  }
}
