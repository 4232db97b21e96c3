import { ApiError } from '../client/api-error';
import type { ConversationClient } from '../client/conversation-client';
import { type PagePlace, walkPages } from '../client/walk-pages';
import { isAccountId } from '../site/is-account-id';
import { listReceivers } from '../storage/delivery-receivers';
import type { ReportList } from './report-place';

/** Below the 90 that one report may hold. */
const limit = 75;

/** Whoever stands in the delivery log, page by page. @throws StorageError */
export async function* listLogged(): AsyncGenerator<readonly string[]> {
  const people = (await listReceivers()).filter(isPersonId);
  for (let start = 0; start < people.length; start += limit) yield people.slice(start, start + limit);
}

/** A page of people, and where the list goes on; empty at its end. */
export interface KnownPage {
  readonly people: readonly string[];
  readonly cursor: string;
}

/**
 * Those of whom the service keeps anything, page by page: `active` are who wrote or read, who stand first in a report,
 * since a client of the service can make up accounts without end. A service of the release before knows no such list,
 * and answers none of it. One that does not know the cursor any more begins anew.
 * @param from the cursor of an earlier page; empty at the beginning
 * @throws ApiError
 */
export async function* listKnown(
  client: ConversationClient,
  cloudId: string,
  list: ReportList,
  from: string,
): AsyncGenerator<KnownPage> {
  const query = { limit, ...(list === 'active' ? { active: true } : {}) };
  const ask = (place: PagePlace) => client.listAccounts({ params: { cloudId }, query: { ...query, ...place } });
  const pages = walkPages(
    async (place, before) => {
      try {
        return await ask(place);
      } catch (error) {
        const isRefused = error instanceof ApiError && error.error === 'invalid_request' && before === 0;
        if (!isRefused) throw error;
        if (from !== '') return ask({});
        if (list === 'active') return { values: [], cursor: '' };
        throw error;
      }
    },
    { from },
  );
  for await (const { values, cursor } of pages) yield { people: values.map(({ id }) => id).filter(isPersonId), cursor };
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
