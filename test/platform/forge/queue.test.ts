import { AsyncLocalStorage } from 'node:async_hooks';
import { InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import type { AsyncEvent } from '../../../platform/forge/queue/queue-event';
import { openTestPlatform, type TestPlatform, temporaryFolder } from '../test-platform';

const minute = 60_000;

describe('the queue of the preview, under the real @forge/events', () => {
  let place: ReturnType<typeof temporaryFolder>;
  let test: TestPlatform;
  let received: { readonly at: number; readonly event: AsyncEvent; readonly context: unknown }[];
  /** What the consumer does with its next event. */
  let consume: (event: AsyncEvent) => unknown;
  let comesTwice: (eventId: string) => boolean;
  let reported: jest.SpyInstance;

  const open = async (clock = test?.clock): Promise<void> => {
    const handler = async (event: object, context: object) => {
      received.push({ at: test.clock.now(), event: event as AsyncEvent, context });
      return consume(event as AsyncEvent);
    };
    const handlers = { consume: handler, consumeLong: handler, tick: () => undefined };
    const time = clock === undefined ? {} : { clock };
    test = await openTestPlatform({ folder: place.folder, handlers, comesTwice: (id) => comesTwice(id), ...time });
    test.app.start();
  };
  beforeEach(async () => {
    place = temporaryFolder();
    received = [];
    consume = () => undefined;
    comesTwice = () => false;
    reported = jest.spyOn(console, 'error').mockImplementation(() => {});
    await open();
  });
  afterEach(async () => {
    await test.close();
    place.remove();
    reported.mockRestore();
  });

  const push = (events: Parameters<Queue['push']>[0], key = 'work') =>
    test.inFunction(() => new Queue({ key }).push(events));
  const numbers = () => received.map(({ event }) => event.body['n']);

  it('brings each event to its consumer, for nobody and without a retry context', async () => {
    const { jobId } = await push([{ body: { n: 1 } }, { body: { n: 2 } }]);
    await test.advance(0);
    expect(numbers().sort()).toEqual([1, 2]);
    const [first] = received;
    expect(first?.event).toEqual({
      queueName: 'work',
      jobId,
      eventId: expect.any(String),
      body: { n: expect.any(Number) },
    });
    expect(first?.context).toMatchObject({ installContext: expect.stringContaining('ari:cloud:jira::site/') });
    expect(first?.context).not.toHaveProperty('principal');
  });

  it('runs its consumer in nobody’s invocation, as in a process of its own', async () => {
    const invocation = new AsyncLocalStorage<string>();
    const seen: unknown[] = [];
    consume = () => seen.push(invocation.getStore());
    await push({ body: { n: 1 } });
    await invocation.run('of the sender', () => test.advance(0));
    expect(seen).toEqual([undefined]);
  });

  it('waits as long as the push says, and not at the moment of the push', async () => {
    await push({ body: { n: 1 }, delayInSeconds: 60 });
    await test.advance(minute - 1);
    expect(received).toHaveLength(0);
    await test.advance(1);
    expect(numbers()).toEqual([1]);
  });

  it('comes again after the time that the function asks for, and tells why', async () => {
    consume = ({ retryContext }) =>
      retryContext === undefined
        ? new InvocationError({
            retryAfter: 120,
            retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
            retryData: { left: 3 },
          })
        : undefined;
    const start = test.clock.now();
    await push({ body: { n: 1 } });
    await test.advance(10 * minute);
    expect(received.map(({ at }) => at - start)).toEqual([0, 120_000]);
    expect(received[1]?.event.retryContext).toEqual({
      retryCount: 1,
      retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
      retryData: { left: 3 },
      retentionWindow: { startTime: new Date(start).toISOString(), remainingTimeMs: 24 * 60 * minute - 120_000 },
    });
  });

  it('takes no more than fifteen minutes of a wish', async () => {
    consume = ({ retryContext }) => (retryContext ? undefined : new InvocationError({ retryAfter: 5_000 } as never));
    await push({ body: { n: 1 } });
    await test.advance(15 * minute);
    expect(received).toHaveLength(2);
  });

  it('comes again with longer and longer waits while the function throws, and ends after 24 hours', async () => {
    consume = () => {
      throw new Error('away');
    };
    await push({ body: { n: 1 } });
    await test.advance(48 * 60 * minute);
    const waits = received.map(({ at }, index) => at - (received[index - 1]?.at ?? at));
    expect(waits.slice(1, 9)).toEqual([5, 10, 20, 40, 80, 160, 320, 640].map((seconds) => seconds * 1_000));
    expect(new Set(waits.slice(9))).toEqual(new Set([15 * minute]));
    expect((received.at(-1)?.at ?? 0) - (received[0]?.at ?? 0)).toBeLessThan(24 * 60 * minute);
    expect(received.length).toBeGreaterThan(95);
    const said = reported.mock.calls.map(String).filter((line) => line.includes('given up after 24 hours'));
    expect(said).toEqual([expect.stringMatching(/^The event [\w-]{36} of the queue work is given up/)]);
  });

  it('loses nothing when the process ends: what was waiting and what was being handled comes after the next start', async () => {
    let letGo = (): void => {};
    consume = ({ body }) => (body['n'] === 1 ? new Promise<void>((resolve) => (letGo = resolve)) : undefined);
    await push([{ body: { n: 1 } }, { body: { n: 2 }, delayInSeconds: 30 }]);
    void test.advance(0);
    await new Promise(setImmediate);
    expect(numbers()).toEqual([1]);
    await test.close();
    // Too late: what is kept may belong to another process by now.
    letGo();
    await new Promise(setImmediate);
    consume = () => undefined;
    await open();
    await test.advance(minute);
    expect(numbers()).toEqual([1, 1, 2]);
    await test.advance(minute);
    expect(numbers()).toHaveLength(3);
  });

  it('may bring an event twice, with the same id', async () => {
    comesTwice = () => true;
    await push({ body: { n: 1 } });
    await test.advance(0);
    expect(numbers()).toEqual([1, 1]);
    expect(new Set(received.map(({ event }) => event.eventId)).size).toBe(1);
  });

  it('may bring a copy long after the event is done, which the function cannot tell from it', async () => {
    test.platform.faults.comesAgain = () => 10 * minute;
    await push({ body: { n: 1 } });
    await test.advance(minute);
    expect(test.platform.queue.list()).toEqual([]);
    await test.advance(10 * minute);
    expect(numbers()).toEqual([1, 1]);
    expect(received[1]?.event).toEqual(received[0]?.event);
    await test.advance(60 * minute);
    expect(received).toHaveLength(2);
  });

  it('may bring an event later than it is due, so that another overtakes it', async () => {
    const lateness = [5 * minute, 0];
    test.platform.faults.comesLate = () => lateness.shift() ?? 0;
    await push([{ body: { n: 1 } }, { body: { n: 2 } }]);
    await test.advance(5 * minute);
    expect(numbers()).toEqual([2, 1]);
  });

  it.each(['before', 'after'] as const)('brings an event again whose function was ended %s a call', async (moment) => {
    const done: string[] = [];
    consume = async () => {
      const { default: kvs } = await import('@forge/kvs');
      await kvs.set('place', 'kept').catch(() => done.push('failed'));
      done.push('went on');
    };
    let ends = true;
    test.platform.faults.endsFunction = ({ service }, now) => ends && service === 'storage' && now === moment;
    await push({ body: { n: 1 } });
    await test.advance(0);
    expect([done, test.platform.storage.plain.find('place') !== undefined]).toEqual([[], moment === 'after']);
    ends = false;
    await test.advance(minute);
    expect([done, numbers()]).toEqual([['went on'], [1, 1]]);
    expect(received[1]?.event.retryContext?.retryReason).toBe('FUNCTION_PLATFORM_UNKNOWN_ERROR');
  });

  it('lets the mode that was chosen last decide how the service is met', async () => {
    test.platform.modes.choose('away');
    const failures: string[] = [];
    consume = async () => {
      const { invokeRemote } = await import('@forge/api');
      await invokeRemote('conversation-api', { path: '/' }).catch((error: Error) => failures.push(error.message));
    };
    await push({ body: { n: 1 } });
    await test.advance(0);
    expect(failures).toEqual(['fetch failed']);
  });

  it('refuses a queue that nobody consumes, more than 500 events a minute, and large events of long functions', async () => {
    await expect(push({ body: {} }, 'elsewhere')).rejects.toThrow('has no consumer of the queue elsewhere');
    const fifty = Array.from({ length: 50 }, (_, n) => ({ body: { n } }));
    for (let round = 0; round < 10; round += 1) await push(fifty);
    await expect(push({ body: {} })).rejects.toThrow('Too many requests');
    await test.advance(minute);
    const large = { body: { text: 'x'.repeat(101 * 1024) } };
    await expect(push(large, 'long-work')).rejects.toThrow('100 KB');
    await push(large);
  });
});
