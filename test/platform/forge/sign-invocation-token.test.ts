import { createLocalJWKSet, jwtVerify } from 'jose';
import { createTokenSigner } from '../../../platform/forge/remotes/sign-invocation-token';
import { demoSite } from '../../../preview/demo/site';

const appId = '11111111-2222-4333-8444-555555555555';
const panel = { key: 'conversation-panel', type: 'jira:issuePanel' };
const at = Date.parse('2026-11-22T10:00:00.500Z');

describe('the signer of Forge invocation tokens', () => {
  it('signs what its published key verifies, with the claims of a call out of a function', async () => {
    const signer = await createTokenSigner(appId, demoSite, () => at);
    const { payload, protectedHeader } = await jwtVerify(
      await signer.sign(panel),
      createLocalJWKSet({ keys: [...signer.jwks.keys] }),
      {
        issuer: 'forge/invocation-token',
        audience: `ari:cloud:ecosystem::app/${appId}`,
        algorithms: ['RS256'],
        currentDate: new Date(at),
      },
    );
    expect(protectedHeader.kid).toBe(signer.jwks.keys[0]?.kid);
    expect(payload.exp).toBe(Math.floor(at / 1000) + 25);
    expect(payload).toMatchObject({
      app: { id: appId, module: panel, installation: { contexts: [{ name: 'jira', cloudId: demoSite.cloudId }] } },
    });
    expect(Object.keys(payload).sort()).toEqual(['app', 'aud', 'exp', 'iat', 'iss', 'jti', 'nbf']);
  });

  it('publishes no private part of its key', async () => {
    const { jwks } = await createTokenSigner(appId, demoSite);
    expect(Object.keys(jwks.keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  it('has a key of its own for each start', async () => {
    const [one, other] = [await createTokenSigner(appId, demoSite), await createTokenSigner(appId, demoSite)];
    const verify = jwtVerify(await one.sign(panel), createLocalJWKSet({ keys: [...other.jwks.keys] }));
    await expect(verify).rejects.toThrow('no applicable key found');
  });
});
