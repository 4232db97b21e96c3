import type { Conversation } from '../../contract/resources';
import type { ConversationClient } from '../client/conversation-client';
import type { Person } from '../definitions/person';
import type { WritingRefusal } from '../definitions/writing-refusal';
import { findPeople } from '../jira/find-people';
import { loadSwitches } from '../storage/switches';
import { applySwitches } from './apply-switches';
import { decideWriting } from './decide-writing';

/** Writing on in a conversation, about no issue. */
export interface ConversationWriting {
  readonly entry: 'inbox';
  readonly sender: string | null;
  readonly conversationId: string;
  readonly site: string;
  /** The service as the sender. */
  readonly client: ConversationClient;
}

export type ConversationPermit =
  | {
      readonly allowed: true;
      readonly conversation: Conversation;
      /** The other end of a direct conversation; null for a group. */
      readonly recipient: Person | null;
      readonly mayShowIssue: false;
    }
  | { readonly allowed: false; readonly refusal: WritingRefusal };

/**
 * Whether the sender may write on here: where something was written before, or into a group that they are in.
 * @throws ApiError `not_found` where they may not see the conversation; JiraError; StorageError
 */
export async function checkConversation(request: ConversationWriting): Promise<ConversationPermit> {
  const { sender, conversationId, site, client } = request;
  if (sender === null) return { allowed: false, refusal: 'not_logged_in' };
  const params = { cloudId: site, conversationId };
  const [conversation, saved] = await Promise.all([client.getConversation({ params }), loadSwitches()]);
  const { user } = conversation;
  const [people, haveThread] = await Promise.all([
    user === undefined ? new Map<string, Person>() : findPeople([user.id]),
    user === undefined ? isMember(request) : hasMessages(request),
  ]);
  const recipient = user === undefined ? null : (people.get(user.id) ?? null);
  const refusal = decideWriting({
    entry: 'inbox',
    sender,
    recipient,
    switches: applySwitches(saved, null),
    senderSees: true,
    receiverSees: false,
    isOnIssue: false,
    haveThread,
  });
  return refusal === null
    ? { allowed: true, conversation, recipient, mayShowIssue: false }
    : { allowed: false, refusal };
}

async function isMember({ sender, conversationId, site, client }: ConversationWriting): Promise<boolean> {
  const { values } = await client.getRoster({ params: { cloudId: site, conversationId } });
  return values.some((id) => id === sender);
}

async function hasMessages({ conversationId, site, client }: ConversationWriting): Promise<boolean> {
  const params = { cloudId: site, conversationId };
  const { values } = await client.listRecentMessages({ params, query: { limit: 1 } });
  return values.length > 0;
}
