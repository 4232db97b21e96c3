import { InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import { FakeJira } from '../fake-jira';
import { ForgeRuntime } from '../forge-runtime';
import type { DeliveredEvent } from './fake-queue';
import { startVirtualClock, type VirtualClock } from './virtual-clock';

// The seam's queue is what other tests lean on: it has to behave as the platform's does, over the real @forge/events.
const minute = 60_000;
const hour = 60 * minute;

let clock: VirtualClock;
let forge: ForgeRuntime;
let seen: { event: DeliveredEvent; at: number }[];
let answer: (event: DeliveredEvent) => unknown;

beforeEach(() => {
  clock = startVirtualClock();
  forge = new ForgeRuntime(new FakeJira(), async () => new Response(), clock);
  seen = [];
  answer = () => undefined;
  forge.consume = async (event) => {
    seen.push({ event, at: clock.now() });
    return answer(event);
  };
});

afterEach(() => jest.useRealTimers());

const push = (body: Record<string, unknown>, delayInSeconds?: number) =>
  new Queue({ key: 'outbox' }).push({ body, ...(delayInSeconds === undefined ? {} : { delayInSeconds }) });
const retryAfter = (seconds: number) =>
  new InvocationError({
    retryAfter: seconds,
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    retryData: { step: 1 },
  });

test('an event is delivered once when nothing goes wrong', async () => {
  await push({ n: 1 });
  await forge.queue.advance(25 * hour);
  expect(seen.map(({ event }) => event.body)).toEqual([{ n: 1 }]);
  expect(seen[0]?.event.retryContext).toBeUndefined();
});

test('a delay is kept', async () => {
  const start = clock.now();
  await push({ n: 1 }, 900);
  await forge.queue.advance(14 * minute);
  expect(seen).toEqual([]);
  await forge.queue.advance(2 * minute);
  expect(seen[0]?.at).toBe(start + 15 * minute);
});

test('an event comes twice on demand', async () => {
  forge.queue.copies = () => 2;
  await push({ n: 1 });
  await forge.queue.advance(0);
  expect(seen).toHaveLength(2);
});

test('a consumer that asks for another try gets it after its wait, with what it handed on', async () => {
  const start = clock.now();
  answer = () => (seen.length === 1 ? retryAfter(120) : undefined);
  await push({ n: 1 });
  await forge.queue.advance(hour);
  expect(seen.map(({ at }) => at - start)).toEqual([0, 2 * minute]);
  expect(seen[1]?.event.retryContext).toEqual({
    retryCount: 1,
    retryReason: 'FUNCTION_RETRY_REQUEST',
    retryData: { step: 1 },
    retentionWindow: { startTime: new Date(start).toISOString(), remainingTimeMs: 24 * hour - 2 * minute },
  });
});

test('no wait is longer than 15 minutes', async () => {
  answer = () => (seen.length === 1 ? retryAfter(9_000) : undefined);
  await push({ n: 1 });
  await forge.queue.advance(15 * minute);
  expect(seen).toHaveLength(2);
});

test('what a consumer throws is tried again, and noted', async () => {
  answer = () => {
    if (seen.length < 3) throw new Error('broken');
  };
  await push({ n: 1 });
  await forge.queue.advance(hour);
  expect(seen).toHaveLength(3);
  expect(forge.queue.thrown).toHaveLength(2);
});

test('after 24 hours an event is given up', async () => {
  answer = () => retryAfter(900);
  await push({ n: 1 });
  await forge.queue.advance(30 * hour);
  expect(seen).toHaveLength(96);
  expect(forge.queue.expired).toEqual([{ n: 1 }]);
  expect(forge.queue.size).toBe(0);
});

test('a push that the platform refuses is an error', async () => {
  forge.queue.refusesWith = 429;
  await expect(push({ n: 1 })).rejects.toThrow();
  expect(forge.queue.size).toBe(0);
});
