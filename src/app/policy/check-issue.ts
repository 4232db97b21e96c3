import type { ConversationClient } from '../client/conversation-client';
import type { MailClosure } from '../definitions';
import type { Person } from '../definitions/person';
import type { JiraActor } from '../jira/call-jira';
import { findIssue, type VisibleIssue } from '../jira/find-issue';
import { findViewer } from '../jira/find-viewer';
import { isAppBlind } from '../jira/is-app-blind';
import { JiraError } from '../jira/jira-error';
import { loadSwitches, type Switches } from '../storage/switches';
import { findAccount } from './find-account';
import { mayWrite } from './may-write';
import { applySwitches } from './rules/apply-switches';
import { decideWriting, theApp } from './rules/decide-writing';
import type { IssuePermit, Refused } from './writing-permit';

export interface IssueWriting {
  readonly entry: 'panel' | 'rule' | 'webhook' | 'outbox';
  /** The account that the platform gave; `theApp` for what came through the web trigger. */
  readonly sender: string | null;
  /** The issue as Jira showed it to the sender before a delivery was put off; our own word. They keep what they saw. */
  readonly seen?: SeenIssue | null;
  /** An account id, or who it is on the issue. */
  readonly recipient: string | 'assignee' | 'reporter';
  /** The numeric id; a rule may also name an issue by its key. */
  readonly issueId: string;
  readonly site: string;
  /** The service as whoever asks. */
  readonly client: ConversationClient;
}

export type SeenIssue = Pick<VisibleIssue, 'id' | 'key' | 'projectId'>;

/** What whoever asks has read already, and is not read again. */
interface Known {
  readonly saved?: Switches;
  readonly recipient?: Person;
}

/** @throws JiraError when the sender does not see the issue, or when Jira is away or busy; ApiError; StorageError */
export async function checkIssue(request: IssueWriting, known: Known = {}): Promise<IssuePermit | Refused> {
  const { entry, sender } = request;
  if (sender === null) return { allowed: false, refusal: 'not_logged_in' };
  // A person's own permissions decide wherever they are there; a queue and a web trigger have nobody.
  const actor = entry === 'webhook' || entry === 'outbox' ? 'app' : 'user';
  const [issue, saved] = await Promise.all([readIssue(request, actor), known.saved ?? loadSwitches()]);
  const [{ recipient, mailClosed }, permitted] = await Promise.all([
    findReceiver(request, known, issue, actor),
    actor === 'app' || mayWrite(saved, issue.projectId),
  ]);
  const refusal = decideWriting({
    entry,
    sender,
    recipient,
    switches: applySwitches(saved, issue.projectId),
    senderSees: entry !== 'outbox' || sender === theApp || request.seen != null,
    mayWrite: permitted,
    haveThread: true,
    isShown: true,
  });
  if (refusal !== null) return { allowed: false, refusal };
  return { allowed: true, issue, recipient, mailClosed: mailClosed ?? (await findBlindness(request, issue)) };
}

interface KnownIssue extends VisibleIssue {
  /** Whether it is known that the app does not see it. */
  readonly isBlind?: true;
}

/** What was put off for a sender who saw the issue goes on also where the app is blind to it. */
async function readIssue({ issueId, entry, seen }: IssueWriting, actor: JiraActor): Promise<KnownIssue> {
  try {
    return await findIssue(issueId, actor);
  } catch (error) {
    const isHidden = error instanceof JiraError && error.reason === 'hidden';
    if (!isHidden || entry !== 'outbox' || seen == null) throw error;
    return { ...seen, assignee: null, reporter: null, summary: '', isBlind: true };
  }
}

/** What was found of the receiver. `mailClosed` is `sight_unknown` or null. */
interface Found {
  readonly recipient: Person;
  readonly mailClosed: MailClosure | null;
}

async function findReceiver(request: IssueWriting, known: Known, issue: KnownIssue, actor: JiraActor): Promise<Found> {
  const recipient = known.recipient ?? findOnIssue(request.recipient, issue);
  if (recipient !== undefined) return { recipient, mailClosed: null };
  const id = request.recipient;
  // What a rule names is its owner's choice. A person may start with a stranger, of whom is asked what they see.
  if (request.entry !== 'panel' || id === request.sender || (await haveThread(request, id, issue.id))) {
    return { recipient: await findAccount(id, actor), mailClosed: null };
  }
  const viewer = await findViewer(id, issue.key);
  if (viewer !== null) return { recipient: viewer, mailClosed: null };
  return { recipient: await findAccount(id, actor), mailClosed: 'sight_unknown' };
}

/** A sender can be told at once. Of a rule's message the delivery log tells, when its mail is written. */
async function findBlindness({ entry }: IssueWriting, issue: KnownIssue): Promise<MailClosure | null> {
  const isBlind = issue.isBlind === true || (entry === 'panel' && (await isAppBlind(issue.id)));
  return isBlind ? 'app_blind' : null;
}

/** Who has a place on the issue that nobody has. */
const nobody: Person = { id: '', name: null, kind: 'unknown', active: false };

function findOnIssue(recipient: string, { assignee, reporter }: KnownIssue): Person | undefined {
  if (recipient === 'assignee') return assignee ?? nobody;
  if (recipient === 'reporter') return reporter ?? nobody;
  return [assignee, reporter].find((person) => person?.id === recipient) ?? undefined;
}

async function haveThread({ client, site }: IssueWriting, userId: string, issueId: string): Promise<boolean> {
  const params = { cloudId: site, userId };
  const { values } = await client.listDirectMessages({ params, query: { issue: issueId, limit: 1 } });
  return values.length > 0;
}
