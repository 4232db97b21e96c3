import type { Page, PageQuery } from '../../conversation/people-store';
import type { Cursors } from './cursors';

/** What of a query says which page. */
interface PageParameters {
  readonly limit: number;
  readonly cursor?: string;
}

/** The page of a list that is asked for. @throws AppError `invalid_request` for a cursor of another list. */
export function readPage({ limit, cursor }: PageParameters, cursors: Cursors, binding: readonly unknown[]): PageQuery {
  // The last page's cursor is "": sent back, it begins again.
  return { limit, after: cursor ? cursors.open(cursor, binding) : null };
}

export function answerPage<Value>(
  { values, next }: Page<Value>,
  { limit }: PageParameters,
  cursors: Cursors,
  binding: readonly unknown[],
) {
  return { values, cursor: next ? cursors.seal(next, binding) : '', limit, size: values.length };
}
