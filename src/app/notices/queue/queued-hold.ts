/** Quiet hours or an absence that ended, as they lie in the queue: what came meanwhile is looked up when their turn comes. */
export interface QueuedHold {
  readonly kind: 'hold';
  readonly to: string;
  /** ISO 8601, UTC. */
  readonly from: string;
  readonly until: string;
}

/** What came out of the queue as such; null where it is none. */
export function parseQueuedHold(body: unknown): QueuedHold | null {
  if (typeof body !== 'object' || body === null) return null;
  const { kind, to, from, until } = body as Record<string, unknown>;
  if (kind !== 'hold' || typeof to !== 'string' || !isTime(from) || !isTime(until)) return null;
  return { kind, to, from, until };
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
