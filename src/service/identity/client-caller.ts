import type { Caller } from './caller';
import type { OAuthClient } from './client-registry';
import type { ReadClient } from './read-client';
import { refuseToken } from './refuse-token';

export type IdentifyClient = (clientId: string) => Promise<Caller>;

/**
 * Who asks, by the id in a verified access token. Scopes and sites come from the client's row.
 * @throws AppError `unauthorized` for a client that is revoked or gone.
 */
export function createClientIdentifier(readClient: ReadClient): IdentifyClient {
  return async (clientId) => {
    const client = await readClient(clientId);
    if (client === null || client.revokedAt !== null) throw refuseToken();
    return describeClient(client);
  };
}

function describeClient(client: OAuthClient): Caller {
  return {
    kind: 'client',
    id: `client:${client.id}`,
    scopes: new Set(client.scopes),
    sites: new Set(client.sites.map((site) => site.toLowerCase())),
    label: client.name,
  };
}
