import type { Platform } from '../../../platform/start/open-platform';
import type { Happening } from '../../../platform/wire/wire';
import type { VirtualClock } from './virtual-clock';

interface Pushed {
  readonly queueName: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly delay: number;
}

/** Lets the platform's queue deliver, when a test says so, and tells what went through it. */
export class QueueDriver {
  /** Every event that the platform took from the app, in order. */
  readonly pushed: Pushed[] = [];
  /** Events that were given up at the end of their window. */
  readonly expired: Pushed['body'][] = [];
  /** What the consumer threw, for the tests that expect nothing to be thrown. */
  readonly thrown: unknown[] = [];
  /** Refuses pushes with this status. */
  refusesWith: number | null = null;

  constructor(
    readonly platform: Platform,
    readonly clock: VirtualClock,
  ) {
    platform.faults.of.queue = (_call, answer) =>
      this.refusesWith === null ? answer() : Response.json({ errors: [] }, { status: this.refusesWith });
    platform.happenings.listen((happening) => this.#note(happening));
  }

  get size(): number {
    return this.platform.queue.list().length;
  }

  /** What waits, in no promised order. */
  bodies(): Pushed['body'][] {
    return this.platform.queue.list().map(({ body }) => body);
  }

  get nextDue(): number | null {
    return this.clock.nextDue;
  }

  /** Delivers what is due now, once each, several at a time. A test of the wall clock uses this alone. */
  deliverDue(): Promise<void> {
    return this.clock.runDue(this.platform.queue.idle);
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

  #note({ kind, outcome, detail }: Happening): void {
    if (kind === 'queue' && outcome === '201') {
      const { queueName, payload } = JSON.parse(String(detail['body'])) as {
        readonly queueName: string;
        readonly payload: readonly { readonly body: Pushed['body']; readonly delayInSeconds?: number }[];
      };
      for (const { body, delayInSeconds: delay = 0 } of payload) this.pushed.push({ queueName, body, delay });
    }
    if (kind === 'event' && outcome === 'given up') this.expired.push(detail['body'] as Pushed['body']);
    if (kind === 'invocation' && outcome === 'threw') this.thrown.push(detail['error']);
  }
}
