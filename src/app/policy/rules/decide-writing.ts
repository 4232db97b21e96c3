import type { Person } from '../../definitions/person';
import { refuseRecipient } from '../../definitions/refuse-recipient';
import type { WritingRefusal } from '../../definitions/writing-refusal';

/** Where a message comes in. `outbox` is a message of a rule or of the web trigger at its delivery. */
export type WritingEntry = 'panel' | 'inbox' | 'rule' | 'webhook' | 'outbox';

/** The sender of what no person stands behind: the web trigger speaks as the app. No account id is written so. */
export const theApp = 'app:';

/** What the settings say of this one message. */
export interface WritingSwitches {
  readonly isSiteOn: boolean;
  /** True where no project is concerned. */
  readonly isProjectOn: boolean;
  readonly rulesMaySend: boolean;
  /** Whether people may begin a conversation about no issue. */
  readonly peopleMayBegin: boolean;
}

/** What decides whether this sender writes at all, whoever reads it. */
export interface SenderFacts {
  readonly entry: WritingEntry;
  /** The account that the platform gave, or `theApp`; null for someone who is not logged in. */
  readonly sender: string | null;
  readonly switches: WritingSwitches;
  /** Whether the sender sees the issue. True where there is none. */
  readonly senderSees: boolean;
  /** Whether the sender may write at all, where the settings make that a permission. */
  readonly mayWrite: boolean;
}

export interface WritingFacts extends SenderFacts {
  /** Null for a group. */
  readonly recipient: Person | null;
  /** Whether the two have a conversation already, or the sender is in the group. It counts in the inbox alone. */
  readonly haveThread: boolean;
  /** Whether Jira shows the recipient to the sender where they look for people. It counts in the inbox without a thread. */
  readonly isShown: boolean;
}

/**
 * Who may write to whom about what; null when allowed. A person writes to anyone from an issue that they see: a refusal
 * that hung on what the receiver sees would tell the sender of it. From the inbox they write where there is a conversation,
 * and begin one with whom Jira shows them: of who is not shown nothing is told, not even whether there is such an account. A rule writes to anyone, too, its owner included, since it speaks as the app.
 */
export function decideWriting(facts: WritingFacts): WritingRefusal | null {
  const { sender, recipient } = facts;
  const refusal = decideSender(facts);
  if (refusal !== null) return refusal;
  if (!isRule(facts) && recipient?.id === sender) return 'recipient_self';
  if (facts.entry === 'inbox' && !facts.haveThread && !mayBegin(facts)) return 'recipient_stranger';
  return recipient === null ? null : refuseRecipient(recipient);
}

function mayBegin({ recipient, switches, isShown }: WritingFacts): boolean {
  return recipient !== null && switches.peopleMayBegin && isShown;
}

/** The part of it that holds for an edit as well, whose receiver was judged when it was sent. */
export function decideSender({ entry, sender, switches, senderSees, mayWrite }: SenderFacts): WritingRefusal | null {
  if (sender === null) return 'not_logged_in';
  if (!switches.isSiteOn) return 'site_off';
  if (isRule({ entry }) && !switches.rulesMaySend) return 'rules_off';
  if (!switches.isProjectOn) return 'project_off';
  if (!senderSees) return 'issue_hidden';
  return mayWrite ? null : 'not_permitted';
}

function isRule({ entry }: Pick<SenderFacts, 'entry'>): boolean {
  return entry === 'rule' || entry === 'webhook' || entry === 'outbox';
}
