import { emptyInbox, type InboxState } from '../../../../src/app/views/inbox/state/inbox-state';
import { type InboxEvent, reduceInbox } from '../../../../src/app/views/inbox/state/reduce-inbox';
import { aConversation, anEntry, anId, anInboxMessage } from './builders';

const after = (...events: InboxEvent[]): InboxState => events.reduce(reduceInbox, emptyInbox);
const range = (from: number, to: number) =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, n) => anEntry(from < to ? from + n : from - n));
const page = (entries = [anEntry()], cursor = '') => ({ entries, cursor });
const came = (entries: ReturnType<typeof range>, cursor = '', asked = ''): InboxEvent => ({
  type: 'list-came',
  list: 'all',
  after: asked,
  page: page(entries, cursor),
});
const ids = ({ lists }: InboxState) => lists.all.entries.map(({ id }) => Number(id.slice(-12)));

test('pages that were shown stay below the first one when it comes again', () => {
  const state = after(came(range(9, 7), 'c7'), came(range(6, 4), 'c4', 'c7'), came([anEntry(5), ...range(9, 8)], 'c8'));
  expect(ids(state)).toEqual([5, 9, 8, 7, 6, 4]);
  expect(state.lists.all.cursor).toBe('c4');
});

test('the list begins anew when more came than a first page reaches over', () => {
  const state = after(came(range(5, 3), 'c3'), came(range(19, 17), 'c17'));
  expect(ids(state)).toEqual([19, 18, 17]);
  expect(state.lists.all.cursor).toBe('c17');
});

test('a first page that is the whole list says what is not in it any more', () => {
  expect(ids(after(came(range(5, 3)), came(range(5, 4))))).toEqual([5, 4]);
});

test('a line that moved up meanwhile does not come a second time with the next page', () => {
  expect(ids(after(came(range(5, 3), 'c3'), came(range(3, 1), '', 'c3')))).toEqual([5, 4, 3, 2, 1]);
});

test('what was read elsewhere is read in every list', () => {
  const unread = anEntry(1, { unreadCount: 4 });
  const state = after(
    came([unread]),
    { type: 'list-came', list: 'unread', after: '', page: page([unread]) },
    { type: 'selected', id: unread.id, message: null },
    { type: 'entry-changed', id: unread.id, change: { unreadCount: 0 } },
  );
  expect(state.lists.all.entries[0]?.unreadCount).toBe(0);
  expect(state.lists.unread.entries[0]?.unreadCount).toBe(0);
  expect(state.conversations[unread.id]?.entry?.unreadCount).toBe(0);
});

test('what is read up to a message is so in every list, and what came later stays new', () => {
  const unread = anEntry(1, { unreadCount: 2 });
  const messages = [anInboxMessage(1, 'One'), anInboxMessage(2, 'Two')];
  const read = (n: number) =>
    after(
      came([unread]),
      { type: 'selected', id: unread.id, message: null },
      { type: 'came', in: unread.id, conversation: aConversation({ entry: unread, messages }).conversation },
      { type: 'read', in: unread.id, id: anInboxMessage(n, '').id },
    );
  expect(read(1).lists.all.entries[0]?.unreadCount).toBe(1);
  expect(read(2).lists.all.entries[0]?.unreadCount).toBe(0);
  expect(read(2).conversations[unread.id]).toMatchObject({ unreadCount: 0, entry: { unreadCount: 0 } });
});

test('a conversation that moved is out of the lists and stays beside them', () => {
  const state = after(
    came([anEntry(1)]),
    { type: 'selected', id: anId(1), message: null },
    { type: 'entry-moved', id: anId(1) },
  );
  expect(state.lists.all.entries).toEqual([]);
  expect(state.conversations[anId(1)]?.entry?.id).toBe(anId(1));
});

test('a message of my own is the last one of its line', () => {
  const message = anInboxMessage(1, 'Hi', { from: 'me' });
  const state = after(
    came([anEntry(1)]),
    { type: 'selected', id: anId(1), message: null },
    { type: 'sent', in: anId(1), key: 'k', message, text: 'x'.repeat(200), mailClosed: null },
  );
  expect(state.lists.all.entries[0]?.last).toMatchObject({ from: 'me', text: 'x'.repeat(140) });
});

test('an answer to a search that is over changes nothing', () => {
  const hits = [{ entry: anEntry(), message: anInboxMessage(1, 'Hi') }];
  const first = { type: 'search-asked', text: 'one', after: '' } as const;
  const second = { type: 'search-asked', text: 'two', after: '' } as const;
  const answer = {
    type: 'search-came',
    text: 'one',
    after: '',
    page: { ...page([]), hits },
    people: [],
    issue: null,
  } as const;
  expect(after(first, second, answer).search).toMatchObject({ text: 'two', hits: [], isFetching: true });
  expect(after(first, { type: 'search-ended' }, answer).search).toBeNull();
});

test('an event of a conversation that was never shown changes nothing', () => {
  const state = after(came([anEntry(1)]));
  const event = { type: 'came', in: anId(1), conversation: aConversation().conversation } as const;
  expect(reduceInbox(state, event)).toBe(state);
});

test('older pages stay when the latest one comes again', () => {
  const messages = (from: number, to: number) => range(from, to).map((_, n) => anInboxMessage(from + n, 'Hi'));
  const thread = (from: number, to: number, before: number | null) => ({
    type: 'came' as const,
    in: anId(1),
    conversation: aConversation({
      messages: messages(from, to),
      before: before === null ? null : anInboxMessage(before, '').id,
    }).conversation,
  });
  const state = after(
    { type: 'selected', id: anId(1), message: null },
    thread(5, 8, 5),
    { type: 'page-came', in: anId(1), page: { messages: messages(1, 4), before: null } },
    thread(6, 10, 6),
  );
  expect(state.conversations[anId(1)]?.messages).toHaveLength(10);
  expect(state.conversations[anId(1)]?.before).toBeNull();
});
