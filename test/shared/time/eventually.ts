import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds after which what has not come about is taken for what never will, also on a machine that is busy. */
const givenUpAfter = 30_000;

/** Waits until the check passes, and resolves with what it gives. @throws the last failure of a check that never does. */
export async function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  for (const end = Date.now() + givenUpAfter; ; await wait(10)) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
