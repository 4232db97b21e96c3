import type { Person } from '../definitions/person';
import type { WritingRefusal } from '../definitions/writing-refusal';

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
}

export interface WritingFacts {
  readonly entry: WritingEntry;
  /** The account that the platform gave, or `theApp`; null for someone who is not logged in. */
  readonly sender: string | null;
  /** Null for a group. */
  readonly recipient: Person | null;
  readonly switches: WritingSwitches;
  /** Whether the sender sees the issue. True where there is none. */
  readonly senderSees: boolean;
  /** Whether the recipient sees the issue. What is not known counts as no. */
  readonly receiverSees: boolean;
  /** Whether the recipient is the issue's assignee or its reporter. */
  readonly isOnIssue: boolean;
  /** Whether the two have a thread already (about this issue, in the panel), or the sender is in the group. */
  readonly haveThread: boolean;
}

/**
 * Who may write to whom about what; null when allowed. A person writes from an issue to those on it, to whoever can
 * see it and to whom they have a thread with, so that a reassigned issue cuts nobody off; from the inbox only where
 * there is a conversation. A rule writes to anyone: its owner named them, and who cannot see the issue learns nothing
 * of it but its key. It speaks as the app, so that it may write to its owner.
 */
export function decideWriting(facts: WritingFacts): WritingRefusal | null {
  const { entry, sender, recipient, switches } = facts;
  const isRule = entry === 'rule' || entry === 'webhook' || entry === 'outbox';
  if (sender === null) return 'not_logged_in';
  if (!switches.isSiteOn) return 'site_off';
  if (isRule && !switches.rulesMaySend) return 'rules_off';
  if (!switches.isProjectOn) return 'project_off';
  if (!facts.senderSees) return 'issue_hidden';
  if (!isRule && recipient?.id === sender) return 'recipient_self';
  if (!isRule && isStranger(facts)) return 'recipient_stranger';
  return recipient === null ? null : refuseRecipient(recipient);
}

function isStranger({ entry, isOnIssue, haveThread, receiverSees }: WritingFacts): boolean {
  return entry === 'panel' ? !isOnIssue && !haveThread && !receiverSees : !haveThread;
}

/** Only an active human reads what is written. */
function refuseRecipient({ kind, active }: Person): WritingRefusal | null {
  if (kind === 'app') return 'recipient_app';
  if (kind === 'program') return 'recipient_program';
  if (kind === 'customer') return 'recipient_customer';
  if (kind === 'unknown') return 'recipient_unknown';
  return active ? null : 'recipient_inactive';
}
