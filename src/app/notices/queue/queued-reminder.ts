import type { ReminderKey } from '../tell-reminder';

/** A reminder that the sweep put off, as it lies in the queue: what it is about is looked up when its turn comes. */
export interface QueuedReminder {
  readonly kind: 'reminder';
  readonly to: string;
  readonly conversationId: string;
  readonly messageId: string | null;
  /** ISO 8601, UTC. */
  readonly due: string;
  /** Where a look for it goes on that had come to the end of what one may ask for; empty at the beginning. */
  readonly place: string;
}

export function queueReminder({ user, conversationId, messageId, due }: ReminderKey) {
  return { kind: 'reminder', to: user.id, conversationId, messageId, due, place: '' } as const;
}

/** What came out of the queue as a reminder; null where it is none. */
export function parseQueuedReminder(body: unknown): QueuedReminder | null {
  if (typeof body !== 'object' || body === null) return null;
  const { kind, to, conversationId, messageId, due, place } = body as Record<string, unknown>;
  if (kind !== 'reminder' || typeof to !== 'string' || typeof conversationId !== 'string') return null;
  if (typeof due !== 'string' || Number.isNaN(Date.parse(due))) return null;
  return {
    ...{ kind, to, conversationId, due },
    messageId: typeof messageId === 'string' ? messageId : null,
    place: typeof place === 'string' ? place : '',
  };
}
