import type { Message } from '../../../contract/resources';
import { ApiError } from '../../client/api-error';
import { type PagePlace, walkPages } from '../../client/walk-pages';
import { withinTime } from '../../client/within-time';
import type { InboxEntry, InboxHit } from '../../definitions';
import { loadShownSwitches } from '../../policy/load-shown-switches';
import { toMessage } from '../conversation/to-message';
import type { ListedConversation } from '../listing/listed-conversation';
import { toEntry } from '../listing/to-entry';
import type { SiteAsker } from '../shared/asker';

interface Ask {
  readonly text: string;
  readonly cursor: string;
  /** Whom the view found by these words: people are Jira's to find. */
  readonly people: readonly string[] | null;
}

interface Found {
  readonly entries: readonly InboxEntry[];
  readonly hits: readonly InboxHit[];
  readonly cursor: string;
  /** Whether the settings let people begin a conversation from here. */
  readonly mayBegin: boolean;
}

/** Each message that was found costs a look at its conversation, so that a page of them is small. */
const hitsOfPage = 10;
const mostGroups = 10;
/** An end to the calls for those whose name fits, which long last messages make several of. */
const mostPages = 4;
/**
 * The service looks at some of what public groups say at a time, so that a page may be short, or empty, and no end. So many
 * pages are asked for at once; what is older is looked through when the asker wants it.
 */
const mostLooks = 5;
/** Milliseconds after which no further page is waited for: whoever searches waits for all of them. */
const looksFor = 8_000;
/** Characters of messages after which no further page is asked for: an answer of the app has an end, too. */
const mostText = 200_000;
/** More words than this the service takes for a text and no search. */
const mostWords = 10;

/** Messages that hold these words, the newest first; on the first page also groups and people whose name fits. */
export async function searchInbox(asker: SiteAsker, ask: Ask): Promise<Found> {
  const { cursor } = ask;
  const text = ask.text.split(/\s+/u).slice(0, mostWords).join(' ');
  if (text === '') return { entries: [], hits: [], cursor: '', mayBegin: false };
  const { accountId } = asker;
  const [messages, named, saved] = await Promise.all([
    findMessages(asker, text, cursor),
    cursor === '' ? findNamed(asker, text, ask.people ?? []) : [],
    loadShownSwitches(),
  ]);
  const around = await readConversations(asker, messages.values, named);
  const entryOf = (conversation: ListedConversation) => toEntry(conversation, accountId);
  return {
    entries: named.map(entryOf),
    hits: messages.values.flatMap((message): InboxHit[] => {
      const conversation = around.get(message.conversationId);
      if (conversation === undefined) return [];
      return [{ entry: entryOf(conversation), message: toMessage(message, accountId, 'conversation') }];
    }),
    cursor: messages.cursor,
    mayBegin: saved.isOn && saved.peopleMayBegin,
  };
}

/**
 * The newest that hold the words, behind the cursor. Its own cursor is empty only where there is nothing older to look through.
 * Where a later page does not come, what the earlier ones gave is the answer, and its cursor asks for that page again.
 * @throws ApiError where the first page does not come
 */
async function findMessages({ client, site }: SiteAsker, text: string, from: string) {
  const found = { values: [] as Message[], cursor: '' };
  const end = Date.now() + looksFor;
  const ask = (place: PagePlace, before: number) => {
    const limit = hitsOfPage - found.values.length;
    const page = client.searchMessages({ params: { cloudId: site }, query: { query: text, limit, ...place } });
    return before === 0 ? page : withinTime(end - Date.now(), page);
  };
  try {
    for await (const { values, cursor } of walkPages(ask, { most: mostLooks, from })) {
      found.values.push(...values);
      found.cursor = cursor;
      const length = found.values.reduce((sum, message) => sum + message.text.length, 0);
      if (found.values.length >= hitsOfPage || length > mostText || Date.now() >= end) break;
    }
  } catch (error) {
    // Each page that came and was not the last has a cursor.
    if (found.cursor === '' || !(error instanceof ApiError)) throw error;
  }
  return found;
}

/** People first. Whoever has no conversation with the asker is the view's to show. */
async function findNamed(asker: SiteAsker, text: string, people: readonly string[]): Promise<ListedConversation[]> {
  const shown = { expand: 'activity', 'include-archived': true } as const;
  const find = (query: object, most: number) => listSome(asker, { ...shown, ...query }, most);
  const [direct, groups] = await Promise.all([
    people.length === 0 ? [] : find({ order: 'activity', user: people }, people.length),
    find({ query: text, 'exclude-direct': true, limit: mostGroups }, mostGroups),
  ]);
  return [...direct, ...groups];
}

/** The first of a list, up to so many. */
async function listSome({ client, site }: SiteAsker, query: object, most: number): Promise<ListedConversation[]> {
  const list = (at: object) => client.listConversations({ params: { cloudId: site }, query: { ...query, ...at } });
  const found: ListedConversation[] = [];
  for await (const { values } of walkPages(list, { most: mostPages })) {
    found.push(...values);
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

/** The conversations of these messages by their id; those that came already are not read again. */
async function readConversations(
  { client, site }: SiteAsker,
  messages: readonly Message[],
  known: readonly ListedConversation[],
): Promise<ReadonlyMap<string, ListedConversation>> {
  const all = new Map(known.map((conversation) => [conversation.id, conversation]));
  const missing = new Set(messages.map(({ conversationId }) => conversationId).filter((id) => !all.has(id)));
  const read = await Promise.allSettled(
    [...missing].map((conversationId) => client.getConversation({ params: { cloudId: site, conversationId } })),
  );
  // One that was left in this moment is none of theirs any more.
  for (const it of read) if (it.status === 'fulfilled') all.set(it.value.id, it.value);
  return all;
}
