import type { Scope } from '../../contract/scopes';
import type { AccessTokens } from './access-token';
import { accessTokenLife } from './access-token-life';
import { matchesClientSecret } from './client-secret';
import type { CountRefusal } from './count-refusals';
import type { FindClient } from './find-client';

/** A refusal as RFC 6749 section 5.2 words it; `slow_down` is of RFC 8628 section 3.5. */
export class TokenRefusal extends Error {
  override readonly name = 'TokenRefusal';
  constructor(
    readonly code:
      | 'invalid_request'
      | 'invalid_client'
      | 'unauthorized_client'
      | 'unsupported_grant_type'
      | 'invalid_scope'
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
  /** Scopes with a space between; none are all that the client was granted. */
  readonly scope: string | undefined;
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
  readonly readClient: FindClient;
  readonly accessTokens: AccessTokens;
  readonly countRefusal: CountRefusal;
}

/**
 * The client credentials grant, RFC 6749 section 4.4, asked from an address.
 * @throws TokenRefusal, StoreUnavailable
 */
export async function grantToken(
  { grantType, clientId, clientSecret, scope }: TokenRequest,
  address: string,
  { readClient, accessTokens, countRefusal }: TokenGranting,
): Promise<TokenReply> {
  if (!grantType) throw new TokenRefusal('invalid_request', 'grant_type is missing');
  if (grantType !== 'client_credentials') {
    throw new TokenRefusal('unsupported_grant_type', 'grant_type must be client_credentials');
  }
  if (!clientId || !clientSecret) throw new TokenRefusal('invalid_client', 'client_id and client_secret are needed');
  const client = await readClient(clientId);
  const isProved = matchesClientSecret(clientSecret, client?.secretHash ?? null);
  if (client === null || !isProved || client.revokedAt !== null) {
    const wait = countRefusal(client?.id ?? null, address);
    if (wait !== null) throw new TokenRefusal('slow_down', 'Too many wrong secrets', wait);
    throw new TokenRefusal('invalid_client', 'The client is unknown, revoked, or its secret is wrong');
  }
  if (client.scopes.length === 0) throw new TokenRefusal('unauthorized_client', 'The client was granted no scope');
  const asked = scope === undefined ? null : readScopes(scope, client.scopes);
  return {
    access_token: await accessTokens.issue(client.id, asked),
    token_type: 'Bearer',
    expires_in: accessTokenLife,
    scope: (asked ?? client.scopes).join(' '),
  };
}

/** RFC 6749 section 3.3. Null where none is asked for. @throws TokenRefusal `invalid_scope` */
function readScopes(text: string, granted: readonly Scope[]): readonly Scope[] | null {
  const words = new Set(text.split(' ').filter(Boolean));
  const asked = granted.filter((one) => words.has(one));
  if (asked.length < words.size) throw new TokenRefusal('invalid_scope', 'The client was not granted these scopes');
  return words.size === 0 ? null : asked;
}
