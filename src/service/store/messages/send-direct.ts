import type { NewMessage, SendAnswer, SendQuota } from '../../conversation/conversation-store';
import { claimSteps, findClaim } from '../claims/claim';
import { countSteps, type SentRow, sentColumns } from '../claims/count-sends';
import type { Clock } from '../engine/clock';
import type { Queries } from '../engine/database';
import { orderPair } from '../rows/direct-pair';
import { successorId } from '../rows/successor-id';
import { barredStep, isNotBarred } from './barred-step';
import { messageInput, messageParameters, sendOnce, sendSteps } from './send-steps';

/**
 * The whole send as one statement and one commit. The conversation's row is taken by the upsert, which also decides the
 * message's id: the proposed one, or the one after the last. No id comes back when the quota or the idempotency
 * key was used up.
 */
export const insertDirectMessage = {
  name: 'insert-direct-message',
  text: `
  with given as (
    select ${messageInput}, $18::text as low_id, $19::text as high_id
  ), ${countSteps()}, ${barredStep('case g.caller_id when g.low_id then g.high_id else g.low_id end')}, request as (
    select g.* from admitted g where ${isNotBarred}
  ), ${claimSteps}, opened as (
    insert into conversation as c
      (cloud_id, id, low_id, high_id, created_at, modified_at, last_message_id, last_activity_at)
    select a.cloud_id, a.conversation_id, a.low_id, a.high_id, a.asked_at, a.asked_at, a.created_id, a.asked_at
    from allowed a
    on conflict (cloud_id, low_id, high_id) do update
      set last_message_id = greatest(excluded.last_message_id, ${successorId('c.last_message_id')}),
        last_activity_at = greatest(excluded.last_activity_at, c.last_activity_at)
    returning c.cloud_id, c.id, c.low_id, c.high_id, c.last_message_id
  ), joined as (
    insert into member (cloud_id, conversation_id, user_id, role, joined_at)
    select o.cloud_id, o.id, ends.user_id, 'member', a.asked_at
    from allowed a
    join opened o on o.cloud_id = a.cloud_id and o.id = a.conversation_id
    cross join lateral (values (a.low_id), (a.high_id)) as ends (user_id)
  ), ${sendSteps('o.cloud_id = a.cloud_id and o.low_id = a.low_id and o.high_id = a.high_id')}${sentColumns}`,
};

export async function sendDirect(database: Queries, clock: Clock, message: NewMessage): Promise<SendAnswer> {
  const { cloudId, sender, recipientId } = message;
  const { lowId, highId } = orderPair(sender.id, recipientId);
  const now = clock.now();
  const parametersWith = (quota: SendQuota | null) => [
    ...messageParameters(clock, now, clock.newId(now), { ...message, quota }),
    ...[lowId, highId],
  ];
  return sendOnce(
    message,
    (quota) => database.query<SentRow>(insertDirectMessage, parametersWith(quota)),
    (key) => findClaim(database, [cloudId, sender.id, key, null, lowId, highId]),
  );
}
