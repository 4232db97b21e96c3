/** The first message that someone has not read in a conversation, of which they want to be told. */
export interface UnreadMessage {
  readonly to: string;
  /** An account, or a program of the service. */
  readonly from: string | null;
  readonly conversationId: string;
  readonly messageId: string;
  /** What the message is about, and the mail with it: Jira's mails are about issues. */
  readonly issue: { readonly id: string; readonly key: string };
  readonly sentBy: 'person' | 'rule' | 'client';
}
