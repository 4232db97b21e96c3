import type { DraftList } from '../../../contract/drafts';
import { largestPage, maxDrafts } from '../../../patterns/patterns';
import { walkPages } from '../../client/walk-pages';
import { type InboxEntry, keyOfPerson } from '../../definitions';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';

const mostPages = Math.ceil(maxDrafts / largestPage);

type DraftPlace = DraftList['values'][number];

/**
 * Lines of conversations with a draft, each with the issues about which the asker has begun to write there: such a draft
 * stands beside its issue, and not in the inbox. @param entries a page of them
 * @param isFirst whether it is the first one, which has a line, too, for each person to whom the asker has begun to write and
 *   with whom there is no conversation: no list of the service's has them
 */
export async function showDrafts(
  asker: SiteAsker,
  entries: readonly InboxEntry[],
  isFirst: boolean,
): Promise<InboxEntry[]> {
  // The draft of an edit stands at its message.
  const places = (await listPlaces(asker)).filter(({ messageId }) => messageId === null);
  const begun = isFirst ? await listBegun(asker, entries, places) : [];
  return [...begun, ...entries].map((entry) => ({ ...entry, draftsOn: issuesOf(entry, places) }));
}

async function listBegun(
  { client, site: cloudId }: SiteAsker,
  entries: readonly InboxEntry[],
  places: readonly DraftPlace[],
): Promise<InboxEntry[]> {
  const have = new Set(entries.map(({ person }) => person?.id));
  const people = new Set(places.flatMap(({ user }) => (user === undefined ? [] : [user.id])));
  const begun = [...people].filter((id) => !have.has(id));
  for (let at = 0; at < begun.length; at += largestPage) {
    const query = { user: begun.slice(at, at + largestPage), 'include-archived': true };
    const { values } = await client.listConversations({ params: { cloudId }, query });
    for (const { user } of values) have.add(user?.id);
  }
  return begun.filter((id) => !have.has(id)).map(toBegun);
}

function issuesOf({ id, person }: InboxEntry, places: readonly DraftPlace[]): NonNullable<InboxEntry['draftsOn']> {
  const here = places.filter(({ user, conversationId }) =>
    user === undefined ? conversationId === id : user.id === person?.id,
  );
  return here.flatMap(({ issue }) => (issue === null ? [] : [{ id: issue.id, key: null, summary: null }]));
}

async function listPlaces({ client, site: cloudId }: SiteAsker): Promise<DraftPlace[]> {
  const list = async (at: object) =>
    // Without a place it answers the list of them.
    (await client.getDraft({ params: { cloudId }, query: { limit: largestPage, ...at } })) as DraftList;
  const places: DraftPlace[] = [];
  for await (const { values } of walkPages(list, { most: mostPages })) places.push(...values);
  return places;
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
    turn: null,
    reminder: null,
    last: null,
  };
}
