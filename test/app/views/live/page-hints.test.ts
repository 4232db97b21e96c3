import type { LiveHint } from '../../../../src/app/definitions';

// The real bridge package; the page is made up.
let listeners: Map<string, Set<(payload: unknown) => void>>;
let invoked: string[];
let subscriptions: number;
let heard: LiveHint[];
let stop: () => void;

const say = (event: string, payload: unknown = {}) => {
  for (const listener of listeners.get(event) ?? []) listener(payload);
};

async function callBridge(command: string, data: Record<string, unknown>): Promise<unknown> {
  if (command === 'on') {
    const of = listeners.get(String(data['event'])) ?? new Set();
    const listener = data['callback'] as (payload: unknown) => void;
    listeners.set(String(data['event']), of.add(listener));
    return { unsubscribe: () => of.delete(listener) };
  }
  if (command === 'emit') return say(String(data['event']), data['payload']);
  if (command === 'invoke') {
    invoked.push(String(data['functionKey']));
    return { ok: true, token: 'token', expiresAt: Date.now() / 1000 + 900, isBusy: false };
  }
  subscriptions += 1;
  return {
    unsubscribe: async () => {
      subscriptions -= 1;
    },
  };
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

async function hear(): Promise<void> {
  const { hearFromPage } = await import('../../../../src/app/views/live/page-hints');
  stop = hearFromPage((hint) => heard.push(hint));
  await pass(0);
}

beforeAll(() => Object.assign(globalThis, { self: globalThis, __bridge: { callBridge } }));
beforeEach(() => {
  jest.useFakeTimers();
  listeners = new Map();
  invoked = [];
  subscriptions = 0;
  heard = [];
});
afterEach(() => {
  stop();
  jest.useRealTimers();
});

test('where the page has a script a view asks for no token of its own, and hears what the script hears', async () => {
  const { offerHints } = await import('../../../../src/app/views/live/page-hints');
  const { hand, end } = offerHints();
  await hear();
  await pass(60_000);
  expect([invoked, subscriptions]).toEqual([[], 0]);
  hand({ conversationId: 'c', issueId: null });
  await pass(0);
  expect(heard).toEqual([{ conversationId: 'c', issueId: null }]);
  end();
});

test('where it has none the view listens by itself after ten seconds', async () => {
  await hear();
  await pass(9_000);
  expect(invoked).toEqual([]);
  await pass(2_000);
  expect([invoked, subscriptions]).toEqual([['live'], 1]);
});

test('a script that comes later takes over: there is one subscriber', async () => {
  await hear();
  await pass(11_000);
  expect(subscriptions).toBe(1);
  const { offerHints } = await import('../../../../src/app/views/live/page-hints');
  const { end } = offerHints();
  await pass(0);
  expect(subscriptions).toBe(0);
  end();
});

test('of a message one view of the page tells', async () => {
  const { shareTold } = await import('../../../../src/app/views/live/page-hints');
  const [one, other] = [shareTold(), shareTold()];
  await hear();
  expect(one.take('m')).toBe(true);
  await pass(0);
  expect([one.take('m'), other.take('m'), other.take('n')]).toEqual([false, false, true]);
  one.end();
  other.end();
});
