/** A message of which someone is to learn. Ids alone, since a queue and a log are no place for words. */
interface ToldMessage {
  /** The sender: an account, or a program of the service; null for the app. */
  readonly from: string | null;
  /** Null where the sender does not know it. */
  readonly conversationId: string | null;
  readonly messageId: string;
  /** What it is about; without an issue there is no mail, since Jira's mails are about issues. */
  readonly issue: { readonly id: string; readonly key: string } | null;
  readonly sentBy: 'person' | 'rule' | 'client';
  /** Whether it mentions whoever is to learn of it, which a muted conversation lets pass. */
  readonly isMention: boolean;
}

/** Someone is to learn of a message. */
export interface Notice extends ToldMessage {
  readonly to: string;
}

/** A message of which a mail can tell. */
export interface MailedMessage extends ToldMessage {
  readonly conversationId: string;
  readonly issue: NonNullable<ToldMessage['issue']>;
  /** Whether the issue's key is Jira's own word; else it is what the sender wrote beside the id, and Jira is asked. */
  readonly isIssueOfJira: boolean;
  readonly isInGroup: boolean;
  /** Whether they were told of it a day ago. */
  readonly isReminder: boolean;
  /** How many more messages came in the conversation since, to 100; 0 where nobody knows. */
  readonly later: number;
}
