import { createClientIdentifier } from '../../../src/service/identity/client-caller';
import type { ClientRegistry, OAuthClient } from '../../../src/service/identity/client-registry';
import { createClientReader } from '../../../src/service/identity/read-client';
import { aClient, registryOf } from './registry-of';

const identifierOf = (registry: ClientRegistry, now: () => Date) =>
  createClientIdentifier(createClientReader(registry, now));

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

test('the row is read once in 30 seconds, also by requests at the same time', async () => {
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
  const find = registry.findClient.bind(registry);
  registry.findClient = (id) => (isAway ? Promise.reject(new Error('away')) : find(id));
  const identify = identifierOf(registry, clock().now);
  await expect(identify('c1')).rejects.toThrow('away');
  isAway = false;
  await expect(identify('c1')).resolves.toMatchObject({ id: 'client:c1' });
});

test('a client that was unknown is found as soon as it is made', async () => {
  const clients: OAuthClient[] = [];
  const identify = identifierOf(registryOf(clients), clock().now);
  await expect(identify('c1')).rejects.toMatchObject({ code: 'unauthorized' });
  clients.push(aClient());
  await expect(identify('c1')).resolves.toMatchObject({ id: 'client:c1' });
});
