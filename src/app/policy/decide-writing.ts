import type { Person } from './person';

/** Why there is no composer for someone. */
export type WritingRefusal =
  | 'not_logged_in'
  | 'recipient_self'
  | 'recipient_app'
  | 'recipient_program'
  | 'recipient_customer'
  | 'recipient_unknown'
  | 'recipient_inactive'
  | 'recipient_stranger';

export interface WritingFacts {
  /** The account that the platform gave; null for someone who is not logged in. */
  readonly sender: string | null;
  readonly recipient: Person;
  /** The assignee as Jira has it now; null where there is none. */
  readonly assignee: string | null;
  /** Whether sender and recipient already have a thread about this issue. */
  readonly haveThread: boolean;
}

/**
 * Who may write to whom about an issue that the sender sees: to its present assignee, and to whom one already has a
 * thread about it, so that a reassigned issue cuts nobody off. Null when allowed.
 */
export function decideWriting({ sender, recipient, assignee, haveThread }: WritingFacts): WritingRefusal | null {
  if (sender === null) return 'not_logged_in';
  if (recipient.id === sender) return 'recipient_self';
  if (recipient.id !== assignee && !haveThread) return 'recipient_stranger';
  if (recipient.kind === 'app') return 'recipient_app';
  if (recipient.kind === 'program') return 'recipient_program';
  if (recipient.kind === 'customer') return 'recipient_customer';
  if (recipient.kind === 'unknown') return 'recipient_unknown';
  return recipient.active ? null : 'recipient_inactive';
}
