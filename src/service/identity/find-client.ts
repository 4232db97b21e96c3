import type { ClientRegistry, OAuthClient } from './client-registry';
import { createKnownRows, refreshAfter } from './known-rows';

/** A client as it was a while ago at most; null for an unknown id. */
export type FindClient = (id: string) => Promise<OAuthClient | null>;

/**
 * Knows all clients, each at most `life` milliseconds old, so that ids which somebody makes up cost nothing: they make
 * the clients be read once a second at most. For tokens that are asked for and tokens that are shown alike.
 */
export function createClientFinder(
  registry: Pick<ClientRegistry, 'listClients'>,
  now: () => Date,
  life = refreshAfter,
): FindClient {
  return createKnownRows(() => registry.listClients(), now, life).find;
}
