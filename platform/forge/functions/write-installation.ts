import type { Site } from '../../jira/site';

/** An Atlassian resource name, which is an object that writes itself (@forge/api 8.3: out/api/runtime.d.ts). */
type Ari<T> = Readonly<T> & { toString(): string };

/** The installation as functions see it: on one site, for Jira. */
export function writeInstallation({ installationId, cloudId }: Site): {
  readonly ari: Ari<{ installationId: string }>;
  readonly contexts: readonly Ari<{ cloudId: string }>[];
} {
  return {
    ari: { installationId, toString: () => `ari:cloud:ecosystem::installation/${installationId}` },
    contexts: [{ cloudId, toString: () => `ari:cloud:jira::site/${cloudId}` }],
  };
}
