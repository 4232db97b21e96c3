import { largestGroup } from '../../../patterns/patterns';
import type { SeenConversation, SendAnswer } from '../../conversation/conversation-store';
import type { NewConversationMessage } from '../../conversation/message-store';
import { claimSteps, findClaim } from '../claims/claim';
import { countSteps, type SentRow, sentColumns, subjectOfConversation } from '../claims/count-sends';
import { changeLocked } from '../conversations/change-locked';
import { listMembers } from '../conversations/members';
import type { Clock } from '../engine/clock';
import type { Database, Queries, Statement } from '../engine/database';
import { successorId } from '../rows/successor-id';
import { barredStep, isNotBarred } from './barred-step';
import { messageInput, messageParameters, sendOnce, sendSteps } from './send-steps';

const conversationOf = 'join conversation c on c.cloud_id = g.cloud_id and c.id = g.conversation_id';
const otherEnd = 'case g.caller_id when c.low_id then c.high_id when c.high_id then c.low_id end';

const allowedInto = 'o.cloud_id = a.cloud_id and o.id = a.conversation_id';

/** `request` is what of `admitted g` may be sent; `more` are steps over `allowed` and `opened`, each with a comma behind. */
function sendInto(name: string, request: string, more = ''): Statement {
  return {
    name,
    text: `
  with given as (
    select ${messageInput}
  ), ${countSteps(subjectOfConversation)}, ${barredStep(otherEnd, conversationOf)}, request as (
    ${request}
  ), ${claimSteps}, opened as (
    update conversation c
    set last_message_id = greatest(a.created_id, ${successorId('c.last_message_id')}),
      last_activity_at = greatest(a.asked_at, c.last_activity_at)
    from allowed a
    where c.cloud_id = a.cloud_id and c.id = a.conversation_id
    returning c.cloud_id, c.id, c.last_message_id
  ), ${more} ${sendSteps(allowedInto)}${sentColumns}`,
  };
}

/**
 * A send into a conversation that is there, as one statement and one commit. Its row is taken before anything is
 * written, so that a message that is refused leaves no claim on its key. No id comes back for one that is refused
 * (no such conversation, archived, not a member), or whose quota or key was used up. The membership is taken as well:
 * it is looked at again after the wait for the conversation, so that who was removed meanwhile sends nothing.
 */
export const insertConversationMessage = sendInto(
  'insert-conversation-message',
  `select g.*
    from admitted g
    join conversation c on c.cloud_id = g.cloud_id and c.id = g.conversation_id
    join member m on m.cloud_id = g.cloud_id and m.conversation_id = g.conversation_id and m.user_id = g.caller_id
    where ${isNotBarred} and not c.is_archived
    for no key update of c for key share of m`,
);

/**
 * The same where the conversation is taken already, and its sender may send whether they are a member yet or not. Who
 * joins begins behind their own message: what was said before is theirs to read, and not unread.
 */
export const insertMemberAndMessage = sendInto(
  'insert-member-and-message',
  `select g.* from admitted g where ${isNotBarred}`,
  `joined as (
    insert into member (cloud_id, conversation_id, user_id, role, joined_at, joined_id)
    select o.cloud_id, o.id, a.caller_id, 'member', a.asked_at, o.last_message_id
    from allowed a
    join opened o on ${allowedInto}
    on conflict (cloud_id, conversation_id, user_id) do nothing
  ),`,
);

export async function sendToConversation(
  database: Queries,
  clock: Clock,
  message: NewConversationMessage,
): Promise<SendAnswer> {
  return send(database, clock, insertConversationMessage, message);
}

export async function joinAndSend(
  database: Database,
  clock: Clock,
  message: NewConversationMessage,
  decide: (seen: SeenConversation | null) => 'send' | 'join',
): Promise<SendAnswer | 'too-many'> {
  const { cloudId, conversationId, sender } = message;
  const locking = { cloudId, conversationId, callerId: sender.id, decide };
  return changeLocked(database, locking, async (transaction, decision) => {
    if (decision === 'join') {
      const members = await listMembers(transaction, cloudId, conversationId);
      if (members.length >= largestGroup) return 'too-many';
    }
    return send(transaction, clock, insertMemberAndMessage, message);
  });
}

async function send(
  database: Queries,
  clock: Clock,
  statement: Statement,
  message: NewConversationMessage,
): Promise<SendAnswer> {
  const { cloudId, conversationId, sender } = message;
  const now = clock.now();
  return sendOnce(
    message,
    (quota) => database.query<SentRow>(statement, messageParameters(clock, now, conversationId, { ...message, quota })),
    (key) => findClaim(database, [cloudId, sender.id, key, conversationId, null, null]),
  );
}
