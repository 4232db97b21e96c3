import { largestPage } from '../../../patterns/patterns';
import { ApiError } from '../../client/api-error';
import { type Page, type PagePlace, walkPages } from '../../client/walk-pages';

interface SpanQuery extends PagePlace {
  readonly since: string;
  readonly until: string;
  readonly limit: number;
}

/**
 * What happened in a span of time, in milliseconds, page by page from the cursor of an earlier page on. A service of the
 * release before, which knows no such list, has none. @throws ApiError
 */
export async function* walkSpan<Found>(
  ask: (query: SpanQuery) => Promise<Page<Found>>,
  { since, until }: { readonly since: number; readonly until: number },
  from: string,
): AsyncGenerator<Page<Found>> {
  const span = { since: new Date(since).toISOString(), until: new Date(until).toISOString(), limit: largestPage };
  try {
    yield* walkPages((place) => ask({ ...span, ...place }), { from });
  } catch (error) {
    if (!(error instanceof ApiError && error.error === 'not_found')) throw error;
    yield { values: [], cursor: '' };
  }
}
