import { createHmac, randomUUID } from 'node:crypto';
import { type JWTHeaderParameters, jwtVerify } from 'jose';
import { AppError } from '../conversation/app-error';
import { StoreUnavailable } from '../conversation/conversation-store';
import { accessTokenLife } from './access-token-life';
import type { KeyRing } from './key-ring';
import { refuseToken } from './refuse-token';
import type { SigningKey } from './signing-key';
import type { TokenCache } from './token-cache';

export const accessTokenIssuer = 'aside';

/** Access tokens of OAuth clients: they name the client and nothing else, so that what it may do is always read anew. */
export interface AccessTokens {
  issue(clientId: string): Promise<string>;
  /** The client's id. @throws AppError `unauthorized`, StoreUnavailable. */
  verify(token: string): Promise<string>;
}

/** What a verified token said. */
export interface VerifiedToken {
  readonly clientId: string;
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
    async issue(clientId) {
      const issuedAt = Math.floor(now().getTime() / 1000);
      const key = await ring.current();
      return signToken(key, {
        iss: accessTokenIssuer,
        sub: clientId,
        jti: randomUUID(),
        iat: issuedAt,
        exp: issuedAt + accessTokenLife,
      });
    },
    async verify(token) {
      const known = verified.get(token, now().getTime());
      if (known !== undefined) {
        await findKey({ kid: known.keyId });
        return known.clientId;
      }
      const { payload, protectedHeader } = await jwtVerify(token, findKey, {
        issuer: accessTokenIssuer,
        algorithms: ['HS256'],
        requiredClaims: ['exp', 'sub'],
        currentDate: now(),
      }).catch((error: unknown) => {
        throw error instanceof AppError || error instanceof StoreUnavailable ? error : refuseToken(error);
      });
      const clientId = payload.sub ?? '';
      verified.set(token, { clientId, keyId: protectedHeader.kid ?? '' }, (payload.exp ?? 0) * 1000);
      return clientId;
    },
  };
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
