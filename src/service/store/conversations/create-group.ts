import type { Conversation } from '../../../contract/resources';
import type { Creation, NewGroup } from '../../conversation/conversation-store';
import { claimSteps, createOnce, findClaim } from '../claims/claim';
import type { Clock } from '../engine/clock';
import type { Queries } from '../engine/database';
import { nameKey, storableText } from '../engine/storable-text';
import { type ConversationRow, conversationColumns, toConversation } from '../rows/conversation-row';
import { findConversation } from './find-conversation';

/** No row comes back when the idempotency key was used. */
export const insertGroup = {
  name: 'insert-group',
  text: `
  with request as (
    select $1::uuid as cloud_id, $2::text as caller_id, $3::uuid as created_id, $4::timestamptz as asked_at,
      $5::text as name, $6::text as name_key, $7::text as topic, $8::text as privacy,
      $9::text as claim_key, $10::text as fingerprint
  ), ${claimSteps}, made as (
    insert into conversation as c
      (cloud_id, id, name, name_key, topic, privacy, created_at, modified_at, last_activity_at)
    select a.cloud_id, a.created_id, a.name, a.name_key, a.topic, a.privacy, a.asked_at, a.asked_at, a.asked_at
    from allowed a
    returning ${conversationColumns}, c.is_archived
  ), owned as (
    insert into member (cloud_id, conversation_id, user_id, role, joined_at)
    select a.cloud_id, a.created_id, a.caller_id, 'owner', a.asked_at from allowed a
  )
  select made.*, 'owner' as role from made`,
};

export async function createGroup(database: Queries, clock: Clock, group: NewGroup): Promise<Creation<Conversation>> {
  const { cloudId, ownerId, claim } = group;
  const now = clock.now();
  const parameters = [
    ...[cloudId, ownerId, clock.newId(now), now],
    ...[storableText(group.name), nameKey(group.name), storableText(group.topic), group.privacy],
    ...[claim?.key ?? null, claim?.fingerprint ?? null],
  ];
  return createOnce({
    claim,
    create: async () => {
      const [row] = await database.query<ConversationRow>(insertGroup, parameters);
      return row ? toConversation(row, ownerId) : null;
    },
    findClaim: (key) => findClaim(database, [cloudId, ownerId, key, null, null, null]),
    replay: async (id) => {
      const seen = await findConversation(database, cloudId, id, ownerId);
      if (!seen) throw new Error('An idempotency record names a conversation that is not there.');
      return seen.isMember ? seen.conversation : asItWasMade(seen.conversation, group);
    },
  });
}

/** To who is not in it any more: what became of the group since is not theirs to know. */
function asItWasMade(conversation: Conversation, { name, topic, privacy }: NewGroup): Conversation {
  const given = { name: storableText(name), topic: storableText(topic), privacy };
  return { ...conversation, ...given, isArchived: false, modified: conversation.created };
}
