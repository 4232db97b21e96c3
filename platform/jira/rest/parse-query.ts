/** The parts of a text with commas. */
export function listOf(text: string | null): string[] {
  return (text ?? '').split(',').filter((part) => part !== '');
}

/** A count in a query, or the other one where it is none. */
export function countOf(text: string | null, otherwise: number): number {
  const count = Number(text ?? otherwise);
  return Number.isInteger(count) && count >= 0 ? count : otherwise;
}

/** The part of a list that `startAt` and `maxResults` ask for. */
export function pageOf<T>(all: readonly T[], query: URLSearchParams, otherwise: number) {
  const startAt = countOf(query.get('startAt'), 0);
  const maxResults = countOf(query.get('maxResults'), otherwise);
  const values = all.slice(startAt, startAt + maxResults);
  return { maxResults, startAt, total: all.length, isLast: startAt + values.length >= all.length, values };
}
