import type { Conversation, Message } from '../../contract/resources';
import type { ConversationClient } from '../client/conversation-client';
import type { Person } from '../definitions/person';
import { findIssue } from '../jira/find-issue';
import { findShown } from '../jira/find-shown';
import { JiraError } from '../jira/jira-error';
import { loadSwitches, type Switches } from '../storage/switches';
import { checkIssue } from './check-issue';
import { closeConversation } from './close-composer';
import { findAccount } from './find-account';
import { mayWrite } from './may-write';
import { readLatest } from './read-latest';
import type { ConversationPermit, IssuePermit, Refused } from './writing-permit';

/** Writing on in a conversation. */
export interface ConversationWriting {
  readonly entry: 'inbox';
  readonly sender: string | null;
  readonly conversationId: string;
  readonly site: string;
  /** The service as the sender. */
  readonly client: ConversationClient;
}

/**
 * Whether the sender may write on here: where something was written before, or into a group that they are in; and what
 * the message is about. The conversation and its latest messages are read once.
 * @throws ApiError `not_found` where they may not see the conversation; JiraError; StorageError
 */
export async function checkConversation(request: ConversationWriting): Promise<ConversationPermit | Refused> {
  const { sender, conversationId, site, client } = request;
  if (sender === null) return { allowed: false, refusal: 'not_logged_in' };
  const params = { cloudId: site, conversationId };
  const [conversation, saved] = await Promise.all([client.getConversation({ params }), loadSwitches()]);
  const { user } = conversation;
  if (user === undefined) return checkGroup({ sender, conversation, switches: saved }, await readMembers(request));
  const permitted = await mayWrite(saved, null);
  const [recipient, messages] = await Promise.all([findAccount(user.id), readLatest(request)]);
  const isTakingPart = messages.length > 0;
  const isShown = isTakingPart || (saved.peopleMayBegin && (await findShown(user.id)) !== null);
  const facts = { conversation, recipient, isTakingPart, isShown, switches: saved, mayWrite: permitted };
  const refusal = closeConversation({ sender, ...facts });
  if (refusal !== null) return { allowed: false, refusal };
  const about = await findIssueToAnswer(request, messages, recipient, saved);
  return {
    allowed: true,
    conversation,
    members: [],
    recipient,
    issue: about?.issue ?? null,
    mailClosed: about?.mailClosed ?? null,
  };
}

interface GroupFacts {
  readonly sender: string;
  readonly conversation: Conversation;
  readonly switches: Switches;
}

/**
 * What is written in a group beside an issue is about that one: who does not see it (any more) goes on reading what was
 * written to them, and writes nothing about it.
 * @throws JiraError `hidden`
 */
async function checkGroup(facts: GroupFacts, members: readonly string[]): Promise<ConversationPermit | Refused> {
  const { conversation, sender, switches } = facts;
  const isTakingPart = members.includes(sender);
  const issue = conversation.issue === undefined ? null : await findIssue(conversation.issue.id);
  const projectId = issue?.projectId ?? null;
  const permitted = await mayWrite(switches, projectId);
  const refusal = closeConversation({ ...facts, recipient: null, isTakingPart, projectId, mayWrite: permitted });
  if (refusal !== null) return { allowed: false, refusal };
  return { allowed: true, conversation, members, recipient: null, issue, mailClosed: null };
}

/** Null also where the sender may not write to this person about it, or does not see it, (any more). */
async function findIssueToAnswer(
  { sender, site, client }: ConversationWriting,
  messages: readonly Message[],
  recipient: Person,
  saved: Switches,
): Promise<IssuePermit | null> {
  const last = messages.findLast(({ issue }) => issue !== null)?.issue ?? null;
  if (last === null) return null;
  const writing = { entry: 'panel', sender, recipient: recipient.id, issueId: last.id, site, client } as const;
  try {
    const permit = await checkIssue(writing, { saved, recipient });
    return permit.allowed ? permit : null;
  } catch (error) {
    if (error instanceof JiraError && error.reason === 'hidden') return null;
    throw error;
  }
}

async function readMembers({ conversationId, site, client }: ConversationWriting): Promise<readonly string[]> {
  const params = { cloudId: site, conversationId };
  return (await client.getRoster({ params })).values;
}
