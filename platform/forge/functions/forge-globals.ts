/**
 * The two globals in which every call of the `@forge/*` packages ends. The platform sets them before it loads an app;
 * their shapes are read from @forge/api 8.3.0 (out/api/fetch.js, endpoint.js, runtime.js).
 */
export interface ForgeGlobals {
  __forge_fetch__?: ForgeFetch;
  __forge_runtime__?: ForgeRuntime;
}

/**
 * Whom a call is for: `fpp` a product (`jira`) or Atlassian itself (`stargate`), `frc` a remote, `kvs` the storage,
 * `realtime` the channels. The other kinds are not offered here.
 */
export interface ForgeTarget {
  readonly type: string;
  readonly provider?: 'user' | 'app' | 'none';
  readonly remote?: string;
  readonly accountId?: string;
}

export interface ForgeRequestInit {
  readonly method?: string;
  readonly headers?: HeadersInit;
  readonly body?: string | null;
}

export type ForgeFetch = (target: ForgeTarget, path: string, init?: ForgeRequestInit) => Promise<Response>;

interface Counter {
  incr(): void;
}

interface Timer {
  measure(): { stop(): void };
}

export interface ForgeRuntime {
  readonly appContext: Readonly<Record<string, unknown>>;
  readonly lambdaContext: { readonly awsRequestId: string; getRemainingTimeInMillis(): number };
  readonly metrics: { counter(): Counter; timing(): Timer; gauge(): { set(): void } };
  readonly aaid: string | undefined;
  readonly contextAri: string;
  readonly container: { readonly appCodeDir?: string };
  readonly realtime: { readonly contextToken?: string };
  readonly tracing: { readonly traceId: string; readonly spanId: string };
  featureFlags(flag: string): boolean;
}
