import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeptMap } from '../../platform/clock/kept-map';
import type { AppHandler } from '../../platform/forge/functions/function-runner';
import { createTokenSigner, type TokenSigner } from '../../platform/forge/remotes/sign-invocation-token';
import type { JiraState } from '../../platform/jira/jira-state';
import type { AppFunction, AppManifest } from '../../platform/manifest/app-manifest';
import type { LoadedApp } from '../../platform/start/load-app';
import { openPlatform, type Platform, type PlatformOptions } from '../../platform/start/open-platform';
import type { FaultMode } from '../../platform/wire/wire';
import { writeBareJira } from '../../preview/demo/jira-data';
import { type DemoPerson, findPersonByName } from '../../preview/demo/people';
import { firstRules } from '../../preview/demo/rules';
import { readSigningPair } from '../shared/service/signing-keys';
import { ManualClock } from './manual-clock';

export const demoJira = writeBareJira(new Date(0));
export const appId = '11111111-2222-4333-8444-555555555555';
export const previewUrl = 'http://localhost:3000';

const aFunction = (key: string, timeoutSeconds: number | null = null): [string, AppFunction] => [
  key,
  { key, exportName: key, timeoutSeconds },
];

/** An app with one module of each kind. */
export const testManifest: AppManifest = {
  appId,
  scopes: ['storage:app'],
  remoteKeys: ['conversation-api'],
  projectPermissions: ['use'],
  views: [
    {
      key: 'panel',
      type: 'jira:issuePanel',
      title: 'Panel',
      icon: null,
      viewFile: 'panel.tsx',
      isEntry: false,
      functionKey: 'panel',
    },
    {
      key: 'page',
      type: 'jira:globalPage',
      title: 'Page',
      icon: null,
      viewFile: 'page.tsx',
      isEntry: false,
      functionKey: 'panel',
    },
    { key: 'act', type: 'action', title: 'Act', icon: null, viewFile: 'form.tsx', isEntry: false, functionKey: null },
  ],
  functions: new Map([
    aFunction('panel'),
    aFunction('probe'),
    aFunction('act'),
    aFunction('hook'),
    aFunction('tick'),
    aFunction('consume'),
    aFunction('consumeLong', 120),
  ]),
  actions: [{ key: 'act', functionKey: 'act', inputNames: ['issueKey', 'recipient', 'message', 'ruleName'] }],
  consumers: [
    { key: 'consumer', queue: 'work', functionKey: 'consume' },
    { key: 'long-consumer', queue: 'long-work', functionKey: 'consumeLong' },
  ],
  schedules: [{ key: 'timer', functionKey: 'tick', interval: 'fiveMinute' }],
  webTriggers: [
    {
      key: 'hook',
      functionKey: 'hook',
      outputs: [{ key: 'accepted', statusCode: 202, contentType: 'application/json', body: '{"status":"accepted"}' }],
    },
    { key: 'dynamic-hook', functionKey: 'hook', outputs: null },
  ],
  translations: null,
  folders: {},
};

export interface TestPlatform {
  readonly clock: ManualClock;
  readonly state: JiraState;
  readonly signer: TokenSigner;
  readonly platform: Platform;
  readonly app: LoadedApp;
  /** Runs this as a function of the app would run: as this person, or for nobody. */
  inFunction<T>(
    run: () => T,
    as?: { handle?: string | 'nobody'; issueId?: string; mode?: FaultMode; moduleKey?: string },
  ): Promise<Awaited<T>>;
  advance(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** The platform over a folder, under handlers that a test gives, on a clock that it drives. */
export async function openTestPlatform({
  folder,
  handlers = {},
  serviceUrl = 'http://127.0.0.1:9',
  comesTwice,
  clock = new ManualClock(),
  manifest = testManifest,
  ...options
}: {
  readonly folder: string;
  /** Another app; without a function `probe`, nothing can be run with `inFunction`. */
  readonly manifest?: AppManifest;
  readonly handlers?: Readonly<Record<string, AppHandler>>;
  readonly serviceUrl?: string;
  readonly comesTwice?: (eventId: string) => boolean;
  readonly clock?: ManualClock;
} & Partial<Omit<PlatformOptions, 'clock'>>): Promise<TestPlatform> {
  const keep = <V>(name: string) => openKeptMap<V>(join(folder, 'forge', `${name}.jsonl`));
  const signer = await createTokenSigner(appId, demoJira.site, undefined, readSigningPair);
  let probe: AppHandler = () => undefined;
  const platform = openPlatform({
    manifest,
    jira: demoJira,
    signer,
    clock,
    keep,
    jiraFile: join(folder, 'jira.json'),
    remoteUrl: serviceUrl,
    triggerOrigin: previewUrl,
    firstRules,
    asksEachPerson: true,
    handlerOf: (name) => (name === 'probe' ? () => probe({}, {}) : handlers[name]),
    ...options,
  });
  if (comesTwice !== undefined) platform.faults.comesTwice = comesTwice;
  const { app, state } = platform;
  return {
    clock,
    state,
    signer,
    platform,
    app,
    inFunction: async (run, { handle = 'alice', mode = 'normal', moduleKey = 'panel', ...place } = {}) => {
      probe = run;
      const person = handle === 'nobody' ? ('nobody' as const) : aPerson(handle);
      const module = { key: moduleKey, type: 'jira:issuePanel' };
      const call = { functionKey: 'probe', module, payload: {}, person, faultMode: mode, timeLimit: 25, ...place };
      return (await app.runner.run(call)) as never;
    },
    advance: (milliseconds) => clock.advance(milliseconds, platform.queue.idle),
    close: platform.close,
  };
}

export function aPerson(handle: string): DemoPerson {
  const person = findPersonByName(handle);
  if (person === undefined) throw new Error(`no ${handle}`);
  return person;
}

export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'aside-platform-'));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
