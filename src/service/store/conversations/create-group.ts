import type { Conversation } from '../../../contract/resources';
import type { Creation, NewGroup } from '../../conversation/conversation-store';
import { type Claiming, claimKeys, createOnce, findClaim } from '../claims/claim';
import type { Clock } from '../engine/clock';
import type { Database, Queries } from '../engine/database';
import { nameKey, storableText } from '../engine/storable-text';
import { activeHour } from '../rows/active-hour.sql';
import { findConversation } from './find-conversation';

/** Times are given back as milliseconds, which a distributed engine does of rows that it reads and not of those it writes. */
export const insertGroup = {
  name: 'insert-group',
  text: `
  insert into conversation
    (cloud_id, id, name, name_key, topic, privacy, created_at, modified_at, last_activity_at)
  values ($1, $2, $3, $4, $5, $6, $7, $7, $7)`,
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
    create: () => database.transaction((transaction) => insertAsOwner(transaction, group, making)),
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
  transaction: Queries,
  { cloudId, ownerId, name, topic, privacy }: NewGroup,
  making: Claiming,
): Promise<Conversation | null> {
  if ((await claimKeys(transaction, cloudId, [making])).length === 0) return null;
  const { proposedId: id, askedAt } = making;
  const described = [storableText(name), nameKey(name), storableText(topic), privacy];
  await transaction.query(insertGroup, [cloudId, id, ...described, askedAt]);
  await transaction.query(insertOwner, [cloudId, id, ownerId, askedAt]);
  const made = await findConversation(transaction, cloudId, id, ownerId);
  if (!made) throw new Error('A group was made and is not there.');
  return made.conversation;
}

/** To who is not in it any more: what became of the group since is not theirs to know. */
function asItWasMade(conversation: Conversation, { name, topic, privacy }: NewGroup): Conversation {
  const given = { name: storableText(name), topic: storableText(topic), privacy };
  return { ...conversation, ...given, isArchived: false, modified: conversation.created };
}
