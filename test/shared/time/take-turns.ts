import { setTimeout as wait } from 'node:timers/promises';

const turns = 15;

/**
 * Lets this process do what it has been given: bytes on loopback are there at once, and each turn of the loop reads
 * them. A wait by the clock alone can be over before the first of them on a machine that is busy.
 */
export async function takeTurns(): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await wait(5);
}
