import type { ConversationClient } from '../client/conversation-client';
import type { Person } from '../definitions/person';
import type { JiraActor } from '../jira/call-jira';
import { findIssue, type VisibleIssue } from '../jira/find-issue';
import { findSight, type Sight } from '../jira/find-sight';
import { JiraError } from '../jira/jira-error';
import { warnOfMissingRight } from '../jira/warn-of-missing-right';
import { loadSwitches, type Switches } from '../storage/switches';
import { findAccount } from './find-account';
import { applySwitches } from './rules/apply-switches';
import { decideWriting, theApp } from './rules/decide-writing';
import type { IssuePermit, Refused } from './writing-permit';

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

/** What whoever asks has read already, and is not read again. */
interface Known {
  readonly saved?: Switches;
  readonly recipient?: Person;
  /** That the two have a thread about the issue. */
  readonly haveThread?: true;
}

/** @throws JiraError when the sender does not see the issue, or when Jira is away; ApiError; StorageError */
export async function checkIssue(request: IssueWriting, known: Known = {}): Promise<IssuePermit | Refused> {
  const { entry, sender } = request;
  if (sender === null) return { allowed: false, refusal: 'not_logged_in' };
  // A person's own permissions decide wherever they are there; a queue and a web trigger have nobody.
  const actor = entry === 'webhook' || entry === 'outbox' ? 'app' : 'user';
  const [issue, saved] = await Promise.all([findIssue(request.issueId, actor), known.saved ?? loadSwitches()]);
  const recipient = known.recipient ?? (await findRecipient(request.recipient, issue, actor));
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
    haveThread: known.haveThread ?? (isPerhapsStranger && (await haveThread(request, recipient.id, issue.id))),
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
  return onIssue ?? findAccount(recipient, actor);
}

async function haveThread({ client, site }: IssueWriting, userId: string, issueId: string): Promise<boolean> {
  const params = { cloudId: site, userId };
  const { values } = await client.listDirectMessages({ params, query: { issue: issueId, limit: 1 } });
  return values.length > 0;
}
