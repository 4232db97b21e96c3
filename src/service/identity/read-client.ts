import { BoundedCache } from './bounded-cache';
import type { ClientRegistry, OAuthClient } from './client-registry';

/** Milliseconds after which a client's row is read again: what is revoked, or granted anew, holds within a minute. */
const rowLife = 30_000;

/** A client's row, at most 30 s old; null for an unknown id. */
export interface ClientReader {
  read(id: string): Promise<OAuthClient | null>;
  /** Whether it is at hand, so that reading it asks nothing of the store. */
  has(id: string): boolean;
}

/**
 * Reads clients' rows and remembers them for a while, for tokens that are asked for and tokens that are shown alike.
 * Requests at the same time share one read. An unknown id is not remembered: it may be made at any moment.
 */
export function createClientReader(registry: Pick<ClientRegistry, 'findClient'>, now: () => Date): ClientReader {
  const rows = new BoundedCache<Promise<OAuthClient | null>>(10_000);
  return {
    has: (id) => rows.get(id, now().getTime()) !== undefined,
    async read(id) {
      const readAt = now().getTime();
      const known = rows.get(id, readAt);
      if (known !== undefined) return known;
      const reading = registry.findClient(id);
      rows.set(id, reading, readAt + rowLife);
      const forget = () => rows.delete(id);
      reading.then((client) => client ?? forget(), forget);
      return reading;
    },
  };
}
