import { largestGroup } from '../../../patterns/patterns';
import type { SeenConversation } from '../../conversation/conversation-store';
import type { MemberChange, Permit } from '../../conversation/group-store';
import type { Clock } from '../engine/clock';
import type { Database, Queries } from '../engine/database';
import { changeLocked } from './change-locked';
import { tellOfGroup } from './tell-of-group';
import { writeNotice } from './write-notice';

export const selectMembers = {
  name: 'select-members',
  text: `
  select m.user_id from member m where m.cloud_id = $1 and m.conversation_id = $2 order by m.user_id`,
};

/** They begin behind the last message: what was said before is theirs to read, and not unread. */
export const insertMembers = {
  name: 'insert-members',
  text: `
  insert into member (cloud_id, conversation_id, user_id, role, joined_at, joined_id, history_after_id, active_hour)
  select c.cloud_id, c.id, added.user_id, 'member', $3, c.last_message_id,
    case when $5::boolean then c.last_message_id end, c.active_hour
  from conversation c
  cross join unnest($4::text[]) as added (user_id)
  where c.cloud_id = $1 and c.id = $2
  on conflict (cloud_id, conversation_id, user_id) do nothing`,
};

/** Before they are gone. In one statement with that, a distributed engine would carry out neither. */
export const noteFormerMembers = {
  name: 'note-former-members',
  text: `
  insert into former_member (cloud_id, user_id, conversation_id)
  select m.cloud_id, m.user_id, m.conversation_id
  from member m
  where m.cloud_id = $1 and m.conversation_id = $2 and m.user_id = any ($3::text[])
  on conflict (cloud_id, user_id, conversation_id) do nothing`,
};

export const deleteMembers = {
  name: 'delete-members',
  text: `
  delete from member m
  where m.cloud_id = $1 and m.conversation_id = $2 and m.user_id = any ($3::text[])`,
};

/** Who is no longer in a conversation is reminded of nothing in it. */
export const deleteMembersReminders = {
  name: 'delete-members-reminders',
  text: `
  delete from reminder r
  where r.cloud_id = $1 and r.conversation_id = $2 and r.user_id = any ($3::text[])`,
};

export const promoteMember = {
  name: 'promote-member',
  text: `
  update member m set role = 'owner'
  where m.cloud_id = $1 and m.conversation_id = $2 and m.user_id = (
    select m.user_id from member m
    where m.cloud_id = $1 and m.conversation_id = $2
    order by m.role desc, m.joined_at, m.user_id
    limit 1
  ) and m.role <> 'owner'
  returning m.user_id`,
};

/** The last to leave archives. */
export const archiveEmpty = {
  name: 'archive-empty',
  text: `
  update conversation c set is_archived = true, modified_at = $3
  where c.cloud_id = $1 and c.id = $2 and not c.is_archived and not exists (
    select 1 from member m where m.cloud_id = $1 and m.conversation_id = c.id
  )`,
};

export const selectBarring = {
  name: 'select-barring',
  text: `
  select b.user_id from block b
  where b.cloud_id = $1 and b.blocked_id = $2 and b.user_id = any ($3::text[])
  order by b.user_id`,
};

export async function listMembers(database: Queries, cloudId: string, conversationId: string): Promise<string[]> {
  const rows = await database.query<{ user_id: string }>(selectMembers, [cloudId, conversationId]);
  return rows.map(({ user_id }) => user_id);
}

/** Those of them who have blocked this account. */
export async function findBarring(
  queries: Queries,
  cloudId: string,
  blockedId: string,
  userIds: readonly string[],
): Promise<string[]> {
  if (userIds.length === 0) return [];
  const rows = await queries.query<{ user_id: string }>(selectBarring, [cloudId, blockedId, userIds]);
  return rows.map(({ user_id }) => user_id);
}

export async function changeMembers(
  database: Database,
  clock: Clock,
  cloudId: string,
  conversationId: string,
  { add, remove, isFromNow = false }: MemberChange,
  permit: Permit,
): Promise<'changed' | 'too-many' | { readonly barred: readonly string[] }> {
  const place = [cloudId, conversationId];
  const group = { cloudId, conversationId, actorId: permit.callerId };
  const decide = (seen: SeenConversation | null) => {
    permit.decide(seen);
    return seen?.conversation.issue !== undefined;
  };
  return changeLocked(database, { cloudId, conversationId, ...permit, decide }, async (transaction, isBesideIssue) => {
    const before = new Set(await listMembers(transaction, cloudId, conversationId));
    const members = new Set(before);
    for (const id of remove) members.delete(id);
    for (const id of add) members.add(id);
    if (members.size > largestGroup && add.length > 0) return 'too-many';
    const added = add.filter((id) => !before.has(id));
    const barred = await findBarring(transaction, cloudId, permit.callerId, added);
    if (barred.length > 0) return { barred };
    if (add.length > 0) await transaction.query(insertMembers, [...place, clock.now(), add, isFromNow]);
    // It is behind where new members begin to read, so that they find the group beside its issue.
    if (isBesideIssue && added.length > 0) {
      const history = isFromNow ? ({ history: 'from-now' } as const) : {};
      const notice = { what: 'added', by: permit.callerId, people: added, ...history } as const;
      await writeNotice(transaction, clock, { cloudId, conversationId, notice });
    }
    if (remove.length > 0) {
      await transaction.query(noteFormerMembers, [...place, remove]);
      await transaction.query(deleteMembers, [...place, remove]);
      await transaction.query(deleteMembersReminders, [...place, remove]);
      const [promoted] = await transaction.query<{ user_id: string }>(promoteMember, place);
      if (promoted) await tellOfGroup(transaction, clock, { ...group, what: 'owner', by: promoted.user_id });
      await transaction.query(archiveEmpty, [...place, clock.now()]);
    }
    return 'changed';
  });
}
