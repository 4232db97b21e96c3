import type { ListPosition } from '../../conversation/conversation-store';
import type { Clock } from '../engine/clock';
import type { Database } from '../engine/database';
import { lastIdAt } from '../rows/message-id';
import { existsUnread } from './list-activity.sql';

/** Conversations of one step. */
const step = 1_000;

const beforeAll = '00000000-0000-0000-0000-000000000000';

/**
 * The next conversations of a member, and of those with something unread the last message that had come by then, up to
 * the id $5. What is later than that stays unread.
 */
export const walkMarkers = {
  name: 'walk-markers',
  text: `
  select m.conversation_id, case when ${existsUnread(null)} then
    case when c.last_message_id <= $5 then c.last_message_id else (
      select x.id from message x
      where x.cloud_id = $1 and x.conversation_id = m.conversation_id and x.id <= $5
      order by x.id desc
      limit 1
    ) end
  end as last_id
  from (
    select m.* from member m
    where m.cloud_id = $1 and m.user_id = $2 and m.conversation_id > $3
    order by m.conversation_id
    limit $4
  ) m
  cross join lateral (
    select c.* from conversation c where c.cloud_id = $1 and c.id = m.conversation_id limit 1
  ) c
  order by m.conversation_id`,
};

/** In one order, so that two who mark all at once wait and do not meet. */
export const holdMarkers = {
  name: 'hold-markers',
  text: `
  select m.conversation_id, m.unread_floor_id is not null as is_marked
  from member m
  where m.cloud_id = $1 and m.user_id = $2 and m.conversation_id = any ($3::uuid[])
  order by m.conversation_id
  for no key update of m`,
};

/** Forward only, as a marker of one conversation moves. */
export const moveMarkers = {
  name: 'move-markers',
  text: `
  update member m
  set read_id = greatest(m.read_id, t.id),
    unread_after_id = case when m.unread_after_id < t.id then null else m.unread_after_id end
  from unnest($3::uuid[], $4::uuid[]) as t (conversation_id, id)
  where m.cloud_id = $1 and m.user_id = $2 and m.conversation_id = t.conversation_id`,
};

export const endUnreadOfIssues = {
  name: 'end-unread-of-issues',
  text: `
  update issue_marker k set unread_after_id = null
  from unnest($3::uuid[], $4::uuid[]) as t (conversation_id, id)
  where k.cloud_id = $1 and k.user_id = $2 and k.conversation_id = t.conversation_id and k.unread_after_id < t.id`,
};

export const settleFloors = {
  name: 'settle-unread-floors',
  text: `
  update member m set unread_floor_id = least(m.unread_after_id, (
    select k.unread_after_id
    from issue_marker k
    where k.cloud_id = $1 and k.conversation_id = m.conversation_id and k.user_id = $2 and k.unread_after_id is not null
    order by k.unread_after_id
    limit 1
  ))
  where m.cloud_id = $1 and m.user_id = $2 and m.conversation_id = any ($3::uuid[])`,
};

interface WalkedRow {
  readonly conversation_id: string;
  /** Null where nothing is unread. */
  readonly last_id: string | null;
}

interface HeldRow {
  readonly conversation_id: string;
  readonly is_marked: boolean;
}

/**
 * One step of marking all as read. It looks at so many conversations and writes where something is unread; `after` has the
 * time of the first step, so that nothing counts as read that comes while the others are done.
 */
export async function markAllRead(
  database: Database,
  clock: Clock,
  cloudId: string,
  memberId: string,
  after: ListPosition | null,
): Promise<{ readonly count: number; readonly next: ListPosition | null }> {
  const until = after === null ? clock.now() : new Date(after.key);
  const from = [cloudId, memberId, after?.id ?? beforeAll, step, lastIdAt(until)];
  const walked = await database.query<WalkedRow>(walkMarkers, from);
  const due = walked.flatMap(({ conversation_id: id, last_id: last }) => (last === null ? [] : [{ id, last }]));
  if (due.length > 0) {
    const ids = due.map(({ id }) => id);
    const lasts = due.map(({ last }) => last);
    await database.transaction(async (transaction) => {
      const held = await transaction.query<HeldRow>(holdMarkers, [cloudId, memberId, ids]);
      await transaction.query(moveMarkers, [cloudId, memberId, ids, lasts]);
      const marked = held.filter((row) => row.is_marked).map((row) => row.conversation_id);
      if (marked.length === 0) return;
      await transaction.query(endUnreadOfIssues, [cloudId, memberId, ids, lasts]);
      await transaction.query(settleFloors, [cloudId, memberId, marked]);
    });
  }
  const last = walked.length < step ? undefined : walked.at(-1);
  const next = last === undefined ? null : { key: until.toISOString(), id: last.conversation_id };
  return { count: due.length, next };
}
