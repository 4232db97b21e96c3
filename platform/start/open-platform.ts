import type { FirstRule } from '../automation/automation-rule';
import { type Clock, systemClock } from '../clock/clock';
import { type KeptMap, openMemoryMap } from '../clock/kept-map';
import { createOperationLimit } from '../clock/operation-limit';
import { createForgeFetch } from '../forge/calls/create-forge-fetch';
import { countLogLines } from '../forge/functions/count-log-lines';
import { type FaultModes, openFaultModes } from '../forge/functions/fault-modes';
import { type Faults, openFaults } from '../forge/functions/faults';
import type { AppHandler } from '../forge/functions/function-runner';
import { installForgeRuntime } from '../forge/functions/install-forge-runtime';
import { type KvsStore, openKvs } from '../forge/kvs/open-kvs';
import { answerQueue } from '../forge/queue/answer-queue';
import { createEventQueue, type EventQueue } from '../forge/queue/event-queue';
import { createChannelHub } from '../forge/realtime/channel-hub';
import type { RealtimeParts } from '../forge/realtime/realtime-parts';
import { createRealtimeTokens } from '../forge/realtime/realtime-tokens';
import type { Transport } from '../forge/remotes/call-remote';
import { openRemoteSetting, type RemoteSetting } from '../forge/remotes/remote-setting';
import type { TokenSigner } from '../forge/remotes/sign-invocation-token';
import { answerGraph } from '../forge/triggers/answer-graph';
import { type Happenings, openHappenings } from '../happenings/happenings';
import { type Meter, openMeter } from '../happenings/meter';
import { openTrace, type Trace } from '../happenings/trace';
import { nameAddedPermissions } from '../jira/added-permissions';
import type { JiraParts } from '../jira/ask-jira';
import { openBurstLimit } from '../jira/burst-limit';
import type { JiraData } from '../jira/jira-data';
import { type JiraState, openJiraState } from '../jira/jira-state';
import { openPointsHour, pointsOfDefaultTier } from '../jira/points-hour';
import { reportAccounts } from '../jira/report-accounts';
import type { AppManifest } from '../manifest/app-manifest';
import { checkResources } from '../manifest/check-resources';
import { openRules, type RuleBook, type RuleName } from '../rules/rules';
import { type LoadedApp, loadApp } from './load-app';

export interface PlatformOptions {
  readonly manifest: AppManifest;
  readonly jira: JiraData;
  readonly signer: TokenSigner;
  /** The app's exports. It is asked when a function runs, so that the app may be loaded after the room is open. */
  readonly handlerOf: (exportName: string) => AppHandler | undefined;
  /** Where the app's remote is before an administrator sets another address; without a slash at its end. */
  readonly remoteUrl: string;
  /** The machine's own time unless a test drives one. */
  readonly clock?: Clock;
  /** What carries requests to the remote; the network unless a test wants another. */
  readonly transport?: Transport;
  /** Opens what is kept under this name; nothing outlives the room without it. */
  readonly keep?: <V>(name: string) => KeptMap<V>;
  /** Where what changes in Jira is kept; null, and absent, is nowhere. */
  readonly jiraFile?: string | null;
  /** Where web triggers are answered, without a slash at its end. */
  readonly triggerOrigin?: string;
  /** The automation rules that are there at first; absent is none. */
  readonly firstRules?: readonly FirstRule[];
  /** Rules that do not hold. */
  readonly loosened?: readonly RuleName[];
  /** Points that the app may spend in an hour; 65,000 unless a test wants the end to be near. */
  readonly pointsAnHour?: number;
  /** Whether what views ask of Jira by the bridge costs points. Staff say no, and no page says anything. */
  readonly chargesViews?: boolean;
  /** Whether each person is asked to allow the app, as it was before an administrator could for all. */
  readonly asksEachPerson?: boolean;
}

