import { largestPage } from '../../../patterns/patterns';
import { type PagePlace, walkPages } from '../../client/walk-pages';
import type { InboxListName, InboxPage } from '../../definitions';
import { loadShownSwitches } from '../../policy/load-shown-switches';
import { ProblemError } from '../../problems/problem-error';
import type { ListedConversation } from '../listing/listed-conversation';
import { toEntry } from '../listing/to-entry';
import { personOf } from '../people/person-of';
import { loadOwn } from '../quiet/load-own';
import type { SiteAsker } from '../shared/asker';
import { showDrafts } from './list-begun';

interface Ask {
  readonly list: InboxListName;
  readonly cursor: string;
  /** Of the list `issue` alone. */
  readonly issue: string | null;
  /** Whether what the asker chose is wanted, too. */
  readonly own: boolean | null;
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
export async function listInbox(asker: SiteAsker, ask: Ask): Promise<InboxPage> {
  const { list, cursor: from } = ask;
  if ((list === 'issue') !== (ask.issue !== null)) {
    throw new ProblemError({
      code: 'payload_wrong',
      field: 'issue',
      rule: 'given for the list issue, and for no other',
    });
  }
  const found: ListedConversation[] = [];
  const saved = loadShownSwitches();
  const asked = ask.own ? loadOwn(asker) : undefined;
  let next = from;
  const pages = walkPages((place, before) => readPage(asker, ask, place, before), { most: mostLooks, from });
  for await (const { values, cursor } of pages) {
    found.push(...values.filter((conversation) => belongs(conversation, list)));
    next = cursor;
    if (found.length >= pageSize) break;
  }
  const { keepsDrafts } = await saved;
  if (list === 'drafts' && !keepsDrafts) return { entries: [], cursor: '' };
  const entries = found.map((conversation) => toEntry(conversation, asker.accountId));
  if (list === 'drafts') return { entries: await showDrafts(asker, entries, from === ''), cursor: next };
  const own = await asked;
  return {
    entries: entries.map((entry) => ({ ...entry, hasDraft: keepsDrafts && entry.hasDraft })),
    cursor: next,
    ...(own === undefined ? {} : { own }),
  };
}

function readPage({ client, site }: SiteAsker, { list, issue }: Ask, place: PagePlace, before: number) {
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
      // What one began to write, or looks for by a work item, is found wherever it stands.
      'include-archived': list === 'archived' || list === 'drafts' || list === 'issue',
      ...(list === 'mentions' ? { mentioned: true } : {}),
      ...(list === 'rules' ? { programs: true } : {}),
      ...(list === 'drafts' ? { drafts: true } : {}),
      ...(issue === null ? {} : { issue }),
      ...place,
    },
  });
}

/**
 * A public group is the asker's once they are in it; a search finds the others. A service of the release before lists all
 * where it is asked for mentions, for what rules wrote, or for drafts.
 */
function belongs(
  { isArchived, type, role, user, hasDraft, mentioned, questions, reminders }: ListedConversation,
  list: InboxListName,
): boolean {
  const isOfOthers = type === 'group' && role === null;
  if (list === 'drafts') return hasDraft === true;
  if (list === 'mentions') return mentioned === true;
  if (list === 'rules') return user !== undefined && personOf(user.id).kind === 'program';
  if (list === 'followUp') return (questions?.length ?? 0) + (reminders?.length ?? 0) > 0;
  return !isOfOthers && (list !== 'archived' || isArchived);
}
