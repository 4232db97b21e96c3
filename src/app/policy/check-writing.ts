import type { ConversationClient } from '../client/conversation-client';
import type { Person } from '../definitions/person';
import type { WritingRefusal } from '../definitions/writing-refusal';
import type { JiraActor } from '../jira/call-jira';
import { findIssue, type VisibleIssue } from '../jira/find-issue';
import { findPeople } from '../jira/find-people';
import { findSight, type Sight } from '../jira/find-sight';
import { JiraError } from '../jira/jira-error';
import { warnOfMissingRight } from '../jira/warn-of-missing-right';
import { loadSwitches } from '../storage/switches';
import { applySwitches } from './apply-switches';
import { type ConversationPermit, type ConversationWriting, checkConversation } from './check-conversation';
import { decideWriting, theApp } from './decide-writing';

export interface IssueWriting {
  readonly entry: 'panel' | 'rule' | 'webhook' | 'outbox';
  /** The account that the platform gave; `theApp` for what came through the web trigger. */
  readonly sender: string | null;
  /** Whether the sender saw the issue, asked as themselves, before a delivery was put off; our own word. */
  readonly senderSeen?: boolean;
  /** An account id, or who it is on the issue. */
  readonly recipient: string | 'assignee' | 'reporter';
  /** The numeric id; a rule may also name an issue by its key. */
  readonly issueId: string;
  readonly site: string;
  /** The service as whoever asks. */
  readonly client: ConversationClient;
}

export type Refused = { readonly allowed: false; readonly refusal: WritingRefusal };

export type WritingPermit =
  | {
      readonly allowed: true;
      readonly issue: VisibleIssue;
      readonly recipient: Person;
      /** Whether the receiver sees the issue, so that what leads there may be shown to them. */
      readonly mayShowIssue: boolean;
    }
  | Refused;

/**
 * Whether this sender may write to this recipient, from what Jira, the service and the settings say now.
 * @throws JiraError when the sender does not see the issue, or when Jira is away; ApiError; StorageError
 */
export function checkWriting(request: ConversationWriting): Promise<ConversationPermit>;
export function checkWriting(request: IssueWriting): Promise<WritingPermit>;
export function checkWriting(request: IssueWriting | ConversationWriting): Promise<WritingPermit | ConversationPermit> {
  return request.entry === 'inbox' ? checkConversation(request) : checkIssue(request);
}

async function checkIssue(request: IssueWriting): Promise<WritingPermit> {
  const { entry, sender } = request;
  if (sender === null) return { allowed: false, refusal: 'not_logged_in' };
  // A person's own permissions decide wherever they are there; a queue and a web trigger have nobody.
  const actor = entry === 'webhook' || entry === 'outbox' ? 'app' : 'user';
  const [issue, saved] = await Promise.all([findIssue(request.issueId, actor), loadSwitches()]);
  const recipient = await findRecipient(request.recipient, issue, actor);
  const [senderSight, receiverSight] = await Promise.all([
    entry === 'outbox' && sender !== theApp ? findSight(sender, issue.id) : 'yes',
    recipient.kind === 'person' ? findSight(recipient.id, issue.id) : 'no',
  ] satisfies (Sight | Promise<Sight>)[]);
  // Of a sender nothing is guessed: the message waits until Jira says.
  if (senderSight === 'unknown') throw new JiraError('away', 0);
  if (senderSight === 'refused' || receiverSight === 'refused') warnOfMissingRight();
  const isOnIssue = recipient.id === issue.assignee?.id || recipient.id === issue.reporter?.id;
  const receiverSees = receiverSight === 'yes';
  const isPerhapsStranger = entry === 'panel' && !isOnIssue && !receiverSees && recipient.id !== sender;
  const refusal = decideWriting({
    entry,
    sender,
    recipient,
    switches: applySwitches(saved, issue.projectId),
    // Where nobody may ask any more, what they saw when they sent it counts: else no message would ever leave the queue.
    senderSees: senderSight === 'yes' || (senderSight === 'refused' && request.senderSeen === true),
    receiverSees,
    isOnIssue,
    haveThread: isPerhapsStranger && (await haveThread(request, recipient.id, issue.id)),
  });
  return refusal === null
    ? { allowed: true, issue, recipient, mayShowIssue: receiverSees }
    : { allowed: false, refusal };
}

/** Who has a place on the issue that nobody has. */
const nobody: Person = { id: '', name: null, kind: 'unknown', active: false };

async function findRecipient(
  recipient: string,
  { assignee, reporter }: VisibleIssue,
  actor: JiraActor,
): Promise<Person> {
  if (recipient === 'assignee') return assignee ?? nobody;
  if (recipient === 'reporter') return reporter ?? nobody;
  const onIssue = [assignee, reporter].find((person) => person?.id === recipient);
  return onIssue ?? (await findAccount(recipient, actor)) ?? nobody;
}

/** Jira refuses an id that cannot be one; for whoever asks, there is no such account. */
async function findAccount(id: string, actor: JiraActor): Promise<Person | undefined> {
  try {
    return (await findPeople([id], actor)).get(id);
  } catch (error) {
    if (error instanceof JiraError && error.reason === 'hidden') return undefined;
    throw error;
  }
}

async function haveThread({ client, site }: IssueWriting, userId: string, issueId: string): Promise<boolean> {
  const params = { cloudId: site, userId };
  const { values } = await client.listDirectMessages({ params, query: { issue: issueId, limit: 1 } });
  return values.length > 0;
}
