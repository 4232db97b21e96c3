import { createAccessTokens } from '../../../src/service/identity/access-token';
import { BoundedCache } from '../../../src/service/identity/bounded-cache';
import { grantToken, type TokenRequest } from '../../../src/service/identity/grant-token';
import { createGuessLimit } from '../../../src/service/identity/guess-limit';
import { createKeyRing } from '../../../src/service/identity/key-ring';
import { createClientReader } from '../../../src/service/identity/read-client';
import { keyRegistryOf } from './key-registry-of';
import { aClient, registryOf } from './registry-of';

const now = () => new Date();
const accessTokens = createAccessTokens(createKeyRing(keyRegistryOf(), now), now, new BoundedCache(10));
const request = { grantType: 'client_credentials', clientId: 'c1', clientSecret: 's3cret' };
const address = '192.0.2.1';

/** One endpoint, whose time a test may move. */
function openEndpoint(clients = [aClient()]) {
  const time = { ms: 0 };
  const clock = () => new Date(time.ms);
  const registry = registryOf(clients);
  const by = { clients: createClientReader(registry, clock), accessTokens, guesses: createGuessLimit(clock) };
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
  expect(await accessTokens.verify(access_token)).toBe('c1');
});

test.each([
  ['a wrong secret', { clientSecret: 'guess' }, 'invalid_client'],
  ['an unknown client', { clientId: 'c2' }, 'invalid_client'],
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

test('a client without any scope is refused', async () => {
  await expect(grant({}, aClient({ scopes: [] }))).rejects.toMatchObject({ code: 'unauthorized_client' });
});

test('an id that no client can have is refused without being looked up', async () => {
  const { registry, ask } = openEndpoint();
  await expect(ask({ clientId: 'c1\0' })).rejects.toMatchObject({ code: 'invalid_client' });
  expect(registry.reads).toBe(0);
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

  test('a flood of made-up ids from one address stops reaching the store, and clients that were known go on', async () => {
    const { time, registry, ask } = openEndpoint([aClient(), aClient({ id: 'c2' })]);
    await ask();
    for (let turn = 0; turn < 200; turn += 1) await ask({ clientId: `none-${turn}` }).catch(() => null);
    expect(registry.reads).toBe(1 + 61);
    // Its row is no longer at hand, and yet it is looked up.
    time.ms = 31_000;
    await expect(ask()).resolves.toMatchObject({ token_type: 'Bearer' });
    await expect(ask({ clientId: 'c2' })).rejects.toMatchObject({ code: 'slow_down' });
    await expect(ask({ clientId: 'c2' }, '192.0.2.2')).resolves.toMatchObject({ token_type: 'Bearer' });
  });

  test('a client asks for many tokens at the price of one look into the store', async () => {
    const { registry, ask } = openEndpoint();
    await Promise.all(Array.from({ length: 50 }, () => ask()));
    expect(registry.reads).toBe(1);
  });
});
