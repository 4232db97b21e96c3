import type { Conversation, Issue } from '../../../contract/resources';
import { refuseAdding } from '../../conversation/choices';
import type { Creation, NewGroup } from '../../conversation/conversation-store';
import { type Claiming, claimKeys, createOnce, findClaim } from '../claims/claim';
import type { Clock } from '../engine/clock';
import type { Database, Transaction } from '../engine/database';
import { nameKey, storableText } from '../engine/storable-text';
import { activeHour } from '../rows/active-hour.sql';
import { lockConversation } from './change-locked';
import { findConversation } from './find-conversation';
import { findBarring, insertMembers } from './members';
import { writeNotice } from './write-notice';

/** Times are given back as milliseconds, which a distributed engine does of rows that it reads and not of those it writes. */
export const insertGroup = {
  name: 'insert-group',
  text: `
  insert into conversation
    (cloud_id, id, name, name_key, topic, privacy, created_at, modified_at, last_activity_at, issue_id, issue_key)
  values ($1, $2, $3, $4, $5, $6, $7, $7, $7, $8, $9)`,
};

export const insertOwner = {
  name: 'insert-owner',
  text: `
  insert into member (cloud_id, conversation_id, user_id, role, joined_at, active_hour)
  values ($1, $2, $3, 'owner', $4, ${activeHour('$4::timestamptz')})`,
};

export async function createGroup(database: Database, clock: Clock, group: NewGroup): Promise<Creation<Conversation>> {
  const { cloudId, ownerId, claim } = group;
  const askedAt = clock.now();
  const making = { sender: { id: ownerId }, claim, proposedId: clock.newId(askedAt), askedAt };
  return createOnce({
    claim,
    create: () => database.transaction((transaction) => insertAsOwner(transaction, clock, group, making)),
    findClaim: (key) => findClaim(database, [cloudId, ownerId, key, null, null, null]),
    replay: async (id) => {
      const seen = await findConversation(database, cloudId, id, ownerId);
      if (!seen) throw new Error('An idempotency record names a conversation that is not there.');
      return seen.isMember ? seen.conversation : asItWasMade(seen.conversation, group);
    },
  });
}

/** Null when the key was used. */
async function insertAsOwner(
  transaction: Transaction,
  clock: Clock,
  group: NewGroup,
  making: Claiming,
): Promise<Conversation | null> {
  const { cloudId, ownerId, name, topic, privacy, issue, members } = group;
  if ((await claimKeys(transaction, cloudId, [making])).length === 0) return null;
  const { proposedId: id, askedAt } = making;
  const described = [storableText(name), nameKey(name), storableText(topic), privacy];
  await transaction.query(insertGroup, [cloudId, id, ...described, askedAt, issue?.id ?? null, issue?.key ?? null]);
  await transaction.query(insertOwner, [cloudId, id, ownerId, askedAt]);
  if (members.length > 0) {
    const barred = await findBarring(transaction, cloudId, ownerId, members);
    if (barred.length > 0) throw refuseAdding(group.sentMembers ?? members, barred, 'members');
    await transaction.query(insertMembers, [cloudId, id, askedAt, members, false]);
  }
  if (issue !== null) await tellOfFounding(transaction, clock, { ...group, id, issue });
  const made = await findConversation(transaction, cloudId, id, ownerId);
  if (!made) throw new Error('A group was made and is not there.');
  return made.conversation;
}

/** The group begins with who is in it; what it follows, with the way to it. */
async function tellOfFounding(
  transaction: Transaction,
  clock: Clock,
  { cloudId, ownerId: by, id, issue, members, follows }: NewGroup & { readonly id: string; readonly issue: Issue },
): Promise<void> {
  const people = [...members];
  await writeNotice(transaction, clock, { cloudId, conversationId: id, notice: { what: 'founded', by, people } });
  if (follows === null) return;
  const { conversationId, decide } = follows;
  await transaction.query(lockConversation, [cloudId, conversationId]);
  decide(await findConversation(transaction, cloudId, conversationId, by));
  const continued = { what: 'continued', by, conversationId: id } as const;
  await writeNotice(transaction, clock, { cloudId, conversationId, notice: continued, issue });
}

/** To who is not in it any more: what became of the group since is not theirs to know. */
function asItWasMade(conversation: Conversation, { name, topic, privacy }: NewGroup): Conversation {
  const given = { name: storableText(name), topic: storableText(topic), privacy };
  return { ...conversation, ...given, isArchived: false, modified: conversation.created };
}
