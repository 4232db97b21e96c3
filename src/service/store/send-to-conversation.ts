import type { SendAnswer } from '../conversation/conversation-store';
import type { NewConversationMessage } from '../conversation/message-store';
import { claimSteps, findClaim } from './claim';
import type { Clock } from './clock';
import { countSteps, type SentRow, sentColumns, subjectOfConversation } from './count-sends';
import type { Queries } from './database';
import { barredStep, isNotBarred } from './people/barred-step';
import { messageInput, messageParameters, sendOnce, sendSteps } from './send-steps';
import { successorId } from './successor-id';

const conversationOf = 'join conversation c on c.cloud_id = g.cloud_id and c.id = g.conversation_id';
const otherEnd = 'case g.caller_id when c.low_id then c.high_id when c.high_id then c.low_id end';

/**
 * A send into a conversation that is there, as one statement and one commit. Its row is taken before anything is
 * written, so that a message that is refused leaves no claim on its key. No id comes back for one that is refused
 * (no such conversation, archived, not a member), or whose quota or key was used up.
 */
export const insertConversationMessage = {
  name: 'insert-conversation-message',
  text: `
  with given as (
    select ${messageInput}
  ), ${countSteps(subjectOfConversation)}, ${barredStep(otherEnd, conversationOf)}, request as (
    select g.*
    from admitted g
    join conversation c on c.cloud_id = g.cloud_id and c.id = g.conversation_id
    where ${isNotBarred} and not c.is_archived and exists (
      select 1 from member m
      where m.cloud_id = g.cloud_id and m.conversation_id = g.conversation_id and m.user_id = g.caller_id
    )
    for no key update of c
  ), ${claimSteps}, opened as (
    update conversation c
    set last_message_id = greatest(a.created_id, ${successorId('c.last_message_id')}),
      last_activity_at = greatest(a.asked_at, c.last_activity_at)
    from allowed a
    where c.cloud_id = a.cloud_id and c.id = a.conversation_id
    returning c.cloud_id, c.id, c.last_message_id
  ), ${sendSteps('o.cloud_id = a.cloud_id and o.id = a.conversation_id')}${sentColumns}`,
};

export async function sendToConversation(
  database: Queries,
  clock: Clock,
  message: NewConversationMessage,
): Promise<SendAnswer> {
  const { cloudId, conversationId, sender } = message;
  const parameters = messageParameters(clock, clock.now(), conversationId, message);
  return sendOnce(
    message,
    () => database.query<SentRow>(insertConversationMessage, parameters),
    (key) => findClaim(database, [cloudId, sender.id, key, conversationId, null, null]),
  );
}
