/** Both results of work that runs at once; where both fail, the first one's failure, so that the same cause always shows the same way. */
export async function settleInOrder<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  // While the first is awaited nobody listens to the second; its failure is met on the next line.
  second.catch(() => undefined);
  return [await first, await second];
}
