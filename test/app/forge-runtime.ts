import { AsyncLocalStorage } from 'node:async_hooks';
import type {
  InboxDefinitions,
  LiveDefinitions,
  PanelDefinitions,
  PreferenceDefinitions,
  SettingsDefinitions,
} from '../../src/app/definitions';
import * as app from '../../src/index';
import type { FakeJira } from './fake-jira';
import { FakeKvs } from './forge/fake-kvs';
import { type DeliveredEvent, FakeQueue } from './forge/fake-queue';
import { FakeRealtime } from './forge/fake-realtime';
import { type VirtualClock, wallClock } from './forge/virtual-clock';

export const site = '11111111-1111-4111-8111-11111111aaaa';
/** Where the platform says that the web trigger is. */
export const triggerUrl = 'https://aside.webtrigger.atlassian.app/public/send';

const appId = '0b5c6a2e-9d1b-4c3a-8e7f-0a1b2c3d4e5f';
const installContext = `ari:cloud:jira::site/${site}`;

export interface RemoteRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What stands behind the manifest's remote: the real service, or whatever a test wants to happen. */
export type Remote = (request: RemoteRequest) => Promise<Response>;

type ViewDefinitions = PanelDefinitions & InboxDefinitions & PreferenceDefinitions & LiveDefinitions;

/** A function as the platform runs it: what comes in, and what it knows of the installation. */
type Handler = (input: never, context: never) => Promise<unknown>;

interface Target {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
}

/** What the web trigger's function gets (@forge/api 8.3.0, out/webTrigger.d.ts). */
export interface TriggerRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

/**
 * The seam in which the real `@forge/*` packages end: Jira, the remote, storage, queue and Realtime are answered here,
 * and every call is noted. Shapes as in @forge/api 8.3.0 (out/api/fetch.js, endpoint.js, runtime.js).
 */
export class ForgeRuntime {
  readonly calls: string[] = [];
  readonly kvs: FakeKvs;
  readonly queue: FakeQueue;
  readonly realtime: FakeRealtime;
  /** Accounts that the app reported, batch by batch, and what Atlassian answers of them. */
  readonly reported: string[][] = [];
  closedAccounts: readonly string[] = [];
  updatedAccounts: readonly string[] = [];
  /** What `webTrigger.getUrl` gives; null: the platform fails. */
  triggerUrl: string | null = triggerUrl;
  readonly #person = new AsyncLocalStorage<string>();

  constructor(
    readonly jira: FakeJira,
    public remote: Remote,
    readonly clock: VirtualClock = wallClock,
  ) {
    this.kvs = new FakeKvs(clock);
    this.realtime = new FakeRealtime(clock);
    this.queue = new FakeQueue(clock, (event) => this.consume(event));
    const noop = { incr() {}, measure: () => ({ stop() {} }) };
    const installation = { contexts: [{ name: 'jira', cloudId: site }] };
    const appContext = {
      appId,
      appVersion: '1.0.0',
      environmentId: 'e1',
      environmentType: 'DEVELOPMENT',
      installationId: 'i1',
      invocationId: 'call-1',
      moduleKey: 'test',
      installation,
    };
    Object.assign(globalThis, {
      __forge_runtime__: {
        appContext,
        contextAri: installContext,
        lambdaContext: { getRemainingTimeInMillis: () => 25_000 },
        metrics: { counter: () => noop, timing: () => noop },
      },
      __forge_fetch__: (target: Target, path: string, init: Omit<RemoteRequest, 'path'>) =>
        this.#fetch(target, path, init),
    });
  }

  /** Calls the resolver of the panel, the inbox or the preferences as the platform does for this person. */
  async invoke<Name extends keyof ViewDefinitions>(
    accountId: string | undefined,
    name: Name,
    payload: unknown = {},
    { issueId = '10001', ...context }: Readonly<Record<string, unknown>> = {},
  ): Promise<ReturnType<ViewDefinitions[Name]>> {
    const extension = { type: 'jira:issuePanel', issue: { id: issueId, key: 'WEB-1' } };
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
  async consume(event: DeliveredEvent): Promise<unknown> {
    return this.run('outbox', event);
  }

  /** Runs a function that the manifest names, with what the platform passes beside its input. */
  async run(name: string, input: unknown, context: object = {}, accountId?: string): Promise<unknown> {
    const handler = (app as unknown as Readonly<Record<string, Handler | undefined>>)[name];
    if (handler === undefined) throw new Error(`src/index.ts exports no ${name}`);
    const installation = { contexts: [{ name: 'jira', cloudId: site }] };
    const all = { installContext, installation, ...context };
    return this.#person.run(accountId ?? '', () => handler(input as never, all as never));
  }

  /** Runs a part of the app for which `asUser` is this person. */
  as<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    return this.#person.run(accountId, work);
  }

  async #resolve<T>(name: string, accountId: string | undefined, key: string, payload: unknown, context: object) {
    const request = { call: { functionKey: key, payload }, context: { cloudId: site, ...context } };
    const handler = (app as unknown as Readonly<Record<string, Handler | undefined>>)[name];
    if (handler === undefined) throw new Error(`src/index.ts exports no ${name}`);
    this.calls.length = 0;
    const given = { principal: { accountId } };
    return (await this.#person.run(accountId ?? '', () => handler(request as never, given as never))) as T;
  }

  #fetch(target: Target, path: string, init: Omit<RemoteRequest, 'path'>): Promise<Response> | Response {
    const person = this.#person.getStore() ?? '';
    this.calls.push(`${target.remote ?? target.type} ${path.split('?')[0]}`);
    if (target.type === 'frc' && target.remote === 'conversation-api') return this.remote({ path, ...init });
    if (target.type === 'kvs') return this.kvs.answer(path, init.body);
    if (target.type === 'realtime') return this.realtime.answer(init.body);
    if (target.type === 'fpp' && target.remote === 'jira') {
      return this.jira.answer(target.provider === 'app' ? null : person, path, init);
    }
    if (target.type === 'fpp' && target.remote === 'stargate') return this.#answerPlatform(path, init);
    throw new Error(`No test answers ${target.type} ${target.provider} ${target.remote}`);
  }

  #answerPlatform(path: string, { body }: Omit<RemoteRequest, 'path'>): Response {
    if (path.startsWith('/webhook/queue/publish/')) return this.queue.answerPush(body);
    if (path === '/app/report-accounts') return this.#reportAccounts(body);
    if (path === '/graphql' && body?.includes('createWebTriggerUrl')) {
      if (this.triggerUrl === null) return new Response(null, { status: 500 });
      return Response.json({ data: { createWebTriggerUrl: { url: this.triggerUrl } } });
    }
    throw new Error(`No test answers ${path} of the platform`);
  }

  /** 204 when there is nothing to do (developer.atlassian.com/platform/forge/user-privacy-guidelines). */
  #reportAccounts(body: string | undefined): Response {
    const { accounts } = JSON.parse(body ?? '{}') as { accounts: { accountId: string }[] };
    const ids = accounts.map(({ accountId }) => accountId);
    this.reported.push(ids);
    const answers = ids.flatMap((accountId) => {
      if (this.closedAccounts.includes(accountId)) return [{ accountId, status: 'closed' }];
      return this.updatedAccounts.includes(accountId) ? [{ accountId, status: 'updated' }] : [];
    });
    return answers.length === 0 ? new Response(null, { status: 204 }) : Response.json({ accounts: answers });
  }
}
