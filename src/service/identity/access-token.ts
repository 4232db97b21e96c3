import { createHmac, randomUUID } from 'node:crypto';
import { type JWTHeaderParameters, jwtVerify } from 'jose';
import { scopes as allScopes, type Scope } from '../../contract/scopes';
import { AppError } from '../errors/app-error';
import { StoreUnavailable } from '../errors/store-unavailable';
import { accessTokenLife } from './access-token-life';
import type { KeyRing } from './key-ring';
import { refuseToken } from './refuse-token';
import type { SigningKey } from './signing-key';
import type { TokenCache } from './token-cache';

export const accessTokenIssuer = 'aside';

/** Whose a token is, and for what. */
export interface TokenSubject {
  readonly clientId: string;
  /** What it was asked for, which the client may have lost meanwhile; null: all that the client has. */
  readonly scopes: readonly Scope[] | null;
}

/** Access tokens of OAuth clients: they say whose they are, and what the client may do is always read anew. */
export interface AccessTokens {
  /** For all that the client has, unless scopes are named. */
  issue(clientId: string, scopes?: readonly Scope[] | null): Promise<string>;
  /** @throws AppError `unauthorized`, StoreUnavailable. */
  verify(token: string): Promise<TokenSubject>;
}

/** What a verified token said. */
export interface VerifiedToken extends TokenSubject {
  readonly keyId: string;
}

/** Tokens signed (HS256) with the ring's keys. A verified one is remembered until it ends, or its key does. */
export function createAccessTokens(ring: KeyRing, now: () => Date, verified: TokenCache<VerifiedToken>): AccessTokens {
  /** @throws AppError `unauthorized` */
  const findKey = async ({ kid = '' }: Pick<JWTHeaderParameters, 'kid'>): Promise<Uint8Array> => {
    const key = await ring.find(kid);
    if (key === null) throw refuseToken();
    return key.value;
  };
  return {
    async issue(clientId, scopes = null) {
      const issuedAt = Math.floor(now().getTime() / 1000);
      const key = await ring.current();
      return signToken(key, {
        iss: accessTokenIssuer,
        sub: clientId,
        jti: randomUUID(),
        iat: issuedAt,
        exp: issuedAt + accessTokenLife,
        ...(scopes === null ? {} : { scope: scopes.join(' ') }),
      });
    },
    async verify(token) {
      const known = verified.get(token, now().getTime());
      if (known !== undefined) {
        await findKey({ kid: known.keyId });
        return known;
      }
      const { payload, protectedHeader } = await jwtVerify(token, findKey, {
        issuer: accessTokenIssuer,
        algorithms: ['HS256'],
        requiredClaims: ['exp', 'sub'],
        currentDate: now(),
      }).catch((error: unknown) => {
        throw error instanceof AppError || error instanceof StoreUnavailable ? error : refuseToken(error);
      });
      const subject = { clientId: payload.sub ?? '', scopes: readScopes(payload['scope']) };
      verified.set(token, { ...subject, keyId: protectedHeader.kid ?? '' }, (payload.exp ?? 0) * 1000);
      return subject;
    },
  };
}

function readScopes(claim: unknown): readonly Scope[] | null {
  if (typeof claim !== 'string') return null;
  const words = new Set(claim.split(' '));
  return allScopes.filter((scope) => words.has(scope));
}

/**
 * RFC 7515 section 7.1, with HMAC SHA-256. Published clients ask for a token before every call, and this costs a tenth
 * of what the library does for it, which goes through WebCrypto and its threads.
 */
function signToken({ id, value }: SigningKey, claims: object): string {
  const parts = [{ alg: 'HS256', typ: 'JWT', kid: id }, claims];
  const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${signed}.${createHmac('sha256', value).update(signed).digest('base64url')}`;
}
