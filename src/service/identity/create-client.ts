import { randomBytes, randomUUID } from 'node:crypto';
import type { Scope } from '../../contract/scopes';
import { longestName, matchWhole, uuid } from '../../patterns/patterns';
import type { ClientRegistry, OAuthClient } from './client-registry';
import { hashClientSecret } from './client-secret';

/** What is asked for, as people type it. */
export interface ClientRequest {
  readonly name: string;
  readonly sites: readonly string[];
  readonly scopes: readonly string[];
}

/** The one time that the secret is known outside the client. */
export interface CreatedClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The request breaks a rule; the message is a sentence for whoever typed it. */
export class ClientRefused extends Error {
  override readonly name = 'ClientRefused';
}

/** `operate:site` is the app's alone. */
const grantable: readonly Scope[] = ['participate:conversation', 'manage:conversation'];
const wholeUuid = matchWhole(uuid);

/**
 * Makes an OAuth client for these sites and scopes. Of its secret (32 random bytes, base64url) only a hash is kept.
 * @throws ClientRefused, see `checkClientRequest`.
 */
export async function createClient(
  registry: ClientRegistry,
  request: ClientRequest,
  now: Date,
  by?: string,
): Promise<CreatedClient> {
  const checked = checkClientRequest(request);
  const client = { clientId: randomUUID(), clientSecret: randomBytes(32).toString('base64url') };
  const secretHash = hashClientSecret(client.clientSecret);
  await registry.addClient(
    { ...checked, id: client.clientId, secretHash, createdAt: now.toISOString(), revokedAt: null },
    by,
  );
  return client;
}

/**
 * @throws ClientRefused for a name that is not of 1 to 255 characters, a site that is no UUID, a scope that clients do
 * not get, or none of these.
 */
export function checkClientRequest(request: ClientRequest): Pick<OAuthClient, 'name' | 'scopes' | 'sites'> {
  const name = request.name.trim();
  const length = [...name].length;
  if (length < 1 || length > longestName) {
    throw new ClientRefused(`A client needs a name of 1 to ${longestName} characters.`);
  }
  return { name, scopes: checkScopes(request.scopes), sites: checkSites(request.sites) };
}

function checkScopes(words: readonly string[]): Scope[] {
  const scopes = [...new Set(words)].map((word) => {
    const scope = grantable.find((one) => one === word);
    if (scope) return scope;
    throw new ClientRefused(`"${word}" is not a scope for clients. These are: ${grantable.join(', ')}.`);
  });
  if (scopes.length === 0) throw new ClientRefused(`A client needs a scope. These are: ${grantable.join(', ')}.`);
  return scopes;
}

function checkSites(ids: readonly string[]): string[] {
  const wrong = ids.find((id) => !wholeUuid.test(id));
  if (wrong !== undefined) throw new ClientRefused(`"${wrong}" is not a site: its cloudId is a UUID.`);
  if (ids.length === 0) throw new ClientRefused('A client needs at least one site.');
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}
