import type { Unread } from '../../../contract/people';
import type { ListPosition } from '../../conversation/conversation-store';
import type { Page, UnreadQuery } from '../../conversation/people-store';
import type { Queries } from '../engine/database';
import { activeHourOf } from '../rows/active-hour.sql';
import { cutPage } from '../rows/cut-page';
import { lastIdAt } from '../rows/message-id';
import { afterAllIds, beforeAllIds } from '../rows/outer-ids';
import { countRecent, selectUnreadOfAll, selectUnreadOfPerson, selectUnreadSince } from './list-unread.sql';
import { toUnread, type UnreadRow } from './unread-row';

/** A row without a person tells only where the looks ended, as every row does; both null where they reached the end. */
type FoundRow = (UnreadRow | { readonly user_id: null }) & {
  readonly end_user_id: string | null;
  readonly end_conversation_id: string | null;
};

/** Behind every issue and account. */
const behindAll = '\u{10ffff}';

/** Ids of accounts and issues hold no blank. */
export async function listUnread(
  database: Queries,
  cloudId: string,
  { limit, after, since, until = null, ofUser = null }: UnreadQuery,
): Promise<Page<Unread>> {
  const [userId = ofUser ?? '', issueId = '', account = ''] = after?.key.split(' ') ?? [];
  const place = [cloudId, userId, after?.id ?? beforeAllIds, issueId, account];
  const from = since === null ? beforeAllIds : lastIdAt(since);
  const asked = [...place, from, limit + 1, until === null ? afterAllIds : lastIdAt(until)];
  const hour = since === null ? null : activeHourOf(since.getTime());
  const ask = async () => {
    if (ofUser !== null) return database.query<FoundRow>(selectUnreadOfPerson, asked);
    return hour === null || (await areManyRecent(database, cloudId, hour))
      ? database.query<FoundRow>(selectUnreadOfAll, asked)
      : database.query<FoundRow>(selectUnreadSince, [...asked, hour]);
  };
  const found = await ask();
  const rows = found.filter((row) => row.user_id !== null);
  const page = cutPage(rows, limit, toUnread, (row) => ({
    key: [row.user_id, row.issue_id ?? '', row.origin_account ?? ''].join(' '),
    id: row.conversation_id,
  }));
  return page.next === null ? { ...page, next: endOfLooks(found[0]) } : page;
}

/** Then a page looks at so many members, as without a time, and not into all that was sent since. */
async function areManyRecent(database: Queries, cloudId: string, hour: number): Promise<boolean> {
  const [row] = await database.query<{ are_many: boolean }>(countRecent, [cloudId, hour]);
  return row?.are_many ?? false;
}

function endOfLooks(row: FoundRow | undefined): ListPosition | null {
  const { end_user_id: userId = null, end_conversation_id: id = null } = row ?? {};
  return userId === null || id === null ? null : { key: [userId, behindAll, behindAll].join(' '), id };
}
