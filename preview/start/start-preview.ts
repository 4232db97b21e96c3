import { join } from 'node:path';
import { openKeptMap } from '../../platform/clock/kept-map';
import type { AppHandler } from '../../platform/forge/functions/function-runner';
import { createTokenSigner } from '../../platform/forge/remotes/sign-invocation-token';
import { loadManifest } from '../../platform/manifest/load-manifest';
import { openPlatform } from '../../platform/start/open-platform';
import { answerCommand } from '../../src/service/cli/answers/answer-command';
import { parseConfig } from '../../src/service/config/config';
import { listenForCommands } from '../../src/service/data-directory/listen-for-commands';
import { lockDataDirectory } from '../../src/service/data-directory/lock-data-directory';
import { startService } from '../../src/service/process/start';
import { openStore } from '../../src/service/store/open-store';
import { systemClock } from '../../src/service/store/system-clock';
import { bundleAll } from '../bundle/bundle-all';
import { demoJira } from '../demo/jira-data';
import { firstRule } from '../demo/rule';
import { demoSite } from '../demo/site';
import { createPreviewServer } from '../http/create-preview-server';
import { type DemoClient, openDemoClient } from './demo-client';
import { findPort } from './find-port';
import { looseRules } from './known-faults';
import { PreviewError } from './preview-error';
import type { PreviewSettings } from './settings';

export interface RunningPreview {
  /** Without a slash at the end, as the service's. */
  readonly url: string;
  readonly serviceUrl: string;
  readonly client: DemoClient;
  /** What does not work of the app, a sentence each. */
  readonly notices: readonly string[];
  /** Ends the page, the service and the store, and gives the directory back. */
  close(): Promise<void>;
}

const host = '127.0.0.1';

/**
 * Starts the local Jira and the real service behind it, over the data in `settings.dataDir`. Ready when it returns.
 * @throws PreviewError for a taken port, DirectoryLocked when another process owns the directory; nothing is left open.
 */
export async function startPreview(root: string, settings: PreviewSettings): Promise<RunningPreview> {
  const opened: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const closeOne of opened.splice(0).reverse()) await closeOne();
  };
  try {
    return { ...(await open(root, settings, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  root: string,
  settings: PreviewSettings,
  opened: (() => unknown)[],
): Promise<Omit<RunningPreview, 'close'>> {
  const lock = await lockDataDirectory(settings.dataDir);
  opened.push(() => lock.release());
  if (settings.previewPort !== 0 && settings.previewPort === settings.servicePort) {
    throw new PreviewError(`PREVIEW_PORT and SERVICE_PORT must differ; both are ${settings.previewPort}.`);
  }
  const port = await findPort(settings.previewPort, 'PREVIEW_PORT');
  const servicePort = await findPort(settings.servicePort, 'SERVICE_PORT');

  const manifest = loadManifest(root);
  const signer = await createTokenSigner(manifest.appId, demoSite);
  const keep = <V>(name: string) => openKeptMap<V>(join(lock.directory, 'forge', `${name}.jsonl`));
  const [url, serviceUrl] = [`http://localhost:${port}`, `http://${host}:${servicePort}`];
  let handlerOf: (exportName: string) => AppHandler | undefined = () => undefined;
  const platform = openPlatform({
    manifest,
    jira: demoJira,
    signer,
    handlerOf: (exportName) => handlerOf(exportName),
    remoteUrl: serviceUrl,
    triggerOrigin: url,
    keep,
    jiraFile: join(lock.directory, 'jira.json'),
    firstRule,
    loosened: looseRules,
    asksEachPerson: settings.asksEachPerson,
  });
  opened.push(() => platform.close());

  const opening = openStore({ dataDir: lock.directory, ...systemClock });
  const [store, bundles] = await Promise.allSettled([opening, bundleAll(root, manifest)]);
  if (store.status === 'rejected') throw store.reason;
  opened.push(() => store.value.close());
  if (bundles.status === 'rejected') throw bundles.reason;
  const commands = await listenForCommands(lock.directory, (request) => answerCommand(store.value, request));
  opened.push(() => commands.close());

  const config = parseConfig({
    ASIDE_HOST: host,
    ASIDE_PORT: String(servicePort),
    ASIDE_DATA_DIR: lock.directory,
    ASIDE_SITES: `${demoSite.cloudId}=${demoSite.name}`,
    ASIDE_FORGE_APP_IDS: manifest.appId,
    ASIDE_FORGE_JWKS_URL: `http://${host}:${port}/forge/jwks.json`,
    ASIDE_LOG_LEVEL: settings.logLevel,
  });
  handlerOf = bundles.value.handlerOf;
  const server = createPreviewServer({ ...bundles.value, root, manifest, signer, platform });
  opened.push(() => server.close());
  await server.listen({ host, port });
  const service = await startService({ config, store: store.value });
  opened.push(() => service.close());
  const client = await openDemoClient(store.value, join(lock.directory, 'demo-client.json'));
  // Last, since its functions need the service, and first to end.
  platform.start();
  opened.push(() => platform.close());
  return { url, serviceUrl: service.url, client, notices: platform.app.runner.listMissing() };
}
