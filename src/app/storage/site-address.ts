import kvs from '@forge/kvs';
import { reachStorage } from './reach-storage';

const key = 'site-address';
/** Where a Jira is changes seldom; its language when an administrator changes it. Milliseconds. */
const holdsForMs = 7 * 86_400_000;

/** Where people find this Jira, and in which language it is set up. */
export interface SiteAddress {
  /** Without a slash at the end. */
  readonly url: string;
  /** As Jira writes a locale, `de_DE`; null where it does not say. */
  readonly locale: string | null;
}

/** What was found within the last week, else what `find` finds now. @throws StorageError, and what `find` throws */
export async function keepSiteAddress(find: () => Promise<SiteAddress>): Promise<SiteAddress> {
  const kept = await reachStorage(() => kvs.get<SiteAddress & { at: string }>(key));
  if (kept !== undefined && Date.now() - Date.parse(kept.at) < holdsForMs) return kept;
  const found = await find();
  await reachStorage(() => kvs.set(key, { ...found, at: new Date().toISOString() }));
  return found;
}
