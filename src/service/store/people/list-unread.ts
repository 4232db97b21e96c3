import type { Unread } from '../../../contract/people';
import type { Page, UnreadQuery } from '../../conversation/people-store';
import type { Queries } from '../engine/database';
import { cutPage } from '../rows/cut-page';
import { lastIdAt, readTime } from '../rows/message-id';
import type { MessageRow } from '../rows/message-row';
import { readUpTo, unreadFloor, unreadMessages, unreadScopes } from '../rows/unread.sql';
import { beforeAllIds } from './walk-conversations';

const afterAllIds = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const reader = {
  conversation: 'r.conversation_id',
  user: 'r.user_id',
  readUpTo: readUpTo('r'),
  unreadAfter: 'r.unread_after_id',
  floor: `greatest(${unreadFloor('r')}, $6)`,
  issue: null,
};

/** Up to this a row counts what came later. */
const mostLater = 100;

/** What is hidden is not told of, nor what a person does not want to be told of. */
const isWanted = `m.id > coalesce(r.hidden_id, '${beforeAllIds}') and
        coalesce(case m.origin_kind when 'person' then p.notice_person when 'rule' then p.notice_rule else p.notice_client end, true)`;

const columns = 'm.id, m.sender_id, m.sender_kind, m.issue_id, m.issue_key, m.origin_kind, m.origin_account';

/** What is unread in the whole conversation and later than the first one of a row. */
const laterOnes = `(
    select count(*)::int from (
      select 1
      from ${unreadScopes({ ...reader, floor: 'f.id' })} g
      cross join lateral ${unreadMessages({ ...reader, columns: 'm.id', where: `${isWanted} and m.id > f.id` })} u
      limit ${mostLater}
    ) l
  )`;

/**
 * The first unread message of each member, conversation, issue and account whose rules send, where it is later than $6
 * and not later than $8, and how many came after it. Where nothing can be unread or late enough, no message is looked at.
 * $2 to $5 are the last row of before, in the order of the rows; an issue or account that is not there stands as an empty
 * text.
 */
export const selectUnread = {
  name: 'select-unread',
  text: `
  select r.user_id, r.conversation_id, c.low_id, f.*, ${laterOnes} as later
  from member r
  join conversation c on c.cloud_id = $1 and c.id = r.conversation_id
  left join preference p on p.cloud_id = $1 and p.user_id = r.user_id
  cross join lateral ${unreadScopes(reader)} g
  cross join lateral (
    select distinct on (account_key) u.*, coalesce(u.issue_id, '') as issue_key_of_page, coalesce(u.origin_account, '') as account_key
    from ${unreadMessages({ ...reader, columns, where: isWanted })} u
    order by account_key, u.id
  ) f
  where r.cloud_id = $1 and (r.user_id, r.conversation_id) >= ($2, $3::uuid)
    and (r.user_id, r.conversation_id, f.issue_key_of_page, f.account_key) > ($2, $3::uuid, $4, $5)
    and r.user_id !~ '^(app|client):' and not r.is_muted and not c.is_archived
    and c.last_message_id > greatest(${unreadFloor('r')}, r.hidden_id, $6)
    and f.id > $6 and f.id <= $8
  order by r.user_id, r.conversation_id, f.issue_key_of_page, f.account_key
  limit $7`,
};

type UnreadRow = Pick<
  MessageRow,
  'id' | 'sender_id' | 'sender_kind' | 'issue_id' | 'issue_key' | 'origin_kind' | 'origin_account' | 'conversation_id'
> & { readonly user_id: string; readonly low_id: string | null; readonly later: number };

/** Ids of accounts and issues hold no blank. */
export async function listUnread(
  database: Queries,
  cloudId: string,
  { limit, after, since, until = null }: UnreadQuery,
): Promise<Page<Unread>> {
  const [userId = '', issueId = '', account = ''] = after?.key.split(' ') ?? [];
  const rows = await database.query<UnreadRow>(selectUnread, [
    ...[cloudId, userId, after?.id ?? beforeAllIds, issueId, account],
    ...[since === null ? beforeAllIds : lastIdAt(since), limit + 1, until === null ? afterAllIds : lastIdAt(until)],
  ]);
  return cutPage(rows, limit, toUnread, (row) => ({
    key: [row.user_id, row.issue_id ?? '', row.origin_account ?? ''].join(' '),
    id: row.conversation_id,
  }));
}

function toUnread(row: UnreadRow): Unread {
  return {
    user: { id: row.user_id },
    conversationId: row.conversation_id,
    type: row.low_id === null ? 'group' : 'direct',
    first: {
      id: row.id,
      ts: readTime(row.id).toISOString(),
      sender: { id: row.sender_id, kind: row.sender_kind },
      issue: row.issue_id === null || row.issue_key === null ? null : { id: row.issue_id, key: row.issue_key },
      origin: { kind: row.origin_kind, account: row.origin_account },
    },
    later: row.later,
  };
}
