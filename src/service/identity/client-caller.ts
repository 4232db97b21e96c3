import type { TokenSubject } from './access-token';
import type { Caller } from './caller';
import type { OAuthClient } from './client-registry';
import type { FindClient } from './find-client';
import { refuseToken } from './refuse-token';

export type IdentifyClient = (subject: TokenSubject) => Promise<Caller>;

/**
 * Who asks, by a verified access token. Scopes and sites come from the client's row; the token may have fewer scopes.
 * @throws AppError `unauthorized` for a client that is revoked or gone.
 */
export function createClientIdentifier(readClient: FindClient): IdentifyClient {
  return async ({ clientId, scopes }) => {
    const client = await readClient(clientId);
    if (client === null || client.revokedAt !== null) throw refuseToken();
    return describeClient(client, scopes);
  };
}

function describeClient(client: OAuthClient, scopes: TokenSubject['scopes']): Caller {
  return {
    kind: 'client',
    id: `client:${client.id}`,
    scopes: new Set(client.scopes.filter((scope) => scopes?.includes(scope) ?? true)),
    sites: new Set(client.sites.map((site) => site.toLowerCase())),
    label: client.name,
  };
}
