import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { AppError } from '../errors/app-error';
import { describeClaims, type SeenClaim } from './describe-claims';
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

/**
 * Verifies Forge invocation tokens (RS256) with the keys of the platform, for the configured apps only: the audience
 * never comes from the token. A verified token is remembered until it ends.
 * @throws AppError `unauthorized` for one that does not hold, and what `findKey` throws of them.
 */
export function createForgeVerifier(options: {
  readonly findKey: JWTVerifyGetKey;
  readonly appIds: readonly string[];
  readonly now: () => Date;
  readonly verified: TokenCache<ForgeClaims>;
}): VerifyForgeToken {
  const appIdOf = new Map(options.appIds.map((id) => [appAudience(id), id]));
  const { findKey, verified } = options;
  return async (token) => {
    const now = options.now();
    const known = verified.get(token, now.getTime());
    if (known !== undefined) return known;
    const { payload } = await jwtVerify(token, findKey, {
      issuer: forgeIssuer,
      audience: [...appIdOf.keys()],
      algorithms: ['RS256'],
      clockTolerance: 5,
      requiredClaims: ['exp', 'app'],
      currentDate: now,
    }).catch((error: unknown) => {
      throw error instanceof AppError ? error : refuseToken(error);
    });
    const claims = readClaims(payload, appIdOf);
    verified.set(token, claims, (payload.exp ?? 0) * 1000);
    return claims;
  };
}

function readClaims(payload: JWTPayload, appIdOf: ReadonlyMap<string, string>): ForgeClaims {
  // Tokens of an isolated cloud are signed with other keys, under an address that this claim would name.
  if (payload['icLabel'] !== undefined) throw refuseToken();
  const appId = [payload.aud ?? []].flat().flatMap((audience) => appIdOf.get(audience) ?? [])[0];
  const app = payload['app'];
  if (appId === undefined || !isRecord(app)) throw refuseToken();
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
