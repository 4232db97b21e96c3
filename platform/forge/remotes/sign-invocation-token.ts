import { randomUUID } from 'node:crypto';
import { exportJWK, type GenerateKeyPairResult, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { Site } from '../../jira/site';

/** Signs Forge invocation tokens (FIT) with a key of this start; `jwks` is what verifies them. */
export interface TokenSigner {
  readonly jwks: { readonly keys: readonly JWK[] };
  sign(module: { readonly key: string; readonly type: string }): Promise<string>;
}

/** The documented life of a token, in seconds. */
const lifetime = 25;

/**
 * Makes a key pair and the signer over it. The claims are those that Atlassian documents for a call out of a backend
 * function (developer.atlassian.com/platform/forge/remote/essentials): the app and its installation, and neither
 * `principal` nor `context`, which only calls out of a browser carry.
 * @param appId the app's UUID, from which the audience is made.
 * @param now milliseconds since the epoch.
 * @param makePair what makes the key pair, of RS256 with a public key that can be exported.
 */
export async function createTokenSigner(
  appId: string,
  site: Site,
  now: () => number = Date.now,
  makePair: () => Promise<GenerateKeyPairResult> = () => generateKeyPair('RS256'),
): Promise<TokenSigner> {
  const { privateKey, publicKey } = await makePair();
  const kid = randomUUID();
  const publicJwk: JWK = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  return {
    jwks: { keys: [publicJwk] },
    sign: (module) => {
      const seconds = Math.floor(now() / 1000);
      return new SignJWT({ app: writeAppClaim(appId, site, module) })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuer('forge/invocation-token')
        .setAudience(`ari:cloud:ecosystem::app/${appId}`)
        .setJti(randomUUID())
        .setIssuedAt(seconds)
        .setNotBefore(seconds)
        .setExpirationTime(seconds + lifetime)
        .sign(privateKey);
    },
  };
}

function writeAppClaim(appId: string, site: Site, module: { readonly key: string; readonly type: string }): object {
  const installationAri = `ari:cloud:ecosystem::installation/${site.installationId}`;
  return {
    id: appId,
    appVersion: '1.0.0',
    installationId: installationAri,
    apiBaseUrl: `https://api.atlassian.com/ex/jira/${site.cloudId}`,
    environment: { type: 'DEVELOPMENT', id: `ari:cloud:ecosystem::environment/${appId}/${site.environmentId}` },
    module,
    installation: { id: installationAri, contexts: [{ name: 'jira', cloudId: site.cloudId, url: site.url }] },
  };
}
