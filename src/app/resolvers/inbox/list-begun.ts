import type { DraftList } from '../../../contract/drafts';
import { largestPage, maxDrafts } from '../../../patterns/patterns';
import { walkPages } from '../../client/walk-pages';
import { type InboxEntry, keyOfPerson } from '../../definitions';
import type { ListedConversation } from '../listing/listed-conversation';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';

const mostPages = Math.ceil(maxDrafts / largestPage);

/**
 * A line for each person to whom the asker has begun to write about no issue, and with whom there is no conversation: no
 * list of the service's has them. @param known conversations that have come already
 */
export async function listBegun(asker: SiteAsker, known: readonly ListedConversation[]): Promise<InboxEntry[]> {
  const have = new Set(known.map(({ user }) => user?.id));
  const begun = (await listPeople(asker)).filter((id) => !have.has(id));
  const { client, site: cloudId } = asker;
  for (let at = 0; at < begun.length; at += largestPage) {
    const query = { user: begun.slice(at, at + largestPage), 'include-archived': true };
    const { values } = await client.listConversations({ params: { cloudId }, query });
    for (const { user } of values) have.add(user?.id);
  }
  return begun.filter((id) => !have.has(id)).map(toBegun);
}

/** Whoever is named by the place of a draft that is neither about an issue nor an edit. */
async function listPeople({ client, site: cloudId }: SiteAsker): Promise<string[]> {
  const list = async (at: object) =>
    // Without a place it answers the list of them.
    (await client.getDraft({ params: { cloudId }, query: { limit: largestPage, ...at } })) as DraftList;
  const people: string[] = [];
  for await (const { values } of walkPages(list, { most: mostPages })) {
    for (const { user, issue, messageId } of values) {
      if (user !== undefined && issue === null && messageId === null) people.push(user.id);
    }
  }
  return people;
}

function toBegun(id: string): InboxEntry {
  return {
    id: keyOfPerson(id),
    kind: 'direct',
    person: personOf(id),
    name: '',
    topic: '',
    privacy: 'private',
    issue: null,
    isArchived: false,
    isMuted: false,
    role: null,
    unreadCount: 0,
    mentioned: false,
    hasDraft: true,
    last: null,
  };
}
