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

/**
 * Sets the globals that the `@forge/*` packages read. Call it before the app is loaded: some read them at import.
 * @returns what takes them away again.
 */
export function installForgeRuntime(app: InstalledApp, forgeFetch: ForgeFetch): () => void {
  const globals = globalThis as ForgeGlobals;
  globals.__forge_fetch__ = forgeFetch;
  globals.__forge_runtime__ = createRuntime(app);
  return () => {
    // Another room may have been opened since.
    if (globals.__forge_fetch__ !== forgeFetch) return;
    delete globals.__forge_fetch__;
    delete globals.__forge_runtime__;
  };
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
