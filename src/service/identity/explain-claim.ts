import { errors, type JWTPayload } from 'jose';
import type { ErrorDetail } from '../../contract/error-body';
import { writeTokenClock } from '../../contract/token-clock';

/**
 * Why a token whose signature holds is not taken, as `jwtVerify` says it; undefined for all else, of which nothing is
 * told. The library looks at claims once it has verified the signature.
 */
export function explainClaim(error: unknown, now: Date): ErrorDetail | undefined {
  const isOfClaim = error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed;
  if (!isOfClaim) return undefined;
  const { claim, payload } = error;
  if (claim === 'exp' || claim === 'nbf' || claim === 'iat') return explainTime(payload, now);
  if (claim === 'aud') return { field: 'token.aud', rule: 'must name an app of ASIDE_FORGE_APP_IDS' };
  return { field: `token.${claim}`, rule: 'must be there, and as Forge writes it' };
}

/** How old it is says how far the clocks are apart; one without a time has none. */
export function explainTime({ iat }: JWTPayload, now: Date): ErrorDetail {
  if (typeof iat !== 'number') return { field: 'token.exp', rule: 'must be there, and as Forge writes it' };
  return { field: 'token.iat', rule: writeTokenClock(now.getTime() / 1000 - iat) };
}
