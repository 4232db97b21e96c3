/** How many are at work at once. The platform's storage takes 1,000 operations a second. */
const atOnce = 25;

/** What the work makes of each, some at once, in their order. @throws the first failure */
export async function mapTogether<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += atOnce) {
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(work))));
  }
  return results;
}
