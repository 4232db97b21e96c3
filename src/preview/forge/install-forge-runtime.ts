import { randomUUID } from 'node:crypto';
import { demoSite } from '../jira/site';
import type { ForgeFetch, ForgeGlobals, ForgeRuntime } from './forge-globals';
import { currentInvocation } from './invocation';

/**
 * Sets the globals that the `@forge/*` packages read. Call it before the app is loaded: some read them at import.
 * @returns what takes them away again.
 */
export function installForgeRuntime(appId: string, forgeFetch: ForgeFetch): () => void {
  const globals = globalThis as ForgeGlobals;
  globals.__forge_fetch__ = forgeFetch;
  globals.__forge_runtime__ = createRuntime(appId);
  return () => {
    delete globals.__forge_fetch__;
    delete globals.__forge_runtime__;
  };
}

/** Getters all, since one runtime object serves every invocation and each must see its own. */
function createRuntime(appId: string): ForgeRuntime {
  return {
    get appContext() {
      return {
        appId,
        appVersion: '1.0.0',
        environmentId: demoSite.environmentId,
        environmentType: 'DEVELOPMENT',
        installationId: demoSite.installationId,
        invocationId: randomUUID(),
        moduleKey: currentInvocation().moduleKey,
        installation: { contexts: [{ cloudId: demoSite.cloudId, name: 'jira' }] },
      };
    },
    lambdaContext: { getRemainingTimeInMillis: () => Math.max(0, currentInvocation().deadline - Date.now()) },
    metrics: { counter: () => ({ incr: () => {} }), timing: () => ({ measure: () => ({ stop: () => {} }) }) },
    get aaid() {
      return currentInvocation().person?.accountId;
    },
    contextAri: `ari:cloud:jira::site/${demoSite.cloudId}`,
    get tracing() {
      return { traceId: currentInvocation().traceId };
    },
  };
}
