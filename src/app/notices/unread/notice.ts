/** Someone is to learn of a message. Ids alone, since a queue and a log are no place for words. */
export interface Notice {
  readonly to: string;
  /** The sender: an account, or a program of the service; null for the app. */
  readonly from: string | null;
  /** Null where the sender does not know it. */
  readonly conversationId: string | null;
  readonly messageId: string;
  /** What it is about; without an issue there is no mail, since Jira's mails are about issues. */
  readonly issue: { readonly id: string; readonly key: string } | null;
  readonly sentBy: 'person' | 'rule' | 'client';
}

/** A notice of which a mail can tell. */
export interface MailNotice extends Notice {
  readonly conversationId: string;
  readonly issue: NonNullable<Notice['issue']>;
}
