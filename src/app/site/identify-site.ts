import { listContexts } from './list-contexts';

/**
 * The cloudId of the site that a function runs for, from what the platform passes to it: the installation's ARI
 * (`ari:cloud:jira::site/<cloudId>`), its contexts, or the view's; null where none of them names it.
 */
export function identifySite(context: Readonly<Record<string, unknown>>): string | null {
  const { installContext, installation, cloudId } = context;
  const ari =
    typeof installContext === 'string' ? /^ari:cloud:jira::site\/([0-9a-f-]{36})$/i.exec(installContext)?.[1] : null;
  return ari ?? findJira(installation) ?? (typeof cloudId === 'string' ? cloudId : null);
}

function findJira(installation: unknown): string | null {
  return listContexts(installation)?.find(({ product }) => product === 'jira')?.cloudId ?? null;
}
