import { join } from 'node:path';
import type { Faults } from '../../platform/forge/functions/faults';
import type { AppHandler } from '../../platform/forge/functions/function-runner';
import { createTokenSigner, type TokenSigner } from '../../platform/forge/remotes/sign-invocation-token';
import { pathOfTrigger } from '../../platform/forge/triggers/web-triggers';
import { askJira } from '../../platform/jira/ask-jira';
import type { AppManifest } from '../../platform/manifest/app-manifest';
import { loadManifest } from '../../platform/manifest/load-manifest';
import { openPlatform, type Platform, type PlatformOptions } from '../../platform/start/open-platform';
import type { Happening } from '../../platform/wire/wire';
import { looseRules } from '../../preview/start/known-faults';
import type { OpenedPanel, PeopleDefinitions, SettingsDefinitions } from '../../src/app/definitions';
import { completeAnswer } from '../../src/app/views/jira/complete-answer';
import { completePanel } from '../../src/app/views/jira/complete-panel';
import { createJiraReader } from '../../src/app/views/jira/jira-reader';
import type { JiraAnswer, JiraQuestion } from '../../src/app/views/jira/jira-request';
import * as app from '../../src/index';
import { readSigningPair } from '../shared/service/signing-keys';
import { type FakeJira, type Notification, testSite, webProject } from './fake-jira';
import { QueueDriver } from './forge/queue-driver';
import { RealtimeDriver } from './forge/realtime-driver';
import { StorageDriver } from './forge/storage-driver';
import { VirtualClock } from './forge/virtual-clock';

export const site = testSite.cloudId;
export const appId = '0b5c6a2e-9d1b-4c3a-8e7f-0a1b2c3d4e5f';
const triggerOrigin = 'https://aside.webtrigger.atlassian.app';
/** Where the platform says that the web trigger is. */
export const triggerUrl = triggerOrigin + pathOfTrigger(testSite, 'send-message-hook');

const made = createTokenSigner(appId, testSite, () => Date.now(), readSigningPair);
const signer: TokenSigner = { jwks: { keys: [] }, sign: async (module) => (await made).sign(module) };
/** What verifies the tokens that the platform adds to calls of the remote. */
export const readSigningKeys = async (): Promise<TokenSigner['jwks']> => (await made).jwks;

/** The app's own manifest. Its schedules run when a test runs them. */
const manifest: AppManifest = ((loaded) => ({
  ...loaded,
  appId,
  schedules: [],
  functions: new Map([...loaded.functions, ['probe', { key: 'probe', exportName: 'probe', timeoutSeconds: null }]]),
}))(loadManifest(join(__dirname, '..', '..')));

export interface RemoteRequest {
  readonly path: string;
  readonly method: string;
  /** By names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What stands behind the manifest's remote: the real service, or whatever a test wants to happen. */
export type Remote = (request: RemoteRequest) => Promise<Response>;

/** An event as a consumer gets it (@forge/events 3, out/types.d.ts, AsyncEvent). */
export type { AsyncEvent as DeliveredEvent } from '../../platform/forge/queue/queue-event';

import type { AsyncEvent } from '../../platform/forge/queue/queue-event';

type ViewDefinitions = PeopleDefinitions;

/** What the web trigger's function gets (@forge/api 8.3.0, out/webTrigger.d.ts). */
export interface TriggerRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

function namesAndValues(headers: Headers): Record<string, string> {
  const pairs: Record<string, string> = {};
  headers.forEach((value, name) => {
    pairs[name] = value;
  });
  return pairs;
}

/** A person, null for someone who is not logged in, `nobody` where none is. */
type Who = Parameters<Platform['app']['runner']['run']>[0]['person'];

/** The app on the platform that the preview starts too: what a test does to it, and what it did. */
export class ForgeRuntime {
  /** The calls of functions, by whom they are for, in the order in which they began. */
  readonly calls: string[] = [];
  readonly platform: Platform;
  readonly faults: Faults;
  readonly kvs: StorageDriver;
  readonly queue: QueueDriver;
  readonly realtime: RealtimeDriver;
  /** Accounts that the app reported, batch by batch. */
  readonly reported: string[][] = [];
  #probe: AppHandler = () => undefined;

