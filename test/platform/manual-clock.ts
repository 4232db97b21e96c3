import type { Clock } from '../../platform/clock/clock';

/** Time that stands still until a test moves it on. */
export class ManualClock implements Clock {
  #now = Date.parse('2026-11-23T08:00:00.000Z');
  readonly #waiting = new Set<{ readonly time: number; readonly run: () => void }>();

  now = (): number => this.#now;

  at = (time: number, run: () => void): (() => void) => {
    const entry = { time, run };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  };

  /** Lets so many milliseconds pass; after each thing that comes due, waits until what it began has ended. */
  async advance(milliseconds: number, ended: () => Promise<void> = async () => {}): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = [...this.#waiting].filter(({ time }) => time <= end).sort((one, other) => one.time - other.time)[0];
      if (due === undefined) break;
      this.#waiting.delete(due);
      this.#now = Math.max(this.#now, due.time);
      due.run();
      await ended();
    }
    this.#now = end;
  }
}
