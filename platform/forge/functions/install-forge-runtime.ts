import type { Clock } from '../../clock/clock';
import type { Site } from '../../jira/site';
import type { ForgeFetch, ForgeGlobals, ForgeRuntime } from './forge-globals';
import { currentInvocation } from './invocation';
import { writeInstallation } from './write-installation';

export interface InstalledApp {
  readonly site: Site;
  readonly clock: Clock;
  readonly appId: string;
  readonly scopes: readonly string[];
}

type Installed = Pick<ForgeGlobals, '__forge_fetch__' | '__forge_runtime__'>;

/** What stood there before any room, then what each open room has set, in order of their opening. The last is in force. */
const installed: Installed[] = [];

/**
 * Sets the globals that the `@forge/*` packages read. Call it before the app is loaded: some read them at import.
 * @returns what gives them back, to the room that was opened before or to whoever had them.
 */
export function installForgeRuntime(app: InstalledApp, forgeFetch: ForgeFetch): () => void {
  const own: Installed = { __forge_fetch__: forgeFetch, __forge_runtime__: createRuntime(app) };
  if (installed.length === 0) installed.push(findGlobals());
  installed.push(own);
  setGlobals(own);
  return () => {
    const place = installed.indexOf(own);
    if (place < 0) return;
    installed.splice(place, 1);
    setGlobals(installed.at(-1) ?? {});
    if (installed.length === 1) installed.pop();
  };
}

function findGlobals(): Installed {
  const { __forge_fetch__: fetch, __forge_runtime__: runtime } = globalThis as ForgeGlobals;
  return {
    ...(fetch === undefined ? {} : { __forge_fetch__: fetch }),
    ...(runtime === undefined ? {} : { __forge_runtime__: runtime }),
  };
}

function setGlobals(globals: Installed): void {
  const all = globalThis as ForgeGlobals;
  delete all.__forge_fetch__;
  delete all.__forge_runtime__;
  Object.assign(all, globals);
}

/** Getters all, since one runtime object serves every invocation and each must see its own. */
function createRuntime(app: InstalledApp): ForgeRuntime {
  return {
    get appContext() {
      return writeAppContext(app);
    },
    lambdaContext: {
      get awsRequestId() {
        return currentInvocation().id;
      },
      getRemainingTimeInMillis: () => Math.max(0, currentInvocation().deadline - app.clock.now()),
    },
    metrics: {
      counter: () => ({ incr: () => {} }),
      timing: () => ({ measure: () => ({ stop: () => {} }) }),
      gauge: () => ({ set: () => {} }),
    },
    get aaid() {
      return currentInvocation().person?.accountId;
    },
    contextAri: `ari:cloud:jira::site/${app.site.cloudId}`,
    container: {},
    realtime: {},
    get tracing() {
      const { traceId } = currentInvocation();
      return { traceId, spanId: traceId.slice(0, 16) };
    },
    featureFlags: () => false,
  };
}

/** `appContext` of @forge/api 8.3 (out/api/runtime.d.ts). No licence: only apps of the Marketplace have one. */
function writeAppContext({ appId, scopes, site }: InstalledApp): ForgeRuntime['appContext'] {
  const { id, functionKey, moduleKey, moduleType } = currentInvocation();
  return {
    appId,
    appVersion: '1.0.0',
    environmentId: site.environmentId,
    environmentType: 'DEVELOPMENT',
    installationId: site.installationId,
    invocationId: id,
    functionKey,
    moduleType,
    moduleKey,
    installation: writeInstallation(site),
    permissions: { scopes, external: {} },
  };
}
