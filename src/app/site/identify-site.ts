/**
 * The cloudId of the site that a function runs for, from what the platform passes to it: the installation's ARI
 * (`ari:cloud:jira::site/<cloudId>`), its contexts, or the view's; null where none of them names it.
 */
export function identifySite(context: Readonly<Record<string, unknown>>): string | null {
  const { installContext, installation, cloudId } = context;
  const ari =
    typeof installContext === 'string' ? /^ari:cloud:jira::site\/([0-9a-f-]{36})$/i.exec(installContext)?.[1] : null;
  return ari ?? readContexts(installation) ?? (typeof cloudId === 'string' ? cloudId : null);
}

function readContexts(installation: unknown): string | null {
  const { contexts } = (installation ?? {}) as { contexts?: unknown };
  if (!Array.isArray(contexts)) return null;
  const jira = (contexts as { name?: unknown; cloudId?: unknown }[]).find((it) => it?.name === 'jira');
  return typeof jira?.cloudId === 'string' ? jira.cloudId : null;
}
