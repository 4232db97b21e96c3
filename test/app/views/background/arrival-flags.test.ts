import { FakeHost, letReactFinish } from '../fake-host';

// The script that stands on every issue: the real view over a made-up host, on a clock that the test moves.
interface Flag {
  readonly id: string;
  readonly title: string;
  readonly actions: readonly { readonly text: string; readonly onClick: () => void }[];
}

const anArrival = (n: number, changes: object = {}) => ({
  messageId: `m${n}`,
  conversationId: 'c',
  from: { id: '557058:b0b', name: null, kind: 'person', active: true },
  sentBy: 'person',
  owner: null,
  group: null,
  issueId: '10001',
  isMention: false,
  ...changes,
});

let host: FakeHost;
let arrivals: readonly object[];
let unreadCount: number;
let options: unknown;
let hear: ((payload: unknown) => void) | null;
let listeners: Map<string, Set<(payload: unknown) => void>>;
let said: { readonly event: string; readonly payload: unknown }[];
let live: () => object;
let subscribe: () => unknown;

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
/** Lets real things go on, on a clock that stands still, until this is so. */
async function stand(isSo: () => boolean): Promise<void> {
  for (let turns = 0; !isSo(); turns += 1) {
    if (turns > 100_000) throw new Error('It never came to that.');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
const asked = (name: string) => host.invoked.filter((it) => it.name === name).length;
const flags = () =>
  host.commanded.filter(({ command }) => command === 'showFlag').map(({ data }) => data as unknown as Flag);
const say = (event: string, payload: unknown = {}) => {
  for (const listener of listeners.get(event) ?? []) listener(payload);
};
async function hint(): Promise<void> {
  hear?.({ conversationId: null, issueId: '10001' });
  await pass(3_000);
}

beforeAll(() => {
  // The bridge makes a request without an address, which this environment refuses.
  const Before = globalThis.Request;
  globalThis.Request = class extends Before {
    constructor(input: string, init?: RequestInit) {
      super(input === '' ? 'http://localhost/' : input, init);
    }
  } as typeof Request;
});

beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  arrivals = [anArrival(1)];
  unreadCount = 0;
  options = null;
  hear = null;
  listeners = new Map();
  said = [];
  live = () => ({ ok: true, token: 'token', expiresAt: Date.now() / 1000 + 9_000, isBusy: false });
  subscribe = () => ({ unsubscribe: async () => undefined });
  host = new FakeHost(
    { live: () => live(), arrivals: () => ({ ok: true, arrivals }), news: () => ({ ok: true, unreadCount }) } as never,
    { extension: { type: 'jira:issueViewBackgroundScript', issue: { id: '10001', key: 'WEB-1' } } },
    {
      on: ({ event, callback }) => {
        const of = listeners.get(String(event)) ?? new Set();
        listeners.set(String(event), of.add(callback as (payload: unknown) => void));
        return { unsubscribe: () => undefined };
      },
      emit: ({ event, payload }) => void said.push({ event: String(event), payload }),
      subscribeRealtimeChannel: ({ onEvent, options: given }) => {
        options = given;
        hear = onEvent as (payload: unknown) => void;
        return subscribe();
      },
      fetchProduct: ({ restPath }) => {
        const ids = new URL(String(restPath), 'http://localhost').searchParams.getAll('accountId');
        const values = ids.map((accountId) => ({
          accountId,
          displayName: 'Bob Brown',
          accountType: 'atlassian',
          active: true,
        }));
        return { body: JSON.stringify({ values }), headers: {}, status: 200, statusText: 'OK' };
      },
    },
  );
  await host.open('background');
  // Its clock begins once it stands: its texts and its page come by real ways, which are as long as the machine is busy.
  await stand(() => listeners.size > 0);
});

afterEach(async () => {
  jest.useRealTimers();
  await letReactFinish();
});

