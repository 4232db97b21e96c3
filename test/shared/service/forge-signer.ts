import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, type GenerateKeyPairResult, SignJWT } from 'jose';
import { site } from './running-service';
import { readSigningPair } from './signing-keys';

/** The app of the tests. */
export const appId = '0b3f5f0e-5a4c-4a5e-9d3e-6f0f3c1d2e4b';

/** What a test changes of a token that is otherwise right. A claim that is undefined is left out. */
export interface TokenChanges {
  readonly appId?: string;
  readonly cloudId?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly kid?: string;
}

/** Signs Forge invocation tokens as the platform does, and publishes its key on loopback. */
export interface ForgeSigner {
  readonly keysUrl: string;
  /** The settings of a service that trusts its tokens. */
  readonly env: Readonly<Record<'ASIDE_SITES' | 'ASIDE_FORGE_APP_IDS' | 'ASIDE_FORGE_JWKS_URL', string>>;
  /** How often the keys were read. */
  readonly reads: () => number;
  sign(changes?: TokenChanges): Promise<string>;
  close(): Promise<void>;
}

/** The claims of a call out of a backend function, as documented: https://developer.atlassian.com/platform/forge/remote/essentials/ */
export async function startForgeSigner(
  defaults: { readonly appId: string; readonly cloudId: string } = { appId, cloudId: site },
  pair: Promise<GenerateKeyPairResult> = readSigningPair(),
): Promise<ForgeSigner> {
  const { privateKey, publicKey } = await pair;
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'forge-1', alg: 'RS256', use: 'sig' }];
  let reads = 0;
  const server = createServer((_request, response) => {
    reads += 1;
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const keysUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
  return {
    keysUrl,
    env: { ASIDE_SITES: defaults.cloudId, ASIDE_FORGE_APP_IDS: defaults.appId, ASIDE_FORGE_JWKS_URL: keysUrl },
    reads: () => reads,
    sign: async ({ appId = defaults.appId, cloudId = defaults.cloudId, claims = {}, kid = 'forge-1' } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const payload = { ...describeCall(appId, cloudId), iat: now, nbf: now, exp: now + 25, ...claims };
      return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(privateKey);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function describeCall(appId: string, cloudId: string) {
  const id = 'ari:cloud:ecosystem::installation/5f0c6a2e-9d1b-4c3a-8e7f-0a1b2c3d4e5f';
  return {
    iss: 'forge/invocation-token',
    aud: `ari:cloud:ecosystem::app/${appId}`,
    jti: crypto.randomUUID(),
    app: {
      id: appId,
      appVersion: '1.0.0',
      installationId: id,
      environment: { type: 'PRODUCTION', id: 'ari:cloud:ecosystem::environment/1' },
      module: { type: 'jira:issuePanel', key: 'panel' },
      installation: { id, contexts: [{ name: 'jira', cloudId, url: 'https://example.atlassian.net' }] },
    },
  };
}
