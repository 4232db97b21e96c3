import type { Unread } from '../../../contract/people';
import { largestPage } from '../../../patterns/patterns';
import { ApiError } from '../../client/api-error';
import type { ConversationClient } from '../../client/conversation-client';
import { type Page, type PagePlace, walkPages } from '../../client/walk-pages';

/** When the first unread message was sent: later than `since`, and not later than `until`. Milliseconds since the epoch. */
export interface UnreadSpan {
  readonly since: number;
  readonly until: number;
}

/**
 * Whose first unread message was sent in this span, and who wants to be told, page by page, by the id of the person:
 * mutes, blocks and preferences are the service's. Asked as the app; no words come with it.
 * @param cursor of a page before; empty at the beginning
 * @throws ApiError
 */
export async function* listUnread(
  client: ConversationClient,
  site: string,
  { since, until }: UnreadSpan,
  cursor = '',
): AsyncGenerator<Page<Unread>> {
  const from = { since: writeTime(since), limit: largestPage };
  let query: typeof from & { until?: string } = { ...from, until: writeTime(until) };
  const ask = (place: PagePlace) => client.listUnread({ params: { cloudId: site }, query: { ...query, ...place } });
  const askEither = async (place: PagePlace) => {
    try {
      return await ask(place);
    } catch (error) {
      // A service of the release before knows no end of a span, and refuses a query that names one.
      if (!(error instanceof ApiError && error.error === 'invalid_request') || query === from) throw error;
      query = from;
      return ask(place);
    }
  };
  for await (const page of walkPages(askEither, { from: cursor })) {
    yield { ...page, values: page.values.filter(({ first }) => Date.parse(first.ts) <= until) };
  }
}

function writeTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
