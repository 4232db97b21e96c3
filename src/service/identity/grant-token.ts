import type { AccessTokens } from './access-token';
import { accessTokenLife } from './access-token-life';
import { matchesClientSecret } from './client-secret';
import type { GuessLimit } from './guess-limit';
import type { ClientReader } from './read-client';

/** A refusal as RFC 6749 section 5.2 words it; `slow_down` is of RFC 8628 section 3.5. */
export class TokenRefusal extends Error {
  override readonly name = 'TokenRefusal';
  constructor(
    readonly code:
      | 'invalid_request'
      | 'invalid_client'
      | 'unauthorized_client'
      | 'unsupported_grant_type'
      | 'slow_down',
    message: string,
    /** Seconds to wait. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}

/** What `/oauth/token` was asked, of the body and of HTTP Basic alike. Undefined is absent. */
export interface TokenRequest {
  readonly grantType: string | undefined;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
}

export interface TokenReply {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
  readonly scope: string;
}

/** What a grant needs. */
export interface TokenGranting {
  readonly clients: ClientReader;
  readonly accessTokens: AccessTokens;
  readonly guesses: GuessLimit;
}

/**
 * The client credentials grant, RFC 6749 section 4.4, asked from an address.
 * @throws TokenRefusal, StoreUnavailable
 */
export async function grantToken(
  { grantType, clientId, clientSecret }: TokenRequest,
  address: string,
  { clients, accessTokens, guesses }: TokenGranting,
): Promise<TokenReply> {
  if (!grantType) throw new TokenRefusal('invalid_request', 'grant_type is missing');
  if (grantType !== 'client_credentials') {
    throw new TokenRefusal('unsupported_grant_type', 'grant_type must be client_credentials');
  }
  if (!clientId || !clientSecret) throw new TokenRefusal('invalid_client', 'client_id and client_secret are needed');
  // What cannot be an id is not looked up: a store need not take every character.
  const isId = /^[\w-]{1,128}$/.test(clientId);
  if (isId && !clients.has(clientId)) refuseGuess(guesses.beforeLookUp(clientId, address));
  const client = isId ? await clients.read(clientId) : null;
  const isProved = matchesClientSecret(clientSecret, client?.secretHash ?? null);
  if (client === null || !isProved || client.revokedAt !== null) {
    refuseGuess(guesses.afterFailure(isId ? clientId : '', address));
    throw new TokenRefusal('invalid_client', 'The client is unknown, revoked, or its secret is wrong');
  }
  guesses.afterSuccess(client.id);
  if (client.scopes.length === 0) throw new TokenRefusal('unauthorized_client', 'The client was granted no scope');
  return {
    access_token: await accessTokens.issue(client.id),
    token_type: 'Bearer',
    expires_in: accessTokenLife,
    scope: client.scopes.join(' '),
  };
}

function refuseGuess(wait: number | null): void {
  if (wait !== null) throw new TokenRefusal('slow_down', 'Too many wrong secrets', wait);
}
