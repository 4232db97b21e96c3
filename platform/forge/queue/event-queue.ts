import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock/clock';
import type { KeptMap } from '../../clock/kept-map';
import type { Happenings } from '../../happenings/happenings';
import type { Faults } from '../functions/faults';
import { judgeReturned, judgeThrown, type Retry } from './judge-outcome';
import { type AsyncEvent, type KeptEvent, retention, writeEvent } from './queue-event';

export interface PushedEvent {
  readonly body: Readonly<Record<string, unknown>>;
  readonly delayInSeconds?: number;
}

export interface EventQueue {
  push(queueName: string, jobId: string, events: readonly PushedEvent[]): void;
  /** From now on events that are due go to `consume`, also those that an earlier start left behind. */
  start(consume: (event: AsyncEvent) => Promise<unknown>): void;
  /** What waits or is being delivered, in no promised order. */
  list(): readonly KeptEvent[];
  /** Resolves once no function runs; more may be due later. */
  idle(): Promise<void>;
  /** Starts nothing more and waits a moment for what runs; what does not end by then comes again at the next start. */
  close(): Promise<void>;
}

export interface QueueParts {
  readonly kept: KeptMap<KeptEvent>;
  readonly clock: Clock;
  /** Told of an event that is given up, by ids only. */
  readonly report: (message: string) => void;
  readonly happenings: Happenings;
  /** Which events the platform delivers twice or late; it may with any. */
  readonly faults: Pick<Faults, 'comesTwice' | 'comesAgain' | 'comesLate'>;
}

const closeWithinMs = 2_000;

/**
 * The platform's queue: each event reaches its consumer at least once, in no order, again when the function asks for it
 * or fails, until 24 h after the push. An event is kept until its function has ended well, so that a kill doubles and
 * never loses it. `concurrency` of a push is not looked at.
 */
export function createEventQueue({ kept, clock, report, happenings, faults }: QueueParts): EventQueue {
  // A timer goes on within the invocation that set it; on the platform each is in a process of its own.
  const apart = AsyncLocalStorage.snapshot();
  const timers = new Map<string, () => void>();
  const running = new Set<Promise<void>>();
  let consumer: ((event: AsyncEvent) => Promise<unknown>) | null = null;
  let closed = false;

  const schedule = (eventId: string, { dueAt }: KeptEvent): void => {
    if (consumer === null || closed) return;
    const cancel = clock.at(dueAt + faults.comesLate(eventId), () => {
      timers.delete(eventId);
      const event = kept.get(eventId);
      if (event === undefined) return;
      track(deliver(eventId, event));
      if (faults.comesTwice(eventId)) track(deliver(eventId, event));
      const again = faults.comesAgain(eventId);
      if (again !== null) clock.at(clock.now() + again, () => !closed && track(deliver(eventId, event)));
    });
    timers.set(eventId, cancel);
  };
  const track = (work: Promise<void>): void => {
    const tracked = work.finally(() => running.delete(tracked));
    running.add(tracked);
  };
  const deliver = async (eventId: string, event: KeptEvent): Promise<void> => {
    if (consumer === null) return;
    const { queueName: title, body, retry: before } = event;
    const detail = { eventId, body, tries: before?.count ?? 0 };
    const end = happenings.begin({ kind: 'event', title, functionKey: null, invocationId: null, detail });
    let retry: Retry;
    try {
      retry = judgeReturned(await apart(consumer, writeEvent(eventId, event, clock.now())));
    } catch (error) {
      retry = judgeThrown(error, event.retry?.count ?? 0);
    }
    const isOurs = !closed && kept.get(eventId) === event;
    end({ outcome: isOurs ? settle(eventId, event, retry) : 'settled elsewhere' });
  };
  /** @returns what became of it, in a word or two. */
  const settle = (eventId: string, event: KeptEvent, retry: Retry): string => {
    const isOver = retry !== null && clock.now() + retry.after >= event.pushedAt + retention;
    if (retry === null || isOver) {
      kept.write([eventId, undefined]);
      if (retry !== null) report(describeEnd(eventId, event, retry.reason));
      return retry === null ? 'done' : 'given up';
    }
    const { after, ...why } = retry;
    const dueAt = clock.now() + after;
    const next = { ...event, dueAt, retry: { count: (event.retry?.count ?? 0) + 1, ...why } };
    kept.write([eventId, next]);
    schedule(eventId, next);
    return `again in ${Math.round(after / 1_000)} s`;
  };
  return {
    push: (queueName, jobId, events) => {
      const pushedAt = clock.now();
      const added = events.map(({ body, delayInSeconds }): [string, KeptEvent] => {
        const delay = delayInSeconds === undefined ? {} : { delayInSeconds };
        const dueAt = pushedAt + (delayInSeconds ?? 0) * 1_000;
        return [randomUUID(), { queueName, jobId, body, ...delay, pushedAt, dueAt, retry: null }];
      });
      kept.write(...added);
      for (const [eventId, event] of added) schedule(eventId, event);
    },
    start: (consume) => {
      consumer = consume;
      for (const [eventId, event] of kept.entries()) schedule(eventId, event);
    },
    list: () => kept.entries().map(([, event]) => event),
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
    close: async () => {
      for (const cancel of timers.values()) cancel();
      let timer: NodeJS.Timeout | undefined;
      const timeUp = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, closeWithinMs);
      });
      await Promise.race([Promise.all(running), timeUp]);
      clearTimeout(timer);
      closed = true;
    },
  };
}

function describeEnd(eventId: string, { queueName }: KeptEvent, reason: string): string {
  return `The event ${eventId} of the queue ${queueName} is given up after 24 hours: ${reason}.`;
}
