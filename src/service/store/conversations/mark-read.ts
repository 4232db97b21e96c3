import type { ReadingScope } from '../../conversation/message-store';
import type { Database, Parameter, Queries } from '../engine/database';
import { predecessorId } from '../rows/successor-id';
import { readUpTo, unreadFloor, unreadMessages, unreadScopes } from '../rows/unread.sql';

/**
 * The member, who is held, if the message is of the scope. The row is not taken as a deletion would: a send, which looks
 * whether its sender is a member, does not wait for it.
 */
export const lockMarker = {
  name: 'lock-marker',
  text: `
  select m.unread_floor_id
  from member m
  where m.cloud_id = $1 and m.conversation_id = $2 and m.user_id = $3 and exists (
    select 1 from message x
    where x.cloud_id = $1 and x.conversation_id = $2 and x.id = $4
      and (m.history_after_id is null or x.id > m.history_after_id) and ($5::text is null or x.issue_id = $5)
  )
  for no key update of m`,
};

/**
 * The same and all of it, where nothing is marked as unread, which is most: a statement alone in the place of a
 * transaction, a quarter of what that costs PostgreSQL.
 */
export const moveMarker = {
  name: 'move-marker',
  text: `
  update member m set read_id = greatest(m.read_id, $4)
  where m.cloud_id = $1 and m.conversation_id = $2 and m.user_id = $3 and m.unread_floor_id is null and exists (
    select 1 from message x
    where x.cloud_id = $1 and x.conversation_id = $2 and x.id = $4
      and (m.history_after_id is null or x.id > m.history_after_id)
  )
  returning m.user_id`,
};

export const updateMarker = {
  name: 'update-marker',
  text: `
  update member m
  set read_id = greatest(m.read_id, $4), unread_after_id = case when m.unread_after_id < $4 then null else m.unread_after_id end
  where m.cloud_id = $1 and m.conversation_id = $2 and m.user_id = $3`,
};

export const upsertIssueMarker = {
  name: 'upsert-issue-marker',
  text: `
  insert into issue_marker as k (cloud_id, conversation_id, user_id, issue_id, read_id) values ($1, $2, $3, $5, $4)
  on conflict (cloud_id, conversation_id, user_id, issue_id) do update
  set read_id = greatest(k.read_id, excluded.read_id),
    unread_after_id = case when k.unread_after_id < excluded.read_id then null else k.unread_after_id end`,
};

/** What a conversation's marker passes by ends in its issues, too. */
export const endIssueUnread = {
  name: 'end-issue-unread',
  text: `
  update issue_marker k set unread_after_id = null
  where k.cloud_id = $1 and k.conversation_id = $2 and k.user_id = $3 and k.unread_after_id < $4`,
};

const reader = {
  conversation: '$2::uuid',
  user: '$3',
  readUpTo: readUpTo('r'),
  unreadAfter: 'r.unread_after_id',
  floor: unreadFloor('r'),
  issue: null,
};

/** The conversation's marker follows that of an issue where nothing up to it stays unread. */
export const followMarker = {
  name: 'follow-marker',
  text: `
  update member r set read_id = $4
  where r.cloud_id = $1 and r.conversation_id = $2 and r.user_id = $3 and (r.read_id is null or r.read_id < $4)
    and not exists (
    select 1
    from ${unreadScopes(reader)} g
    cross join lateral ${unreadMessages({ ...reader, columns: '1', where: 'm.id <= $4' })} u
  )`,
};

export const markUnreadFrom = {
  name: 'mark-unread-from',
  text: `
  update member m set unread_after_id = $4
  where m.cloud_id = $1 and m.conversation_id = $2 and m.user_id = $3`,
};

export const markIssueUnreadFrom = {
  name: 'mark-issue-unread-from',
  text: `
  insert into issue_marker as k (cloud_id, conversation_id, user_id, issue_id, unread_after_id) values ($1, $2, $3, $5, $4)
  on conflict (cloud_id, conversation_id, user_id, issue_id) do update set unread_after_id = excluded.unread_after_id`,
};

export const settleFloor = {
  name: 'settle-unread-floor',
  text: `
  update member m set unread_floor_id = least(m.unread_after_id, (
    select k.unread_after_id
    from issue_marker k
    where k.cloud_id = $1 and k.conversation_id = $2 and k.user_id = $3 and k.unread_after_id is not null
    order by k.unread_after_id
    limit 1
  ))
  where m.cloud_id = $1 and m.conversation_id = $2 and m.user_id = $3`,
};

export async function markRead(database: Database, scope: ReadingScope, messageId: string): Promise<boolean> {
  if (scope.issueId === null) {
    const moved = await database.query(moveMarker, [...placeOf(scope), messageId]);
    if (moved.length > 0) return true;
  }
  return database.transaction(async (transaction) => {
    const held = await takeMarker(transaction, scope, messageId);
    if (held === null) return false;
    const [place, isOfIssue] = [placeOf(scope), scope.issueId !== null];
    if (isOfIssue) await transaction.query(upsertIssueMarker, [...place, messageId, scope.issueId]);
    else await transaction.query(updateMarker, [...place, messageId]);
    if (held.unread_floor_id !== null) {
      if (!isOfIssue) await transaction.query(endIssueUnread, [...place, messageId]);
      await transaction.query(settleFloor, place);
    }
    if (isOfIssue) await transaction.query(followMarker, [...place, messageId]);
    return true;
  });
}

export function markUnread(database: Database, scope: ReadingScope, messageId: string): Promise<boolean> {
  return database.transaction(async (transaction) => {
    if ((await takeMarker(transaction, scope, messageId)) === null) return false;
    const [place, after] = [placeOf(scope), predecessorId(messageId)];
    if (scope.issueId === null) await transaction.query(markUnreadFrom, [...place, after]);
    else await transaction.query(markIssueUnreadFrom, [...place, after, scope.issueId]);
    await transaction.query(settleFloor, place);
    return true;
  });
}

interface HeldMarker {
  readonly unread_floor_id: string | null;
}

/** Markers of one member change one after the other. Null where the message is not of the scope, or nobody is a member. */
async function takeMarker(transaction: Queries, scope: ReadingScope, messageId: string): Promise<HeldMarker | null> {
  const [held] = await transaction.query<HeldMarker>(lockMarker, [...placeOf(scope), messageId, scope.issueId]);
  return held ?? null;
}

function placeOf({ cloudId, conversationId, memberId }: ReadingScope): Parameter[] {
  return [cloudId, conversationId, memberId];
}
