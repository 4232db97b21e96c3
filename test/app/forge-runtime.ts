import { AsyncLocalStorage } from 'node:async_hooks';
import type { PanelDefinitions } from '../../src/app/resolvers/definitions';
import { panel } from '../../src/index';
import type { FakeJira } from './fake-jira';

export const site = '11111111-1111-4111-8111-11111111aaaa';

export interface RemoteRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What stands behind the manifest's remote: the real service, or whatever a test wants to happen. */
export type Remote = (request: RemoteRequest) => Promise<Response>;

interface Target {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
}

/**
 * The seam in which the real `@forge/*` packages end: Jira and the remote are answered here, and every call is noted.
 * Shapes as in @forge/api 8.3.0 (out/api/fetch.js, endpoint.js, runtime.js).
 */
export class ForgeRuntime {
  readonly calls: string[] = [];
  readonly #person = new AsyncLocalStorage<string>();

  constructor(
    readonly jira: FakeJira,
    public remote: Remote,
  ) {
    const noop = { incr() {}, measure: () => ({ stop() {} }) };
    Object.assign(globalThis, {
      __forge_runtime__: { appContext: {}, metrics: { counter: () => noop, timing: () => noop } },
      __forge_fetch__: (target: Target, path: string, init: Omit<RemoteRequest, 'path'>) =>
        this.#fetch(target, path, init),
    });
  }

  /** Calls the panel's resolver as the platform does for this person. */
  async invoke<Name extends keyof PanelDefinitions>(
    accountId: string | undefined,
    name: Name,
    payload: unknown = {},
    { issueId = '10001', ...context }: Readonly<Record<string, unknown>> = {},
  ): Promise<ReturnType<PanelDefinitions[Name]>> {
    const extension = { type: 'jira:issuePanel', issue: { id: issueId, key: 'WEB-1' } };
    const request = { call: { functionKey: name, payload }, context: { cloudId: site, extension, ...context } };
    const principal = { accountId };
    this.calls.length = 0;
    const answer = await this.#person.run(accountId ?? '', () => panel(request, { principal }));
    return answer as ReturnType<PanelDefinitions[Name]>;
  }

  #fetch(target: Target, path: string, init: Omit<RemoteRequest, 'path'>): Promise<Response> | Response {
    const person = this.#person.getStore() ?? '';
    this.calls.push(`${target.remote} ${path.split('?')[0]}`);
    if (target.type === 'frc' && target.remote === 'conversation-api') return this.remote({ path, ...init });
    if (target.type === 'fpp' && target.provider === 'user') return this.jira.answer(person, path);
    throw new Error(`No test answers ${target.type} ${target.provider} ${target.remote}`);
  }
}
