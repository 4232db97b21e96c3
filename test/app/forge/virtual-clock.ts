import type { Clock } from '../../../platform/clock/clock';

/** Everything that runs by itself stays real: sockets, timers and the embedded store must not stand still. */
const realOnes = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** How many things that are due at one moment are begun together. */
const mostAtOnce = 10;

interface Waiting {
  readonly time: number;
  readonly run: () => void;
}

/** The clock of a test: what waits on the platform runs when the test lets it, and not before. */
export class VirtualClock implements Clock {
  #waiting = new Set<Waiting>();

  /** @param isMovable whether `Date` stands still until this clock moves it. */
  constructor(readonly isMovable: boolean) {}

  now = (): number => Date.now();

  at = (time: number, run: () => void): (() => void) => {
    const waiting = { time, run };
    this.#waiting.add(waiting);
    return () => this.#waiting.delete(waiting);
  };

  moveTo(time: number): void {
    if (!this.isMovable) throw new Error('Give ForgeRuntime a clock of startVirtualClock() to move the time');
    if (time > Date.now()) jest.setSystemTime(time);
  }

  /** When the next thing is due, in milliseconds since the epoch; null when none waits. */
  get nextDue(): number | null {
    const times = [...this.#waiting].map(({ time }) => time);
    return times.length === 0 ? null : Math.min(...times);
  }

  /** Runs what is due now, once each. @param ended is waited for after each few. */
  async runDue(ended: () => Promise<void>, atOnce = mostAtOnce): Promise<void> {
    const now = Date.now();
    const due = [...this.#waiting].filter(({ time }) => time <= now);
    for (const waiting of due) this.#waiting.delete(waiting);
    for (let start = 0; start < due.length; start += atOnce) {
      for (const { run } of due.slice(start, start + atOnce)) run();
      await ended();
    }
  }
}

/**
 * Makes `Date` of this test file stand still until the clock moves it: the app, the service in this process and the
 * signer of tokens all see the same time. End it with `jest.useRealTimers()`.
 */
export function startVirtualClock(start = Date.parse('2026-11-23T09:00:00Z')): VirtualClock {
  jest.useFakeTimers({ now: start, doNotFake: [...realOnes] });
  return new VirtualClock(true);
}