test('who only passes by takes nothing of Realtime; who stays is subscribed once', async () => {
  await pass(9_000);
  expect(asked('live')).toBe(0);
  await pass(2_000);
  expect([asked('live'), hear !== null]).toEqual([1, true]);
});

test('a hint brings one flag that says who wrote, and none of the words; the page hears of the hint at once', async () => {
  await pass(11_000);
  hear?.({ conversationId: 'c', issueId: '10001' });
  await pass(0);
  expect(said).toContainEqual({ event: 'aside.hint', payload: { conversationId: 'c', issueId: '10001' } });
  await pass(3_000);
  expect(flags()).toMatchObject([{ id: 'aside-m1', title: 'New message from Bob Brown' }]);
  await hint();
  expect(asked('arrivals')).toBe(2);
  expect(flags()).toHaveLength(1);
});

test.each([
  [1, '1 new message about this work item'],
  [7, '7 new messages about this work item'],
  [100, '99+ new messages about this work item'],
])('of %d new messages it tells as the page opens, once, with no flag where none is new', async (count, title) => {
  unreadCount = count;
  await pass(2_900);
  expect(asked('news')).toBe(0);
  await pass(60_000);
  expect([asked('news'), flags().map((flag) => flag.title)]).toEqual([1, [title]]);
});

test.each(['aside.is-a-script-here', 'aside.a-view-is-here'])(
  'a view that stands on the page says it by itself, and the script asks nothing: %s',
  async (event) => {
    unreadCount = 3;
    say(event);
    await pass(60_000);
    expect([asked('news'), flags()]).toEqual([0, []]);
  },
);

test('what was told before it listened is told again', async () => {
  await pass(11_000);
  expect(options).toEqual({ token: 'token', replaySeconds: 10 });
});

test('hints in a row are one question', async () => {
  await pass(11_000);
  hear?.({});
  hear?.({});
  await hint();
  expect(asked('arrivals')).toBe(1);
});

test('of what the panel has told there is no second flag', async () => {
  await pass(11_000);
  say('aside.told', { messageId: 'm1' });
  await hint();
  expect(flags()).toEqual([]);
});

test.each([
  ['a rule', { sentBy: 'rule', from: { id: 'app:1', kind: 'program' } }, 'An automation rule wrote to you'],
  ['a program', { sentBy: 'client', from: { id: 'client:1', kind: 'program' } }, 'A program wrote to you'],
  ['someone in a group', { group: 'Harbour' }, 'Bob Brown wrote in Harbour'],
  ['someone who mentions the reader', { isMention: true }, 'Bob Brown mentioned you'],
  ['someone in a group', { isMention: true, group: 'Harbour' }, 'Bob Brown mentioned you in Harbour'],
])('it says where %s wrote', async (_, changes, title) => {
  await pass(11_000);
  arrivals = [anArrival(1, changes)];
  await hint();
  expect(flags().map((flag) => flag.title)).toEqual([title]);
});

test('the flag leads to the inbox', async () => {
  await pass(11_000);
  await hint();
  flags()[0]?.actions[0]?.onClick();
  await pass(0);
  expect(host.commanded.map(({ command }) => command)).toContain('navigate');
});

test('a view that asks hears that the script is here', async () => {
  said.length = 0;
  say('aside.is-a-script-here');
  await pass(0);
  expect(said).toEqual([{ event: 'aside.script-is-here', payload: {} }]);
});

test.each<[string, () => void]>([
  [
    'when the token is refused so',
    () => {
      live = () => ({ ok: true, token: null, expiresAt: 0, isBusy: true });
    },
  ],
  [
    'when the subscription is',
    () => {
      subscribe = () => {
        throw new Error('RATE_LIMIT_EXCEEDED');
      };
    },
  ],
])('it gives way for a quarter of an hour or more where Realtime has no room left: %s', async (_, refuse) => {
  refuse();
  await pass(11_000);
  expect(asked('live')).toBe(1);
  await pass(899_000);
  expect(asked('live')).toBe(1);
  await pass(905_000);
  expect(asked('live')).toBe(2);
});
