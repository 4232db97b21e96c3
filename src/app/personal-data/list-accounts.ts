import type { ConversationClient } from '../client/conversation-client';
import { walkPages } from '../client/walk-pages';
import { isAccountId } from '../site/is-account-id';
import { listReceivers } from '../storage/delivery-receivers';

/** Below the 90 that one report may hold. */
const limit = 75;

/** Whoever stands in the delivery log, page by page. @throws StorageError */
export async function* listLogged(): AsyncGenerator<readonly string[]> {
  const people = (await listReceivers()).filter(isPersonId);
  for (let start = 0; start < people.length; start += limit) yield people.slice(start, start + limit);
}

/**
 * Everybody of whom the service keeps anything, page by page.
 * @param end when no other page is asked for, in milliseconds since the epoch
 * @throws ApiError; Error where there are more pages by then
 */
export async function* listKnown(
  client: ConversationClient,
  cloudId: string,
  end: number,
): AsyncGenerator<readonly string[]> {
  const pages = walkPages((place) => client.listAccounts({ params: { cloudId }, query: { limit, ...place } }));
  for await (const { values, cursor } of pages) {
    yield values.map(({ id }) => id).filter(isPersonId);
    if (cursor !== '' && Date.now() > end) throw new Error('The time of a report is over');
  }
}

/**
 * What stands where an account would: a place on an issue, a group; what Jira calls someone who is not logged in; and what
 * Atlassian asks never to be reported (Forge documentation, user privacy guidelines).
 */
const noAccounts = new Set(['assignee', 'reporter', 'group', 'unidentified', 'unknown']);

/** Whether this is the account of a person: programs have none, and a line of the delivery log may name a place. */
function isPersonId(id: string): boolean {
  return isAccountId(id) && !noAccounts.has(id) && !id.startsWith('client:') && !id.startsWith('app:');
}
