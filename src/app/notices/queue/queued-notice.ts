import type { Notice } from '../unread/notice';

/** A notice as it lies in the queue, which holds none that no mail could tell of. */
export interface QueuedNotice extends Notice {
  readonly kind: 'notice';
  readonly issue: NonNullable<Notice['issue']>;
  /** Whether the issue's key is Jira's own word: policy read it when the message was sent. */
  readonly isIssueOfJira: boolean;
  /** By the sweep, which does not come back to it. */
  readonly isPutOff: boolean;
  readonly isReminder: boolean;
  /** Where a look for it goes on that had come to the end of what one may ask for; empty at the beginning. */
  readonly place: string;
}

/** What came out of the queue as a notice; null where it is none. */
export function parseQueuedNotice(body: unknown): QueuedNotice | null {
  if (typeof body !== 'object' || body === null) return null;
  const { kind, to, from, conversationId, messageId, issue, sentBy, place, ...rest } = body as Record<string, unknown>;
  const { id, key } = (issue ?? {}) as Record<string, unknown>;
  const isNotice = kind === 'notice' && typeof to === 'string' && typeof messageId === 'string';
  if (!isNotice || typeof id !== 'string' || typeof key !== 'string') return null;
  return {
    kind,
    to,
    from: typeof from === 'string' ? from : null,
    conversationId: typeof conversationId === 'string' ? conversationId : null,
    messageId,
    issue: { id, key },
    sentBy: sentBy === 'rule' || sentBy === 'client' ? sentBy : 'person',
    isMention: rest['isMention'] === true,
    isPutOff: rest['isPutOff'] === true,
    isIssueOfJira: rest['isIssueOfJira'] === true,
    isReminder: rest['isReminder'] === true,
    place: typeof place === 'string' ? place : '',
  };
}
