import type { Clock } from '../clock/clock';
import type { KeptMap } from '../clock/kept-map';
import { createOperationLimit } from '../clock/operation-limit';
import type { JiraState } from '../jira/jira-state';
import { reportAccounts } from '../jira/report-accounts';
import { demoSite } from '../jira/site';
import type { AppManifest } from '../manifest/app-manifest';
import { createForgeFetch } from './calls/create-forge-fetch';
import { installForgeRuntime } from './functions/install-forge-runtime';
import { openKvs } from './kvs/open-kvs';
import { answerQueue } from './queue/answer-queue';
import { createEventQueue, type EventQueue, type QueueParts } from './queue/event-queue';
import { createChannelHub } from './realtime/channel-hub';
import type { RealtimeParts } from './realtime/realtime-parts';
import { createRealtimeTokens } from './realtime/realtime-tokens';
import { openRemoteSetting, type RemoteSetting } from './remotes/remote-setting';
import { createServiceModes, type ServiceModes } from './remotes/service-modes';
import type { TokenSigner } from './remotes/sign-invocation-token';
import { answerGraph } from './triggers/answer-graph';

export interface PlatformParts {
  readonly manifest: AppManifest;
  readonly state: JiraState;
  readonly signer: TokenSigner;
  readonly clock: Clock;
  /** Opens what is kept under this name. */
  readonly keep: <V>(name: string) => KeptMap<V>;
  /** Both without a slash at the end. */
  readonly previewUrl: string;
  readonly serviceUrl: string;
  readonly comesTwice?: QueueParts['comesTwice'];
}

/** What stands behind the app while it runs: all that its functions can reach. */
export interface Platform {
  readonly queue: EventQueue;
  readonly modes: ServiceModes;
  readonly realtime: RealtimeParts;
  readonly remote: RemoteSetting;
  /** Takes the globals away. */
  uninstall(): void;
}

/** 50 operations of realtime a second, 500 events a minute (forge.md: Live updates, Async work). */
const [realtimeLimit, pushLimit] = [50, 500];

/** Opens what the platform keeps and installs the globals through which the app reaches it. Nothing runs yet. */
export function openPlatform(parts: PlatformParts): Platform {
  const { manifest, state, signer, clock, keep, previewUrl, serviceUrl, comesTwice } = parts;
  const { consumers, remoteKeys, webTriggers, functions } = manifest;
  const realtime = {
    hub: createChannelHub(),
    tokens: createRealtimeTokens(clock),
    clock,
    limit: createOperationLimit(realtimeLimit, 1_000, clock.now),
  };
  const report = (message: string): void => console.error(message);
  const queue = createEventQueue({ kept: keep('queue'), clock, report, ...(comesTwice ? { comesTwice } : {}) });
  const isLongRunning = (key: string): boolean => (functions.get(key)?.timeoutSeconds ?? 0) > 55;
  const pushes = { queue, consumers, isLongRunning, limit: createOperationLimit(pushLimit, 60_000, clock.now) };
  const remote = openRemoteSetting(keep('remote'), serviceUrl);
  const forgeFetch = createForgeFetch({
    state,
    remote: { remoteKeys, endpoint: remote.endpoint, signer },
    kvs: openKvs(keep(`kvs-${demoSite.installationId}`), clock.now),
    realtime,
    stargate: {
      pushEvents: (request: never) => answerQueue(pushes, request),
      reportAccounts: (request: never) => reportAccounts(state, request),
      answerGraph: (request: never) => answerGraph(webTriggers, previewUrl, request),
    },
  });
  return {
    queue,
    modes: createServiceModes(),
    realtime,
    remote,
    uninstall: installForgeRuntime(manifest, forgeFetch),
  };
}
