/** The first message that someone has not read in a conversation, of which they want to be told. */
export interface UnreadMessage {
  readonly to: string;
  /** An account, or a program of the service. */
  readonly from: string | null;
  readonly conversationId: string;
  readonly messageId: string;
  /** On which the mail hangs, since Jira's mails are about issues. */
  readonly issue: { readonly id: string; readonly key: string };
  /** False for an answer in the inbox: the issue is only the one that the conversation was last about. */
  readonly isAboutIssue: boolean;
  readonly sentBy: 'person' | 'rule' | 'client';
}
