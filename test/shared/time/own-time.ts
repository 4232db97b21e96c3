const step = 10;

/**
 * How long some work takes of the time in which this process had its turn, in milliseconds: each step of 10 ms counts once,
 * however late the machine lets it come. On a quiet machine that is the time on the wall; on a busy one it is less, so
 * that a bound on it tells what waits from what is merely slow.
 */
export async function ownTimeOf(work: () => Promise<unknown>): Promise<number> {
  let steps = 0;
  const timer = setInterval(() => {
    steps += 1;
  }, step);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return steps * step;
}
