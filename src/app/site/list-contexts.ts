/** A place where the app is installed; null for what the platform does not tell. */
export interface InstalledContext {
  readonly product: string | null;
  readonly cloudId: string | null;
}

/**
 * The places of an installation as a function is told of it; null where it is told of none. A place may name its
 * product, as the token of a call does, or only write itself as an ARI such as `ari:cloud:jira::site/<cloudId>`
 * (@forge/api 8.3, out/api/runtime.d.ts).
 */
export function listContexts(installation: unknown): readonly InstalledContext[] | null {
  const { contexts } = (installation ?? {}) as { contexts?: unknown };
  if (!Array.isArray(contexts)) return null;
  return (contexts as (Readonly<Record<string, unknown>> | null)[]).map((it) => ({
    product: text(it?.['name']) ?? /^ari:cloud:([a-z-]+):/.exec(String(it))?.[1] ?? null,
    cloudId: text(it?.['cloudId']),
  }));
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
