import { createAccessTokens } from '../../../src/service/identity/access-token';
import { createRefusalCount } from '../../../src/service/identity/count-refusals';
import { createClientFinder } from '../../../src/service/identity/find-client';
import { grantToken, type TokenRequest } from '../../../src/service/identity/grant-token';
import { createKeyRing } from '../../../src/service/identity/key-ring';
import { TokenCache } from '../../../src/service/identity/token-cache';
import { keyRegistryOf } from './key-registry-of';
import { aClient, registryOf } from './registry-of';

const now = () => new Date();
const accessTokens = createAccessTokens(createKeyRing(keyRegistryOf(), now), now, new TokenCache(10));
const request = { grantType: 'client_credentials', clientId: 'c1', clientSecret: 's3cret', scope: undefined };
const address = '192.0.2.1';

/** One endpoint, whose time a test may move. */
function openEndpoint(clients = [aClient()]) {
  const time = { ms: 0 };
  const clock = () => new Date(time.ms);
  const registry = registryOf(clients);
  const readClient = createClientFinder(registry, clock);
  const by = { readClient, accessTokens, countRefusal: createRefusalCount(clock) };
  const ask = (changes: Partial<TokenRequest> = {}, from = address) => grantToken({ ...request, ...changes }, from, by);
  return { time, registry, ask };
}

const grant = (changes: Partial<TokenRequest> = {}, client = aClient()) => openEndpoint([client]).ask(changes);

test('a client gets a token for an hour with all of its scopes', async () => {
  const { access_token, ...rest } = await grant();
  expect(rest).toEqual({
    token_type: 'Bearer',
    expires_in: 3600,
    scope: 'participate:conversation manage:conversation',
  });
  expect(await accessTokens.verify(access_token)).toMatchObject({ clientId: 'c1', scopes: null });
});

test.each([
  ['a wrong secret', { clientSecret: 'guess' }, 'invalid_client'],
  ['an unknown client', { clientId: 'c2' }, 'invalid_client'],
  ['an id that no client can have', { clientId: 'c1\0' }, 'invalid_client'],
  ['no secret', { clientSecret: undefined }, 'invalid_client'],
  ['an empty secret', { clientSecret: '' }, 'invalid_client'],
  ['no grant type', { grantType: undefined }, 'invalid_request'],
  ['another grant type', { grantType: 'password' }, 'unsupported_grant_type'],
])('%s is refused', async (_, changes, code) => {
  await expect(grant(changes)).rejects.toMatchObject({ code });
});

test('a revoked client is refused', async () => {
  const revoked = aClient({ revokedAt: '2026-01-02T00:00:00.000Z' });
  await expect(grant({}, revoked)).rejects.toMatchObject({ code: 'invalid_client' });
});

test('a token is for the scopes that are asked for, of those granted (RFC 6749, section 3.3)', async () => {
  const { access_token, scope } = await grant({ scope: 'participate:conversation' });
  expect(scope).toBe('participate:conversation');
  expect(await accessTokens.verify(access_token)).toMatchObject({ scopes: ['participate:conversation'] });
  expect((await grant({ scope: '' })).scope).toBe('participate:conversation manage:conversation');
});

test.each(['operate:site', 'participate:conversation operate:site', 'all'])(
  'the scope %s, which was not granted, is refused',
  async (scope) => {
    await expect(grant({ scope })).rejects.toMatchObject({ code: 'invalid_scope' });
  },
);

test('a client without any scope is refused', async () => {
  await expect(grant({}, aClient({ scopes: [] }))).rejects.toMatchObject({ code: 'unauthorized_client' });
});

describe('who guesses is slowed down', () => {
  test('after ten wrong secrets in a minute for one client, which itself is never limited', async () => {
    const { time, ask } = openEndpoint();
    for (let turn = 0; turn < 10; turn += 1) {
      await expect(ask({ clientSecret: 'x' })).rejects.toMatchObject({ code: 'invalid_client' });
    }
    time.ms = 15_000;
    await expect(ask({ clientSecret: 'x' })).rejects.toMatchObject({ code: 'slow_down', retryAfter: 45 });
    for (let turn = 0; turn < 200; turn += 1) await ask();
    time.ms = 60_000;
    await expect(ask({ clientSecret: 'x' })).rejects.toMatchObject({ code: 'invalid_client' });
  });

  test('a flood of made-up ids from one address hardly reaches the store, is told to wait, and keeps no client out', async () => {
    const { registry, ask } = openEndpoint([aClient(), aClient({ id: 'c2' })]);
    const codes: string[] = [];
    for (let turn = 0; turn < 200; turn += 1) {
      await ask({ clientId: `none-${turn}` }).catch((error: { code: string }) => codes.push(error.code));
    }
    expect(codes.lastIndexOf('invalid_client')).toBe(59);
    expect(codes.indexOf('slow_down')).toBe(60);
    expect(registry.reads).toBe(2);
    for (const clientId of ['c1', 'c2']) await expect(ask({ clientId })).resolves.toMatchObject({ expires_in: 3600 });
  });

  test('for the client that is guessed at, and not for another one at the same address', async () => {
    const { ask } = openEndpoint([aClient(), aClient({ id: 'c2' })]);
    const guess = (clientId: string, from?: string) => ask({ clientId, clientSecret: 'x' }, from);
    for (let turn = 0; turn < 10; turn += 1) await guess('c1').catch(() => null);
    await expect(guess('c1')).rejects.toMatchObject({ code: 'slow_down' });
    await expect(guess('c2')).rejects.toMatchObject({ code: 'invalid_client' });
    await expect(guess('c1', '192.0.2.2')).rejects.toMatchObject({ code: 'invalid_client' });
    await expect(ask()).resolves.toMatchObject({ token_type: 'Bearer' });
  });

  test('a client asks for many tokens at the price of one look into the store', async () => {
    const { registry, ask } = openEndpoint();
    await Promise.all(Array.from({ length: 50 }, () => ask()));
    expect(registry.reads).toBe(1);
  });
});
