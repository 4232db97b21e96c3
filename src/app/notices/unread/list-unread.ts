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

/** The first unread message of each person, conversation and issue; or those that mention somebody, of muted ones, too. */
export type UnreadKind = 'first' | 'mention';

/**
 * Whose first unread message was sent in this span, and who wants to be told, page by page, by the id of the person; of
 * mentions by the message, and none from a service of the release before. Mutes, blocks and preferences are the service's. Asked as the app; no words come with it.
 * @param cursor of a page before; empty at the beginning
 * @param user whose alone; null for everyone's
 * @throws ApiError
 */
export async function* listUnread(
  client: ConversationClient,
  site: string,
  { since, until }: UnreadSpan,
  cursor = '',
  kind: UnreadKind = 'first',
  user: string | null = null,
): AsyncGenerator<Page<Unread>> {
  const from = { since: writeTime(since), limit: largestPage, ...(user === null ? {} : { user }) };
  const ofMentions = kind === 'mention' ? { mentions: true } : {};
  let query: typeof from & { until?: string; mentions?: boolean } = { ...from, until: writeTime(until), ...ofMentions };
  const ask = (place: PagePlace) => client.listUnread({ params: { cloudId: site }, query: { ...query, ...place } });
  const askEither = async (place: PagePlace) => {
    try {
      return await ask(place);
    } catch (error) {
      // A service of the release before refuses a query that names what it does not know: an end of a span, or mentions.
      const isRefused = error instanceof ApiError && error.error === 'invalid_request';
      if (isRefused && kind === 'mention' && Object.keys(place).length === 0) return nothing;
      if (!isRefused || kind === 'mention' || query === from) throw error;
      query = from;
      return ask(place);
    }
  };
  for await (const page of walkPages(askEither, { from: cursor })) {
    yield { ...page, values: page.values.filter(({ first }) => Date.parse(first.ts) <= until) };
  }
}

const nothing = { values: [], cursor: '' };

function writeTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