  constructor(
    readonly jira: FakeJira,
    public remote: Remote,
    readonly clock: VirtualClock = new VirtualClock(false),
    options: Partial<PlatformOptions> = {},
  ) {
    this.platform = openPlatform({
      manifest,
      jira: jira.data,
      signer,
      handlerOf: (name) => (name === 'probe' ? this.#probe : (app as unknown as Record<string, AppHandler>)[name]),
      remoteUrl: 'https://conversations.invalid',
      transport: (url, { method, headers, body }) =>
        this.remote({
          path: url.slice('https://conversations.invalid'.length),
          method,
          headers: namesAndValues(headers),
          ...(body === undefined ? {} : { body }),
        }),
      clock,
      triggerOrigin,
      asksEachPerson: true,
      loosened: looseRules,
      ...options,
    });
    this.faults = this.platform.faults;
    this.faults.of.jira = ({ path }, answer) => {
      const { notifyFailsWith: notify, isAway } = jira;
      if (isAway) return Response.json({ errorMessages: ['away'] }, { status: 503 });
      if (notify !== null && path.endsWith('/notify')) return new Response(null, { status: notify });
      return answer();
    };
    this.kvs = new StorageDriver(this.platform);
    this.realtime = new RealtimeDriver(this.platform);
    this.queue = new QueueDriver(this.platform, clock);
    this.platform.happenings.listen((happening) => this.#note(happening));
    this.platform.start();
  }

  /** Accounts of which Atlassian says that they were closed, or that they have changed. */
  set closedAccounts(accountIds: readonly string[]) {
    for (const accountId of accountIds) this.platform.state.close({ accountId });
  }

  set updatedAccounts(accountIds: readonly string[]) {
    for (const accountId of accountIds) this.platform.state.update({ accountId });
  }

  /** Calls the resolver of the panel, the inbox or the preferences as the platform does for this person. */
  async invoke<Name extends keyof ViewDefinitions>(
    accountId: string | undefined,
    name: Name,
    payload: unknown = {},
    { issueId = '10001', ...context }: Readonly<Record<string, unknown>> = {},
  ): Promise<ReturnType<ViewDefinitions[Name]>> {
    const project = this.jira.issues.get(String(issueId))?.project ?? webProject;
    const extension = { type: 'jira:issuePanel', issue: { id: issueId, key: 'WEB-1' }, project };
    return this.#resolve('panel', accountId, name, payload, { extension, ...context });
  }

  /** Calls the resolver of the admin page. */
  async invokeSettings<Name extends keyof SettingsDefinitions>(
    accountId: string | undefined,
    name: Name,
    payload: unknown = {},
  ): Promise<ReturnType<SettingsDefinitions[Name]>> {
    return this.#resolve('settings', accountId, name, payload, { extension: { type: 'jira:adminPage' } });
  }

  /** Runs the automation action as a rule whose connection is this person's. */
  async runAction(accountId: string | undefined, inputs: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.run('automation', inputs, { principal: { accountId } }, accountId);
  }

  /** Calls the web trigger, which has no user. */
  async callTrigger(request: Partial<TriggerRequest>): Promise<unknown> {
    return this.run('webhook', { method: 'POST', headers: {}, body: '', ...request });
  }

  /** Gives one event to the consumer, which has no user. */
  async consume(event: AsyncEvent): Promise<unknown> {
    return this.run('outbox', event);
  }

  /** Runs a function by its export, with what the platform passes beside its input, bent as a test says. */
  async run(exportName: string, input: unknown, context: object = {}, accountId?: string): Promise<unknown> {
    return this.#run(exportName, input, accountId === undefined ? 'nobody' : this.#find(accountId), context);
  }

  /** Runs a part of the app for which `asUser` is this person. */
  async as<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    this.#probe = work;
    return (await this.#run('probe', {}, this.#find(accountId), {})) as T;
  }

  /** A function's answer as its view shows it: with what the view asks Jira for itself, as this person. */
  async #resolve<T>(name: string, accountId: string | undefined, key: string, payload: unknown, context: object) {
    const answer = await this.#answer(name, accountId, key, payload, context);
    const jira = createJiraReader(async (question) => this.#askAsView(question, accountId ?? ''));
    if (!(answer as { ok?: boolean } | null)?.ok) return answer as T;
    const completed = await completeAnswer(answer, jira);
    if (key !== 'open') return completed as T;
    const { extension } = context as { extension?: { issue?: { id?: string } } };
    const issue = await jira.findIssue(extension?.issue?.id ?? '');
    if (issue === 'hidden') return { ok: false, problem: { code: 'issue_hidden' } } as T;
    return (issue === null ? completed : completePanel(completed as OpenedPanel, issue, accountId ?? '')) as T;
  }

  async #askAsView({ method, path, body }: JiraQuestion, accountId: string): Promise<JiraAnswer> {
    const person = this.#find(accountId);
    const isPerson = person !== null && person !== 'nobody';
    const actor = isPerson ? ({ kind: 'person', person } as const) : ({ kind: 'anonymous' } as const);
    const answer = async () => {
      const { status, body: answered } = askJira(this.platform.jira, { method, path, body }, actor, 'view');
      return Response.json(answered ?? null, { status });
    };
    const call = { service: 'jira', target: { type: 'fpp' }, path, init: {} } as const;
    const response = await (this.faults.of.jira?.(call, answer) ?? answer());
    return { status: response.status, body: await response.json().catch(() => undefined) };
  }

  /** The ids of those whom the view of this person finds by these words. */
  async findNamed(accountId: string, text: string): Promise<string[]> {
    const jira = createJiraReader(async (question) => this.#askAsView(question, accountId));
    const found = await jira.searchPeople(text, accountId);
    return found === null || found === 'not_allowed' ? [] : found.map(({ id }) => id);
  }

  /** The function's own answer, as it leaves the platform. */
  async answerOf(accountId: string, name: keyof ViewDefinitions, payload: unknown = {}, issueId = '10001') {
    const extension = { type: 'jira:issuePanel', issue: { id: issueId, key: 'WEB-1' } };
    return this.#answer('panel', accountId, name, payload, { extension });
  }

  async #answer(name: string, accountId: string | undefined, key: string, payload: unknown, context: object) {
    const request = { call: { functionKey: key, payload }, context: { cloudId: site, ...context } };
    this.calls.length = 0;
    // The site comes from the view's context here, as it does where the installation is not told.
    const given = { principal: { accountId }, installContext: undefined, installation: undefined };
    return this.#run(name, request, this.#find(accountId ?? ''), given);
  }

  #run(exportName: string, input: unknown, person: Who, context: object): Promise<unknown> {
    const key = [...manifest.functions.values()].find((it) => it.exportName === exportName)?.key;
    if (key === undefined) throw new Error(`manifest.yml names no handler ${exportName}`);
    const isView = manifest.views.some(({ functionKey }) => functionKey === key);
    const call = { functionKey: key, payload: input as object, person, timeLimit: isView ? 25 : 55 };
    this.faults.context = (written) => ({ ...written, ...context });
    const module = { key: 'test', type: isView ? 'jira:issuePanel' : 'function' };
    const running = this.platform.app.runner.run({ ...call, module, faultMode: 'normal' });
    // A function is given its context before `run` returns.
    this.faults.context = (written) => written;
    return running;
  }

  #find(accountId: string): Who {
    if (accountId === '' || accountId === 'unidentified') return null;
    const known = this.jira.users.find((user) => user.accountId === accountId);
    return this.jira.describe(known ?? { accountId, displayName: accountId, active: true, accountType: 'atlassian' });
  }

  #note({ kind, outcome, functionKey, detail }: Happening): void {
    const path = String(detail['path']);
    const isCall = 'path' in detail && functionKey !== null;
    if (isCall && outcome === null) this.calls.push(`${detail['to']} ${path.split('?')[0]}`);
    if (kind === 'atlassian' && outcome === null && path === '/app/report-accounts') {
      const { accounts } = JSON.parse(String(detail['body'])) as { accounts: { accountId: string }[] };
      this.reported.push(accounts.map(({ accountId }) => accountId));
    }
    if (kind === 'jira' && outcome === '204' && path.endsWith('/notify')) {
      const [, issueId = ''] = /\/issue\/([^/]+)\/notify$/.exec(path) ?? [];
      const asked = JSON.parse(String(detail['body'])) as Omit<Notification, 'issueId'>;
      this.jira.notifications.push({ issueId, ...asked });
    }
  }
}