/** Atlassian's side of an app: all that its functions and its views can reach, and what runs by itself. */
export interface Platform {
  readonly jira: JiraParts;
  readonly state: JiraState;
  readonly storage: KvsStore;
  readonly queue: EventQueue;
  readonly realtime: RealtimeParts;
  readonly remote: RemoteSetting;
  readonly modes: FaultModes;
  readonly app: LoadedApp;
  readonly rules: RuleBook;
  readonly faults: Faults;
  readonly happenings: Happenings;
  readonly meter: Meter;
  /** The last 200 things that happened. */
  readonly trace: Trace;
  /** Lets the queue deliver and the schedules run at their times. */
  start(): void;
  /** Ends what runs by itself and gives the globals back. */
  close(): Promise<void>;
}

/** 50 operations of realtime a second, 500 events a minute. */
const [realtimeLimit, pushLimit] = [50, 500];
const mostTraced = 200;

/**
 * Opens the room and installs the globals through which `@forge/*` reaches it: from then on the app can be loaded. One
 * room is in force in a process, the one that was opened last; when it closes, the one before is in force again. Nothing
 * runs by itself before `start`.
 * @throws where the manifest says what the platform would not deploy.
 */
export function openPlatform(options: PlatformOptions): Platform {
  const { manifest, jira: data, clock = systemClock, keep = openMemoryMap } = options;
  const { consumers, remoteKeys, webTriggers: triggers, functions } = manifest;
  const { site } = data;
  const rules = openRules(options.loosened);
  checkResources(manifest, rules);
  const faults = openFaults();
  const happenings = openHappenings(clock.now);
  const [meter, trace] = [openMeter(happenings), openTrace(happenings, mostTraced)];
  const { jiraFile: file = null, asksEachPerson = false } = options;
  const addedPermissions = nameAddedPermissions(manifest, site.environmentId);
  const state = openJiraState({ data, rules, addedPermissions, now: clock.now, file, asksEachPerson });
  const jira = {
    state,
    hour: openPointsHour(options.pointsAnHour ?? pointsOfDefaultTier, clock.now),
    bursts: openBurstLimit(clock.now),
    chargesViews: options.chargesViews ?? false,
  };
  const realtime = {
    hub: createChannelHub(rules, clock.now),
    tokens: createRealtimeTokens(clock),
    clock,
    limit: createOperationLimit(realtimeLimit, 1_000, clock.now),
    rules,
    happenings,
  };
  const report = (message: string): void => console.error(message);
  const queue = createEventQueue({ kept: keep('queue'), clock, report, happenings, faults });
  const isLongRunning = (key: string): boolean => (functions.get(key)?.timeoutSeconds ?? 0) > 55;
  const pushes = { queue, consumers, isLongRunning, limit: createOperationLimit(pushLimit, 60_000, clock.now), rules };
  const remote = openRemoteSetting(keep('remote'), options.remoteUrl);
  const storage = openKvs(keep(`kvs-${site.installationId}`), clock.now, rules);
  const graph = { triggers, site, triggerOrigin: options.triggerOrigin ?? site.url };
  const { signer, transport = fetch } = options;
  const forgeFetch = createForgeFetch({
    jira,
    remote: { remoteKeys, endpoint: remote.endpoint, signer, transport, rules },
    kvs: { store: storage, failsInBatches: (key) => faults.failsInBatches(key) },
    realtime,
    stargate: {
      pushEvents: (request: never) => answerQueue(pushes, request),
      reportAccounts: (request: never) => reportAccounts(state, request),
      answerGraph: (request: never) => answerGraph(graph, request),
    },
    faults,
    happenings,
  });
  const giveConsoleBack = countLogLines();
  const uninstall = installForgeRuntime({ ...manifest, site, clock }, forgeFetch);
  const modes = openFaultModes();
  const app = loadApp({ ...options, clock, keep, state, queue, modes, rules, faults, happenings });
  return {
    jira,
    state,
    storage,
    queue,
    realtime,
    remote,
    modes,
    app,
    rules,
    faults,
    happenings,
    meter,
    trace,
    start: app.start,
    close: async () => {
      await app.close();
      uninstall();
      giveConsoleBack();
    },
  };
}
