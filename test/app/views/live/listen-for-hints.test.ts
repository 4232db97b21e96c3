import type { LiveHint } from '../../../../src/app/definitions';

// The real bridge package over a made-up host, on a clock that the test moves.
interface Channel {
  readonly name: string;
  readonly token: string;
  readonly isGlobal: boolean;
  readonly emit: (payload: unknown, error?: Error) => void;
  isOpen: boolean;
}

let channels: Channel[];
let heard: LiveHint[];
let answerLive: (n: number) => unknown;
let subscribes: (n: number) => boolean;
let subscribing: Promise<void>;
let stop: () => void;
let wake: () => void;

async function callBridge(command: string, data: Record<string, unknown>): Promise<unknown> {
  if (command === 'invoke') return answerLive(channels.length + 1);
  expect(command).toBe('subscribeRealtimeChannel');
  if (!subscribes(channels.length + 1)) throw new Error('Realtime is not there');
  const channel: Channel = {
    name: String(data['channelName']),
    token: (data['options'] as { token: string }).token,
    isGlobal: data['isGlobal'] === true,
    emit: data['onEvent'] as Channel['emit'],
    isOpen: true,
  };
  channels.push(channel);
  await subscribing;
  return {
    unsubscribe: async () => {
      channel.isOpen = false;
    },
  };
}

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

async function listen(): Promise<void> {
  const { listenForHints } = await import('../../../../src/app/views/live/listen-for-hints');
  const { noteActivity } = await import('../../../../src/app/views/live/page-activity');
  wake = noteActivity;
  noteActivity();
  stop = listenForHints((hint) => heard.push(hint));
  await pass(0);
}

beforeAll(() => {
  Object.assign(globalThis, { self: globalThis, __bridge: { callBridge } });
});
beforeEach(() => {
  jest.useFakeTimers();
  channels = [];
  heard = [];
  answerLive = (n) => ({ ok: true, token: `token-${n}`, expiresAt: inSeconds(900) });
  subscribes = () => true;
  subscribing = Promise.resolve();
});
afterEach(() => {
  stop();
  jest.useRealTimers();
});

test('it hears the global channel with the token that the resolver signed', async () => {
  await listen();
  expect(channels).toMatchObject([{ name: 'aside', token: 'token-1', isGlobal: true }]);
  channels[0]?.emit({ conversationId: 'c', issueId: '10001' });
  expect(heard).toEqual([{ conversationId: 'c', issueId: '10001' }]);
});

test('a minute before the token ends another takes its place, and the first one is given back', async () => {
  await listen();
  await pass(839_000);
  expect(channels).toHaveLength(1);
  await pass(2_000);
  expect(channels).toMatchObject([
    { token: 'token-1', isOpen: false },
    { token: 'token-2', isOpen: true },
  ]);
});

test.each([
  ['a token that has ended by this clock', -7_200, 60_000],
  ['a token for a year', 31_536_000, 3_600_000],
])('%s is renewed neither all the time nor never', async (_, seconds, term) => {
  answerLive = (n) => ({ ok: true, token: `token-${n}`, expiresAt: inSeconds(seconds) });
  await listen();
  await pass(term - 1_000);
  // Somebody is here: who is not has it renewed when they come back.
  wake();
  expect(channels).toHaveLength(1);
  await pass(2_000);
  expect(channels).toHaveLength(2);
});

test.each<[string, () => void]>([
  ['there is no token', () => (answerLive = () => ({ ok: true, token: null, expiresAt: 0 }))],
  ['the resolver fails', () => (answerLive = () => ({ ok: false, problem: { code: 'service_away' } }))],
  ['the invocation fails', () => (answerLive = () => Promise.reject(new Error('500')))],
  ['the platform refuses to subscribe', () => (subscribes = () => false)],
])('where %s it tries again, ever more seldom', async (_, breakIt) => {
  const tries: number[] = [];
  breakIt();
  const live = answerLive;
  answerLive = (n) => {
    tries.push(Date.now());
    return live(n);
  };
  await listen();
  await pass(500_000);
  expect(tries.map((at) => Math.round((at - (tries[0] ?? 0)) / 1000))).toEqual([0, 60, 180, 420]);
  expect(channels).toEqual([]);
});

test('a subscription that breaks is taken anew', async () => {
  await listen();
  channels[0]?.emit(undefined, new Error('TOKEN_EXPIRED'));
  await pass(61_000);
  expect(channels).toHaveLength(2);
  expect(heard).toEqual([]);
  channels[0]?.emit(undefined, new Error('closed'));
  await pass(61_000);
  expect(channels).toHaveLength(2);
});

test('after half an hour in which nobody does anything no other token is taken, until somebody does', async () => {
  await listen();
  await pass(3_600_000);
  expect(channels).toHaveLength(3);
  wake();
  await pass(0);
  expect(channels).toHaveLength(4);
});

test('once the view is gone nothing is heard or signed any more', async () => {
  await listen();
  stop();
  await pass(0);
  expect(channels[0]?.isOpen).toBe(false);
  channels[0]?.emit({ issueId: '10001' });
  await pass(2_000_000);
  expect([heard, channels.length]).toEqual([[], 1]);
});

test('a view that goes while it subscribes gives the subscription back', async () => {
  let answer: () => void = () => undefined;
  subscribing = new Promise((resolve) => (answer = resolve));
  await listen();
  stop();
  answer();
  await pass(0);
  expect(channels).toMatchObject([{ isOpen: false }]);
});

test('a view that goes before it has a token does not subscribe', async () => {
  let sign: (answer: unknown) => void = () => undefined;
  answerLive = () => new Promise((resolve) => (sign = resolve));
  await listen();
  stop();
  sign({ ok: true, token: 'late', expiresAt: inSeconds(900) });
  await pass(0);
  expect(channels).toEqual([]);
});
