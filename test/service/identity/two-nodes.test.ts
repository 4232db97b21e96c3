import { setTimeout as wait } from 'node:timers/promises';
import { rotateKey } from '../../../src/service/identity/rotate-key';
import { openStore, type Store } from '../../../src/service/store/open-store';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { describeOnPostgres } from '../../shared/postgres/describe-on-postgres';
import { ask, fetchToken } from '../../shared/service/ask';
import { type ClientCredentials, runService, type TestService } from '../../shared/service/running-service';

jest.setTimeout(600_000);

/** Half a minute, where nobody waits for it. */
const refreshAfter = 1_500;

describeOnPostgres('two nodes on one PostgreSQL', (server) => {
  const stores: Store[] = [];
  const nodes: TestService[] = [];

  beforeAll(async () => {
    const url = await server.createDatabase();
    for (const _node of [1, 2]) {
      const place = { server: { url, connections: 4, statementTimeout: 10_000 } };
      const store = await openStore({ ...place, now: () => new Date(), newId: newMessageId });
      stores.push(store);
      nodes.push(await runService({ store, refreshAfter }));
    }
  });
  afterAll(async () => {
    for (const node of nodes) await node.close();
    for (const store of stores) await store.close();
  });

  const [one, other] = [() => nodes[0] as TestService, () => nodes[1] as TestService];
  const statusOf = async ({ url }: TestService, token: string) => (await ask(`GET ${url}/site/`, { token })).status;
  const statuses = async (token: string) => Promise.all(nodes.map((node) => statusOf(node, token)));
  const grantOf = async ({ url }: TestService, { id, secret }: ClientCredentials) =>
    (
      await ask(`POST ${url}/oauth/token`, {
        json: { grant_type: 'client_credentials', client_id: id, client_secret: secret },
      })
    ).status;

  test('a client and its token are known on both at once, and out on both in time when it is revoked on one', async () => {
    const client = await one().addClient();
    const token = await fetchToken(other().url, client);
    expect(await statuses(token)).toEqual([200, 200]);
    await stores[0]?.revokeClient(client.id, new Date());
    await wait(refreshAfter);
    expect(await statuses(token)).toEqual([401, 401]);
    for (const node of nodes) expect(await grantOf(node, client)).toBe(401);
  });

  test('tokens of before and after a rotation hold on both, before the other one has noticed and after', async () => {
    const client = await one().addClient();
    const before = await fetchToken(other().url, client);
    await rotateKey(stores[0] as Store, new Date(), false);
    await wait(refreshAfter);
    const after = await fetchToken(one().url, client);
    expect(headOf(after)).not.toBe(headOf(before));
    for (const token of [before, after]) expect(await statuses(token)).toEqual([200, 200]);

    await rotateKey(stores[1] as Store, new Date(), false);
    const unnoticed = await fetchToken(one().url, client);
    for (const token of [before, after, unnoticed]) expect(await statuses(token)).toEqual([200, 200]);
  });

  test('tokens of a key that is dropped where the clock is ten minutes ahead are out on both in time', async () => {
    const client = await one().addClient();
    const token = await fetchToken(one().url, client);
    expect(await statuses(token)).toEqual([200, 200]);
    await rotateKey(stores[0] as Store, new Date(Date.now() + 600_000), true);
    await wait(refreshAfter);
    expect(await statuses(token)).toEqual([401, 401]);
    expect(await statuses(await fetchToken(other().url, client))).toEqual([200, 200]);
  });
});

function headOf(token: string): string | undefined {
  return token.split('.')[0];
}
