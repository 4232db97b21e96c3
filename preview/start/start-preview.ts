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
import { addPeople, writeBareJira, writeDemoJira } from '../demo/jira-data';
import { firstRules } from '../demo/rules';
import { demoSite } from '../demo/site';
import { createPreviewServer } from '../http/create-preview-server';
import { type DemoClient, openDemoClient } from './demo-client';
import { fillTrays } from './fill-trays';
import { findPort } from './find-port';
import { looseRules } from './known-faults';
import { layEngine } from './lay-engine';
import { PreviewError } from './preview-error';
import type { PreviewSettings } from './settings';
import { hasConversations, writeConversations } from './write-conversations';

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
 * @param report told what is being done, in a few words, as it begins.
 * @throws PreviewError for a taken port, DirectoryLocked when another process owns the directory; nothing is left open.
 */
export async function startPreview(
  root: string,
  settings: PreviewSettings,
  report: (step: string) => void = () => {},
): Promise<RunningPreview> {
  const opened: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const closeOne of opened.splice(0).reverse()) await closeOne();
  };
  try {
    return { ...(await open(root, settings, report, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  root: string,
  settings: PreviewSettings,
  report: (step: string) => void,
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
  const birth = keep<number>('began');
  if (birth.get('at') === undefined) birth.write(['at', Date.now()]);
  const began = new Date(birth.get('at') ?? Date.now());
  let handlerOf: (exportName: string) => AppHandler | undefined = () => undefined;
  const platform = openPlatform({
    manifest,
    jira: addPeople(settings.isBare ? writeBareJira(began) : writeDemoJira(began), settings.morePeople),
    signer,
    handlerOf: (exportName) => handlerOf(exportName),
    remoteUrl: serviceUrl,
    triggerOrigin: url,
    keep,
    jiraFile: join(lock.directory, 'jira.json'),
    firstRules: settings.isBare ? firstRules.map((rule) => ({ ...rule, isOn: false })) : firstRules,
    loosened: looseRules,
    asksEachPerson: settings.asksEachPerson,
    pointsAnHour: settings.pointsAnHour,
  });
  opened.push(() => platform.close());

  let storeTime: number | null = null;
  const now = (): Date => (storeTime === null ? systemClock.now() : new Date(storeTime));
  const openIt = async () => {
    await layEngine(lock.directory, root);
    return openStore({ dataDir: lock.directory, ...systemClock, now });
  };
  report('Bundling the page and the app, opening the store');
  const [store, bundles] = await Promise.allSettled([openIt(), bundleAll(root, manifest)]);
  if (store.status === 'rejected') throw store.reason;
  opened.push(() => store.value.close());
  if (bundles.status === 'rejected') throw bundles.reason;
  const isFirst = !settings.isBare && !(await hasConversations(store.value));
  if (isFirst) {
    report('Writing a week of conversations');
    const setTime = (at: number): void => {
      storeTime = at;
    };
    const issueIdOf = (key: string): string => platform.state.findIssue(key)?.id ?? '';
    await writeConversations({ store: store.value, setTime, began, issueIdOf });
    storeTime = null;
  }
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
  if (isFirst) {
    const filling = fillTrays(platform);
    opened.push(() => filling);
  }
  return { url, serviceUrl: service.url, client, notices: platform.app.runner.listMissing() };
}
