import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { AppError } from '../errors/app-error';
import { describeClaims, type SeenClaim } from './describe-claims';
import { explainClaim, explainTime } from './explain-claim';
import { refuseToken } from './refuse-token';
import type { TokenCache } from './token-cache';

export const forgeIssuer = 'forge/invocation-token';

/** What a verified Forge invocation token says. */
export interface ForgeClaims {
  /** UUID, lower case, of the configured app that the token is meant for. */
  readonly appId: string;
  /** The Jira site of the installation, lower case; null where the app is installed in no Jira. */
  readonly cloudId: string | null;
  /** The token has `principal` or `context`: it was minted for a call from a browser. */
  readonly isFromBrowser: boolean;
  readonly principal: string | null;
  /** For whoever looks for a fault. */
  readonly seen: readonly SeenClaim[];
}

export type VerifyForgeToken = (token: string) => Promise<ForgeClaims>;

/** The audience of an app's tokens. https://developer.atlassian.com/platform/forge/remote/essentials/ */
export function appAudience(appId: string): string {
  return `ari:cloud:ecosystem::app/${appId}`;
}

/** What the configuration demands of a token beyond its signature. */
export interface ForgeTokenLimits {
  /** Environments of the app (`production`, `staging`, `development`) whose tokens are taken; empty: all. */
  readonly environments: readonly string[];
  /** Seconds that a token may live, from `iat` to `exp`. */
  readonly longestLife: number;
}

/** Seconds that two clocks may be apart: a token of the platform lives 25. */
const clockTolerance = 30;

/**
 * Verifies Forge invocation tokens (RS256) with the keys of the platform, for the configured apps only: the audience
 * never comes from the token. A verified token is remembered until it ends.
 * @throws AppError `unauthorized` for one that does not hold, and what `findKey` throws of them.
 */
export function createForgeVerifier(options: {
  readonly findKey: JWTVerifyGetKey;
  readonly appIds: readonly string[];
  readonly limits: ForgeTokenLimits;
  readonly now: () => Date;
  readonly verified: TokenCache<ForgeClaims>;
}): VerifyForgeToken {
  const appIdOf = new Map(options.appIds.map((id) => [appAudience(id), id]));
  const { findKey, verified, limits } = options;
  return async (token) => {
    const now = options.now();
    const known = verified.get(token, now.getTime());
    if (known !== undefined) return known;
    const { payload } = await jwtVerify(token, findKey, {
      issuer: forgeIssuer,
      audience: [...appIdOf.keys()],
      algorithms: ['RS256'],
      clockTolerance,
      requiredClaims: ['exp', 'iat', 'app'],
      currentDate: now,
    }).catch((error: unknown) => {
      throw error instanceof AppError ? error : refuseToken(error, explainClaim(error, now));
    });
    requireLife(payload, now, limits.longestLife);
    const claims = readClaims(payload, appIdOf, limits.environments);
    verified.set(token, claims, (payload.exp ?? 0) * 1000);
    return claims;
  };
}

/** The library looks whether a token has ended and has begun, and not when and for how long it was made. */
function requireLife({ iat = 0, exp = 0 }: JWTPayload, now: Date, longestLife: number): void {
  if (iat > now.getTime() / 1000 + clockTolerance) throw refuseToken(undefined, explainTime({ iat }, now));
  if (exp - iat > longestLife) {
    throw refuseToken(undefined, { field: 'token.exp', rule: `must be at most ${longestLife} s after token.iat` });
  }
}

function readClaims(
  payload: JWTPayload,
  appIdOf: ReadonlyMap<string, string>,
  environments: readonly string[],
): ForgeClaims {
  // Tokens of an isolated cloud are signed with other keys, under an address that this claim would name.
  if (payload['icLabel'] !== undefined)
    throw refuseToken(undefined, { field: 'token.icLabel', rule: 'must not be there' });
  const app = payload['app'];
  if (!isRecord(app))
    throw refuseToken(undefined, { field: 'token.app', rule: 'must be there, and as Forge writes it' });
  const appId = [payload.aud ?? []]
    .flat()
    .flatMap((audience) => appIdOf.get(audience) ?? [])
    .find(isIdOf(app['id']));
  if (appId === undefined) {
    throw refuseToken(undefined, { field: 'token.app.id', rule: 'must be the app that token.aud names' });
  }
  if (!isTakenFrom(app['environment'], environments)) {
    throw refuseToken(undefined, { field: 'token.app.environment', rule: 'must be one of ASIDE_FORGE_ENVIRONMENTS' });
  }
  const principal = payload['principal'];
  return {
    appId,
    cloudId: readCloudId(app['installation']),
    // Present is enough, whatever the value: a browser's claim that cannot be read is a browser's claim.
    isFromBrowser: principal !== undefined || payload['context'] !== undefined,
    principal: typeof principal === 'string' ? principal : null,
    seen: describeClaims(payload),
  };
}

/** Atlassian documents the app's own id as its ARI, and writes its UUID alone in places. */
function isIdOf(claimed: unknown): (appId: string) => boolean {
  const id = typeof claimed === 'string' ? claimed.toLowerCase() : null;
  return (appId) => id === appId || id === appAudience(appId);
}

function isTakenFrom(environment: unknown, environments: readonly string[]): boolean {
  if (environments.length === 0) return true;
  const type = isRecord(environment) ? environment['type'] : undefined;
  return typeof type === 'string' && environments.includes(type.toLowerCase());
}

function readCloudId(installation: unknown): string | null {
  const contexts = isRecord(installation) ? installation['contexts'] : undefined;
  if (!Array.isArray(contexts)) return null;
  const jira: unknown = contexts.find((context: unknown) => isRecord(context) && context['name'] === 'jira');
  const cloudId = isRecord(jira) ? jira['cloudId'] : undefined;
  return typeof cloudId === 'string' ? cloudId.toLowerCase() : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
