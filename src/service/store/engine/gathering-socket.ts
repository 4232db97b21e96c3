import { Socket } from 'node:net';

/**
 * A connection that sends what is written to it in one turn of the process as one message, where each statement would be
 * one of its own: to write to a socket costs more than to make what is written, at both of its ends.
 */
export class GatheringSocket extends Socket {
  #isGathering = false;

  /** What writes several parts says so, and is told here: the rest of the turn may bring more. */
  override cork(): void {
    if (!this.#isGathering) {
      this.#isGathering = true;
      super.cork();
      process.nextTick(() => {
        this.#isGathering = false;
        super.uncork();
      });
    }
    super.cork();
  }
}
