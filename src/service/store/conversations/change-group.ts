import type { Conversation, ConversationChange } from '../../../contract/resources';
import type { SeenConversation } from '../../conversation/conversation-store';
import type { Permit } from '../../conversation/group-store';
import { noteDeed } from '../audit/audit';
import type { Clock } from '../engine/clock';
import type { Database, Queries } from '../engine/database';
import { nameKey, storableText } from '../engine/storable-text';
import { changeLocked } from './change-locked';
import { findConversation } from './find-conversation';
import { tellOfGroup } from './tell-of-group';

export const updateConversation = {
  name: 'update-conversation',
  text: `
  update conversation c
  set name = coalesce($4, c.name), name_key = coalesce($5, c.name_key), topic = coalesce($6, c.topic),
    privacy = coalesce($7, c.privacy), modified_at = $3,
    public_from_id = case when $7 = 'public' and c.privacy <> 'public' then c.last_message_id else c.public_from_id end
  where c.cloud_id = $1 and c.id = $2 and c.low_id is null`,
};

export const updateArchived = {
  name: 'update-archived',
  text: `
  update conversation c set is_archived = $4, modified_at = $3
  where c.cloud_id = $1 and c.id = $2 and c.low_id is null and c.is_archived <> $4`,
};

/** Up to the last message of now, or of none: what comes after it shows the conversation again. */
export const updateHidden = {
  name: 'update-hidden',
  text: `
  update member m
  set hidden_id = case when $4::boolean then coalesce(c.last_message_id, '00000000-0000-0000-0000-000000000000') end
  from conversation c
  where m.cloud_id = $1 and m.conversation_id = $2 and m.user_id = $3
    and c.cloud_id = $1 and c.id = m.conversation_id`,
};

export async function changeConversation(
  database: Database,
  clock: Clock,
  cloudId: string,
  conversationId: string,
  { name, topic, privacy }: ConversationChange,
  permit: Permit,
): Promise<Conversation> {
  const named = name === undefined ? [null, null] : [storableText(name), nameKey(name)];
  const described = [topic === undefined ? null : storableText(topic), privacy ?? null];
  const decide = (seen: SeenConversation | null) => {
    permit.decide(seen);
    return privacy !== undefined && seen !== null && seen.conversation.privacy !== privacy;
  };
  return changeLocked(
    database,
    { cloudId, conversationId, ...permit, decide },
    async (transaction, isOtherAudience) => {
      const changed = [cloudId, conversationId, clock.now(), ...named, ...described];
      await transaction.query(updateConversation, changed);
      if (isOtherAudience && privacy === 'private') {
        const deed = { cloudId, actorId: permit.callerId, subject: conversationId, details: {} };
        await noteDeed(transaction, clock, { ...deed, action: 'group-made-private' });
      }
      if (isOtherAudience && privacy === 'public') {
        const by = permit.callerId;
        await tellOfGroup(transaction, clock, { cloudId, conversationId, actorId: by, what: 'made-public', by });
      }
      const seen = await findConversation(transaction, cloudId, conversationId, permit.callerId);
      if (!seen) throw new Error('A change was allowed of a conversation that is not there.');
      return seen.conversation;
    },
  );
}

export async function archiveGroup(
  database: Database,
  now: Date,
  cloudId: string,
  conversationId: string,
  isArchived: boolean,
  permit: Permit,
): Promise<void> {
  await changeLocked(database, { cloudId, conversationId, ...permit }, (transaction) =>
    transaction.query(updateArchived, [cloudId, conversationId, now, isArchived]),
  );
}

export async function hideDirect(
  database: Queries,
  cloudId: string,
  conversationId: string,
  endId: string,
  isHidden: boolean,
): Promise<void> {
  await database.query(updateHidden, [cloudId, conversationId, endId, isHidden]);
}
