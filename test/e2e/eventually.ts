/** Asks again until the answer fits. @throws with the last answer when the time, in milliseconds, is over */
export async function eventually<T>(
  ask: () => Promise<T>,
  fits: (answer: T) => boolean,
  patience = 30_000,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`After ${patience} ms it is still ${JSON.stringify(answer)}.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
