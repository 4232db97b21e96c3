import { randomUUID } from 'node:crypto';
import type { VirtualClock } from './virtual-clock';

/** The event as a consumer gets it (@forge/events 3, out/types.d.ts, AsyncEvent). */
export interface DeliveredEvent {
  readonly queueName: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryContext?: {
    readonly retryCount: number;
    readonly retryReason: string;
    readonly retryData: unknown;
    readonly retentionWindow: { readonly startTime: string; readonly remainingTimeMs: number };
  };
}

interface Waiting {
  readonly queueName: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly pushedAt: number;
  readonly dueAt: number;
  readonly tries: number;
  readonly retry: { readonly reason: string; readonly data: unknown } | null;
}

interface PushRequest {
  readonly queueName: string;
  readonly jobId: string;
  readonly payload: readonly {
    readonly body: Readonly<Record<string, unknown>>;
    readonly delayInSeconds?: number;
  }[];
}

/** How long the platform keeps trying an event, in milliseconds. */
const window = 24 * 3_600_000;
/** The longest wait between two tries of its own, and the longest that a consumer may ask for. */
const longestWait = 900_000;

/**
 * Forge's queue: at least once, in no promised order, delays, a consumer's own retries, an end after 24 hours
 * (developer.atlassian.com/platform/forge/runtime-reference/async-events-api). Nothing moves until a test lets it.
 */
export class FakeQueue {
  /** Every event that the app pushed, in order. */
  readonly pushed: { readonly queueName: string; readonly body: DeliveredEvent['body']; readonly delay: number }[] = [];
  /** Events that were given up at the end of their window. */
  readonly expired: DeliveredEvent['body'][] = [];
  /** What the consumer threw, for the tests that expect nothing to be thrown. */
  readonly thrown: unknown[] = [];
  /** How often the event that is about to be delivered reaches the consumer: more than once on demand. */
  copies: (event: DeliveredEvent) => number = () => 1;
  /** Refuses pushes with this status. */
  refusesWith: number | null = null;
  #waiting: Waiting[] = [];

  constructor(
    readonly clock: VirtualClock,
    readonly consume: (event: DeliveredEvent) => Promise<unknown>,
  ) {}

  get size(): number {
    return this.#waiting.length;
  }

  /** What waits, in no promised order. */
  bodies(): DeliveredEvent['body'][] {
    return this.#waiting.map(({ body }) => body);
  }

  /** When the next event is due, in milliseconds since the epoch; null when none waits. */
  get nextDue(): number | null {
    return this.#waiting.reduce<number | null>((next, { dueAt }) => Math.min(next ?? dueAt, dueAt), null);
  }

  /** Answers a push of `@forge/events` (out/queries.js, PUSH_PATH). */
  answerPush(text: unknown): Response {
    if (this.refusesWith !== null) return Response.json({ errors: [] }, { status: this.refusesWith });
    const { queueName, jobId, payload } = JSON.parse(String(text)) as PushRequest;
    for (const { body, delayInSeconds: delay = 0 } of payload) {
      this.pushed.push({ queueName, body, delay });
      const pushedAt = this.clock.now();
      const dueAt = pushedAt + delay * 1000;
      this.#waiting.push({ queueName, jobId, eventId: randomUUID(), body, pushedAt, dueAt, tries: 0, retry: null });
    }
    return Response.json({}, { status: 201 });
  }

  /** Delivers what is due now, once each, several at a time. A test of the wall clock uses this alone. */
  async deliverDue(atOnce = 10): Promise<number> {
    const now = this.clock.now();
    const due = this.#waiting.filter(({ dueAt }) => dueAt <= now);
    this.#waiting = this.#waiting.filter(({ dueAt }) => dueAt > now);
    for (let start = 0; start < due.length; start += atOnce) {
      await Promise.all(due.slice(start, start + atOnce).map((event) => this.#deliver(event)));
    }
    return due.length;
  }

  /** Lets time pass and delivers each event when it is due. `onStep` sees every moment at which something happened. */
  async advance(milliseconds: number, onStep: () => void = () => {}): Promise<void> {
    const end = this.clock.now() + milliseconds;
    for (let next = this.nextDue; next !== null && next <= end; next = this.nextDue) {
      this.clock.moveTo(next);
      onStep();
      await this.deliverDue();
    }
    this.clock.moveTo(end);
    onStep();
  }

  /** Delivers until nothing waits, however long that takes by the clock. */
  async drain(): Promise<void> {
    for (let next = this.nextDue; next !== null; next = this.nextDue) await this.advance(next - this.clock.now());
  }

  async #deliver(waiting: Waiting): Promise<void> {
    const event = this.#describe(waiting);
    let answer: unknown;
    for (let copy = 0; copy < this.copies(event); copy += 1) {
      try {
        answer = await this.consume(event);
      } catch (error) {
        this.thrown.push(error);
        answer = { _retry: true };
      }
    }
    this.#settle(waiting, answer);
  }

  #describe({ queueName, jobId, eventId, body, pushedAt, tries, retry }: Waiting): DeliveredEvent {
    const remainingTimeMs = pushedAt + window - this.clock.now();
    const retentionWindow = { startTime: new Date(pushedAt).toISOString(), remainingTimeMs };
    return {
      queueName,
      jobId,
      eventId,
      body: structuredClone(body),
      ...(retry && {
        retryContext: { retryCount: tries, retryReason: retry.reason, retryData: retry.data, retentionWindow },
      }),
    };
  }

  /** Without a wait of the consumer's own the platform backs off by itself, up to 15 minutes. */
  #settle(waiting: Waiting, answer: unknown): void {
    const { _retry, retryOptions } = (answer ?? {}) as {
      _retry?: boolean;
      retryOptions?: { retryAfter?: number; retryReason?: string; retryData?: unknown };
    };
    if (_retry !== true) return;
    const tries = waiting.tries + 1;
    const asked = retryOptions?.retryAfter;
    const wait = Math.min(asked === undefined ? 1000 * 2 ** tries : asked * 1000, longestWait);
    const dueAt = this.clock.now() + wait;
    if (dueAt >= waiting.pushedAt + window) {
      this.expired.push(waiting.body);
      return;
    }
    const retry = { reason: retryOptions?.retryReason ?? 'FUNCTION_ERROR', data: retryOptions?.retryData };
    this.#waiting.push({ ...waiting, dueAt, tries, retry });
  }
}
