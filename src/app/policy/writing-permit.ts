import type { Conversation } from '../../contract/resources';
import type { MailClosure } from '../definitions';
import type { Person } from '../definitions/person';
import type { WritingRefusal } from '../definitions/writing-refusal';
import type { VisibleIssue } from '../jira/find-issue';

export type Refused = { readonly allowed: false; readonly refusal: WritingRefusal };

/** Writing to someone about an issue. */
export interface IssuePermit {
  readonly allowed: true;
  /** With nobody on it where the app is blind to it. */
  readonly issue: VisibleIssue;
  readonly recipient: Person;
  /** Why no mail tells the receiver of it; null where one may. Jira itself decides then whether they get it. */
  readonly mailClosed: MailClosure | null;
}

/** Beginning a conversation about no issue, of which no mail can tell. */
export interface BeginningPermit {
  readonly allowed: true;
  readonly recipient: Person;
  readonly issue: null;
  readonly mailClosed: null;
}

/** Writing on in a conversation. */
export interface ConversationPermit {
  readonly allowed: true;
  readonly conversation: Conversation;
  /** Of a group; empty for a direct conversation. */
  readonly members: readonly string[];
  /** The other end of a direct conversation; null for a group. */
  readonly recipient: Person | null;
  /**
   * What the message is about: in a group what that is beside, in a direct conversation the issue that it was last about, so that whoever asked beside
   * the issue finds the answer there. Null where there is none, or where the sender may not write about it (any more).
   */
  readonly issue: Pick<VisibleIssue, 'id' | 'key' | 'summary'> | null;
  readonly mailClosed: MailClosure | null;
}
