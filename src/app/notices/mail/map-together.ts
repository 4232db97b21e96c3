/** How many are at work at once. The platform's storage takes 1,000 operations a second. */
const atOnce = 25;

/**
 * What the work makes of each, some at once, in their order.
 * @throws the first failure, once those that run with it have ended
 */
export async function mapTogether<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const made: Result[] = [];
  for (let start = 0; start < items.length; start += atOnce) {
    for (const result of await Promise.allSettled(items.slice(start, start + atOnce).map(work))) {
      if (result.status === 'rejected') throw result.reason;
      made.push(result.value);
    }
  }
  return made;
}
