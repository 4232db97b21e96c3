import { largestPage } from '../../../patterns/patterns';
import { type PagePlace, walkPages } from '../../client/walk-pages';
import type { InboxPage } from '../../definitions';
import { loadShownSwitches } from '../../policy/load-shown-switches';
import type { ListedConversation } from '../listing/listed-conversation';
import { toEntry } from '../listing/to-entry';
import type { SiteAsker } from '../shared/asker';

interface Ask {
  readonly list: 'unread' | 'followUp' | 'all' | 'groups' | 'archived';
  readonly cursor: string;
}

/** Lines of a page; where several looks are needed, the last one may bring more. */
const pageSize = 25;
/** Looks of one call where the service's list holds more than is shown. */
const mostLooks = 6;

/**
 * A page of the asker's conversations by their newest activity. The service lists archived conversations among the
 * others, and public groups of others as well, so that some pages are looked through for it: such a page may hold few
 * lines, or none, and still go on.
 */
export async function listInbox(asker: SiteAsker, { list, cursor: from }: Ask): Promise<InboxPage> {
  const found: ListedConversation[] = [];
  const saved = loadShownSwitches();
  let next = from;
  const pages = walkPages((place, before) => readPage(asker, list, place, before), { most: mostLooks, from });
  for await (const { values, cursor } of pages) {
    found.push(...values.filter((conversation) => belongs(conversation, list)));
    next = cursor;
    if (found.length >= pageSize) break;
  }
  const { keepsDrafts } = await saved;
  const entries = found.map((conversation) => toEntry(conversation, asker.accountId));
  return { entries: entries.map((entry) => ({ ...entry, hasDraft: keepsDrafts && entry.hasDraft })), cursor: next };
}

function readPage({ client, site }: SiteAsker, list: Ask['list'], place: PagePlace, before: number) {
  return client.listConversations({
    params: { cloudId: site },
    query: {
      order: 'activity',
      expand: 'activity',
      // The archive is looked through, and so is the rest once a look has brought too little.
      limit: list === 'archived' || before > 0 ? largestPage : pageSize,
      unread: list === 'unread',
      // A service of the release before refuses nothing that it does not know here, and lists all.
      ...(list === 'followUp' ? { 'follow-up': true } : {}),
      'exclude-direct': list === 'groups',
      'include-archived': list === 'archived',
      ...place,
    },
  });
}

/** A public group is the asker's once they are in it; a search finds the others. */
function belongs({ isArchived, type, role, questions, reminders }: ListedConversation, list: Ask['list']): boolean {
  const isOfOthers = type === 'group' && role === null;
  if (list === 'followUp' && (questions?.length ?? 0) + (reminders?.length ?? 0) === 0) return false;
  return !isOfOthers && (list !== 'archived' || isArchived);
}
