import { getAppContext } from '@forge/api';
import { identifySite } from './identify-site';

/**
 * The cloudId of the site that a function without a person runs for: a rule's, the queue's, the clock's. Which of them
 * the platform tells in its context is not documented (November 2026), so that the installation is asked where the
 * context does not name it; null where neither does.
 */
export function identifyOwnSite(context: Readonly<Record<string, unknown>> = {}): string | null {
  return identifySite(context) ?? readInstallation();
}

function readInstallation(): string | null {
  try {
    const { installation } = getAppContext();
    return (
      identifySite({ installation }) ?? installation?.contexts.find((it) => it.cloudId !== undefined)?.cloudId ?? null
    );
  } catch {
    // Outside of an invocation there is no installation.
    return null;
  }
}
