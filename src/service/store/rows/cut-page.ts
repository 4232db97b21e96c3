import type { ListPosition } from '../../conversation/conversation-store';
import type { Page } from '../../conversation/people-store';

/**
 * A page out of the rows of a statement that was asked for one row more than the page holds: whether that one came says
 * whether the list goes on.
 * @param positionOf by which the next page's statement finds the row after this one
 */
export function cutPage<Row, Value>(
  rows: readonly Row[],
  limit: number,
  toValue: (row: Row) => Value,
  positionOf: (row: Row) => ListPosition,
): Page<Value> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { values: page.map(toValue), next: rows.length > limit && last ? positionOf(last) : null };
}

/**
 * A page out of the rows of a statement that ended it by its size, too (`fitPage`): each row says whether the list goes on
 * behind it.
 */
export function endPage<Row extends { readonly goes_on: boolean }, Value>(
  rows: readonly Row[],
  toValue: (row: Row) => Value,
  positionOf: (row: Row) => ListPosition,
): Page<Value> {
  const last = rows.at(-1);
  return { values: rows.map(toValue), next: last?.goes_on ? positionOf(last) : null };
}
