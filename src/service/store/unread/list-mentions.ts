import type { Unread } from '../../../contract/people';
import type { ListPosition } from '../../conversation/conversation-store';
import type { Page, UnreadQuery } from '../../conversation/people-store';
import type { Queries } from '../engine/database';
import { cutPage } from '../rows/cut-page';
import { lastIdAt } from '../rows/message-id';
import { afterAllIds, beforeAllIds } from '../rows/outer-ids';
import { selectMentions, selectMentionsOfPerson } from './list-mentions.sql';
import { toUnread, type UnreadRow } from './unread-row';

/** A row without a person tells only where the looks ended, as every row does; all null where they reached the end. */
type FoundRow = (UnreadRow | { readonly user_id: null }) & {
  readonly end_message_id: string | null;
  readonly end_user_id: string | null;
  readonly end_conversation_id: string | null;
};

/** By message, person and conversation; of one person by conversation and message. A page may be short, or empty, and go on. */
export async function listMentions(
  database: Queries,
  cloudId: string,
  { limit, after, since, until = null, ofUser = null }: Omit<UnreadQuery, 'ofMentions'>,
): Promise<Page<Unread>> {
  const [userId = ofUser ?? '', conversationId = beforeAllIds] = after?.key.split(' ') ?? [];
  const from = since === null ? beforeAllIds : lastIdAt(since);
  const end = until === null ? afterAllIds : lastIdAt(until);
  const place = [after?.id ?? beforeAllIds, userId, conversationId];
  const found = await database.query<FoundRow>(ofUser === null ? selectMentions : selectMentionsOfPerson, [
    cloudId,
    ...place,
    limit + 1,
    from,
    end,
  ]);
  const rows = found.filter((row) => row.user_id !== null);
  const toMention = (row: UnreadRow): Unread => ({ ...toUnread(row), mention: true });
  const page = cutPage(rows, limit, toMention, (row) => ({ key: `${row.user_id} ${row.conversation_id}`, id: row.id }));
  return page.next === null ? { ...page, next: endOfLooks(found[0]) } : page;
}

function endOfLooks(row: FoundRow | undefined): ListPosition | null {
  if (!row || row.end_message_id === null) return null;
  return { key: `${row.end_user_id} ${row.end_conversation_id}`, id: row.end_message_id };
}
