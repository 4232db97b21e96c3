/** A notice as it lies in the queue. Ids alone, since a queue is no place for words. */
export interface QueuedNotice {
  readonly kind: 'notice';
  readonly to: string;
  readonly from: string | null;
  readonly conversationId: string | null;
  readonly messageId: string;
  readonly issue: { readonly id: string; readonly key: string };
  readonly sentBy: 'person' | 'rule' | 'client';
  /** By the sweep, which does not come back to it. */
  readonly isPutOff: boolean;
}

/** What came out of the queue as a notice; null where it is none. */
export function parseQueuedNotice(body: unknown): QueuedNotice | null {
  if (typeof body !== 'object' || body === null) return null;
  const { kind, to, from, conversationId, messageId, issue, sentBy, isPutOff } = body as Record<string, unknown>;
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
    isPutOff: isPutOff === true,
  };
}
