import { loading, type OpenState, type PanelState } from '../../../../src/app/views/panel/state/panel-state';
import { type PanelEvent, reducePanel } from '../../../../src/app/views/panel/state/reduce-panel';
import { aMessage, aPanel, aThread, bob, carla, theApp } from '../builders';

function after(...events: PanelEvent[]): PanelState {
  return events.reduce(reducePanel, loading);
}

function openAfter(...events: PanelEvent[]): OpenState {
  const state = after(...events);
  if (state.phase !== 'open') throw new Error(`The panel is ${state.phase}`);
  return state;
}

const opened = (threads = [aThread()]): PanelEvent => ({ type: 'opened', panel: aPanel({ threads }) });
const page = (from: number, to: number, before: number | null = null) => ({
  messages: Array.from({ length: to - from + 1 }, (_, n) => aMessage(from + n, `Number ${from + n}`)),
  before: before === null ? null : aMessage(before, '').id,
});
const numbers = (state: OpenState) => state.threads[0]?.messages.map(({ id }) => Number(id.slice(-12)));

test('older pages stay when the latest one comes again', () => {
  const state = openAfter(
    opened([aThread([], { page: page(5, 8, 5) })]),
    { type: 'page-came', in: 'bob', page: page(1, 4) },
    opened([aThread([], { page: page(6, 10, 6) })]),
  );
  expect(numbers(state)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(state.threads[0]?.before).toBeNull();
});

test('a thread begins anew when so much came meanwhile that there would be a gap', () => {
  const state = openAfter(opened([aThread([], { page: page(1, 4) })]), opened([aThread([], { page: page(8, 10, 8) })]));
  expect(numbers(state)).toEqual([8, 9, 10]);
  expect(state.threads[0]?.before).toBe(aMessage(8, '').id);
});

test('a message of my own beyond what I have read does not hide that there is a gap', () => {
  const state = openAfter(
    opened([aThread([], { page: page(1, 4) })]),
    {
      type: 'sent',
      in: 'bob',
      key: 'k',
      message: aMessage(12, 'Mine', { from: 'me' }),
      text: 'Mine',
      mailClosed: null,
    },
    opened([aThread([], { page: page(8, 12, 8) })]),
  );
  expect(numbers(state)).toEqual([8, 9, 10, 11, 12]);
  expect(state.threads[0]?.before).toBe(aMessage(8, '').id);
});

test('a page that was read before a delete or an edit does not bring the old words back', () => {
  const mine = (n: number) => aMessage(n, 'Old', { from: 'me' });
  const state = openAfter(
    opened([aThread([mine(1), mine(2)])]),
    { type: 'asked' },
    { type: 'removed', in: 'bob', id: mine(1).id, deletedAt: '2026-03-04T06:00:00.000Z' },
    {
      type: 'edited',
      in: 'bob',
      id: mine(2).id,
      body: aMessage(2, 'New').body ?? never(),
      source: 'New',
      editedAt: '2026-03-04T06:00:00.000Z',
    },
    opened([aThread([mine(1), mine(2)])]),
  );
  expect(state.threads[0]?.messages).toMatchObject([
    { body: null, source: null, deletedAt: '2026-03-04T06:00:00.000Z' },
    { source: 'New', editedAt: '2026-03-04T06:00:00.000Z' },
  ]);
});

test('a message is there once, in its newest state, in the order of its id', () => {
  const edited = aMessage(1, 'New', { editedAt: '2026-03-04T06:00:00.000Z' });
  const state = openAfter(
    opened([aThread([aMessage(2, 'Two'), aMessage(1, 'Old')])]),
    opened([aThread([edited, aMessage(2, 'Two')])]),
  );
  expect(state.threads[0]?.messages).toEqual([edited, aMessage(2, 'Two')]);
});

test('a refresh stays with the person who is shown, also when others come first', () => {
  const toCarla = aThread([], { person: carla });
  const state = openAfter(opened(), { type: 'selected', key: bob.id }, opened([toCarla, aThread()]));
  expect(state.selected).toBe(bob.id);
});

test('a refresh that no longer holds the person who is shown goes to the first', () => {
  expect(openAfter(opened(), opened([aThread([], { person: carla })])).selected).toBe(carla.id);
});

test('unsent words keep their thread through a refresh that does not hold it', () => {
  const draft = {
    key: 'k',
    ts: '',
    answers: null,
    isQuestion: false,
    words: { document: null, markdown: 'x' },
    body: aMessage(1, 'x').body ?? never(),
  };
  const sending: PanelEvent = { type: 'sending', in: 'bob', draft };
  const state = openAfter(opened(), sending, opened([aThread([], { person: carla })]));
  expect(state.threads).toMatchObject([
    { person: carla, isAssignee: true },
    { person: bob, isAssignee: false, refusal: null },
  ]);
});

test('words that are being written keep their thread and its place before the eyes, as long as they are there', () => {
  const moved = { type: 'opened', panel: aPanel({ threads: [aThread([], { person: carla })] }) } as const;
  const writing = openAfter(opened(), { ...moved, writingTo: ['bob'] });
  expect(writing.threads).toMatchObject([
    { person: carla, isAssignee: true },
    { person: bob, isAssignee: false },
  ]);
  expect(writing.selected).toBe('bob');
  const after = reducePanel(writing, moved);
  expect(after).toMatchObject({ selected: 'carla', threads: [{ person: carla }] });
});

test('a thread that was started stays, shown, when the panel comes again without it', () => {
  const started: PanelEvent = { type: 'started', conversation: aThread([], { person: carla, isAssignee: false }) };
  const state = openAfter(opened(), started, opened());
  expect(state.threads.map(({ key }) => key)).toEqual(['bob', 'carla']);
  expect(state.selected).toBe('carla');
});

test('a group that was begun stays, shown, through an answer that was asked before, and no longer', () => {
  const group = { ...aThread([], { isAssignee: false }), person: null, conversationId: 'g' };
  const begun = openAfter(opened(), { type: 'started', conversation: group });
  const panel = aPanel({ threads: [aThread()] });
  const before = reducePanel(begun, { type: 'opened', panel, begunSince: ['#g'] });
  expect(before).toMatchObject({ selected: '#g', threads: [{ key: 'bob' }, { key: '#g' }] });
  expect(reducePanel(before, { type: 'opened', panel })).toMatchObject({ selected: 'bob', threads: [{ key: 'bob' }] });
});

test('starting a thread that is there shows it and loses nothing of it', () => {
  const page = { messages: [aMessage(1, 'Hi')], before: null };
  const toCarla = aThread([], { person: carla, isAssignee: false, page });
  const state = openAfter(opened([aThread(), toCarla]), { type: 'started', conversation: { ...toCarla, page: null } });
  expect(state).toMatchObject({
    selected: 'carla',
    threads: [{}, { isLoaded: true, messages: [{ id: page.messages[0]?.id }] }],
  });
  expect(state.threads).toHaveLength(2);
});

test('the thread of a program is never the one that is shown', () => {
  const state = openAfter(opened([aThread([aMessage(1, 'Due')], { person: theApp })]));
  expect(state.selected).toBeNull();
  expect(openAfter(opened([aThread([], { person: theApp }), aThread()])).selected).toBe(bob.id);
});

test('what is read up to its newest message has nothing unread; read up to another one, what came after it is', () => {
  const thread = aThread([aMessage(1, 'One'), aMessage(2, 'Two')], { unreadCount: 2 });
  const read = (n: number): PanelEvent => ({ type: 'read', in: 'bob', id: aMessage(n, '').id });
  expect(openAfter(opened([thread]), read(1)).threads[0]?.unreadCount).toBe(1);
  expect(openAfter(opened([thread]), read(2)).threads[0]?.unreadCount).toBe(0);
});

test('an answer for a thread that is gone changes nothing', () => {
  const state = openAfter(opened());
  expect(reducePanel(state, { type: 'page-came', in: 'nobody', page: page(1, 1) })).toEqual(state);
});

test('an answer that comes before the panel is open changes nothing', () => {
  expect(after({ type: 'page-came', in: 'bob', page: page(1, 1) })).toEqual(loading);
});

function never(): never {
  throw new Error('A built message has a body');
}
