import type { Scope } from '../../../src/contract/scopes';
import { createClientIdentifier } from '../../../src/service/identity/client-caller';
import type { ClientRegistry, OAuthClient } from '../../../src/service/identity/client-registry';
import { createClientFinder } from '../../../src/service/identity/find-client';
import { aClient, registryOf } from './registry-of';

const identifierOf = (registry: ClientRegistry, now: () => Date) => {
  const identify = createClientIdentifier(createClientFinder(registry, now));
  return (clientId: string, scopes: readonly Scope[] | null = null) => identify({ clientId, scopes });
};

const clock = (start = 0) => {
  const time = { ms: start };
  return { time, now: () => new Date(time.ms) };
};

test("a client's name, scopes and sites come from its row, the sites in lower case", async () => {
  const identify = identifierOf(registryOf([aClient()]), clock().now);
  expect(await identify('c1')).toEqual({
    kind: 'client',
    id: 'client:c1',
    scopes: new Set(['participate:conversation', 'manage:conversation']),
    sites: new Set(['11111111-1111-4111-8111-11111111aaaa']),
    label: 'Build bot',
  });
});

test('clients are read once in 30 seconds, also by requests at the same time', async () => {
  const registry = registryOf([aClient()]);
  const { time, now } = clock();
  const identify = identifierOf(registry, now);
  await Promise.all([identify('c1'), identify('c1')]);
  time.ms = 29_999;
  await identify('c1');
  expect(registry.reads).toBe(1);
});

test('a client that is revoked is out after 30 seconds', async () => {
  const clients = [aClient()];
  const { time, now } = clock();
  const identify = identifierOf(registryOf(clients), now);
  await identify('c1');
  clients[0] = aClient({ revokedAt: '2026-01-02T00:00:00.000Z' });
  time.ms = 30_000;
  await expect(identify('c1')).rejects.toMatchObject({ code: 'unauthorized' });
});

test('a client that is gone is refused', async () => {
  const identify = identifierOf(registryOf([]), clock().now);
  await expect(identify('c1')).rejects.toMatchObject({ code: 'unauthorized' });
});

test('a read that failed is tried again by the next request', async () => {
  const registry = registryOf([aClient()]);
  let isAway = true;
  const list = registry.listClients.bind(registry);
  registry.listClients = () => (isAway ? Promise.reject(new Error('away')) : list());
  const identify = identifierOf(registry, clock().now);
  await expect(identify('c1')).rejects.toThrow('away');
  isAway = false;
  await expect(identify('c1')).resolves.toMatchObject({ id: 'client:c1' });
});

test('a client that was unknown is found a second after it was sought at the latest', async () => {
  const clients: OAuthClient[] = [];
  const { time, now } = clock();
  const identify = identifierOf(registryOf(clients), now);
  await identify('c1').catch(() => null);
  clients.push(aClient());
  time.ms = 1_000;
  await expect(identify('c1')).resolves.toMatchObject({ id: 'client:c1' });
});

test('clients that are made one after the other are each found at once', async () => {
  const clients: OAuthClient[] = [];
  const identify = identifierOf(registryOf(clients), clock().now);
  for (const id of ['c1', 'c2', 'c3']) {
    clients.push(aClient({ id }));
    await expect(identify(id)).resolves.toMatchObject({ id: `client:${id}` });
  }
});

test('ids that somebody makes up make the clients be read once a second at most', async () => {
  const registry = registryOf([aClient()]);
  const identify = identifierOf(registry, clock().now);
  await identify('c1');
  await Promise.all(Array.from({ length: 50 }, (_, n) => identify(`none-${n}`).catch(() => null)));
  expect(registry.reads).toBe(2);
});

test('a token for some of the scopes gives those of them that the client still has', async () => {
  const identify = identifierOf(registryOf([aClient({ scopes: ['participate:conversation'] })]), clock().now);
  const scopesFor = async (asked: readonly Scope[]) => [...(await identify('c1', asked)).scopes];
  expect(await scopesFor(['participate:conversation', 'manage:conversation'])).toEqual(['participate:conversation']);
  expect(await scopesFor(['manage:conversation'])).toEqual([]);
});
