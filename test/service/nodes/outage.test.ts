import { openStore, type Store } from '../../../src/service/store/open-store';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { describeOnPrivatePostgres } from '../../shared/postgres/describe-on-postgres';
import { runService, site, type TestService } from '../../shared/service/running-service';
import { aDocument, aWindow } from '../../shared/store/builders';

jest.setTimeout(600_000);

const writers = 6;
const each = 40;

describeOnPrivatePostgres('PostgreSQL stopped and started under load', (server) => {
  let store: Store;
  const nodes: TestService[] = [];
  let token: string;
  let sender: string;

  beforeAll(async () => {
    const url = await server.createDatabase();
    const place = { server: { url, connections: 4, statementTimeout: 5_000 } };
    const env = { ASIDE_RATE_SENDS_CLIENT: '0', ASIDE_RATE_READS: '0' };
    for (const _node of [1, 2]) {
      store = await openStore({ ...place, now: () => new Date(), newId: newMessageId });
      nodes.push(await runService({ store, env }));
    }
    const client = await nodes[0]?.addClient();
    sender = `client:${client?.id}`;
    token = await askToken(urlOf(0), client);
  });
  afterAll(async () => {
    for (const node of nodes) {
      await node.close();
      await node.store.close();
    }
  });

  const urlOf = (n: number) => nodes[n % nodes.length]?.url ?? '';

  /** Sends under one key until it is acknowledged; `refusals` gathers what it was told meanwhile. */
  async function sendUntilKept(writer: number, n: number, refusals: Response[]): Promise<string> {
    const key = `${writer}-${n}`;
    for (;;) {
      const reply = await fetch(`${urlOf(writer)}/site/${site}/conversation/user/bob/message`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': key,
        },
        body: JSON.stringify({ body: aDocument(key) }),
      });
      if (reply.status === 201) return ((await reply.json()) as { id: string }).id;
      refusals.push(reply);
      await pause(50);
    }
  }

  test('has what was acknowledged, once, and the service neither ends nor hangs', async () => {
    const acknowledged: string[] = [];
    const refusals: Response[] = [];
    const load = Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let n = 0; n < each; n += 1) acknowledged.push(await sendUntilKept(writer, n, refusals));
      }),
    );
    while (acknowledged.length < writers) await pause(5);

    await server.stop('immediate');
    const before = acknowledged.length;
    await pause(1_000);
    const states = await Promise.all(
      nodes.flatMap(({ url }) => ['/healthz', '/readyz'].map(async (path) => (await fetch(`${url}${path}`)).status)),
    );
    const duringOutage = acknowledged.length;
    await server.start();
    await load;

    expect(states).toEqual([200, 503, 200, 503]);
    expect(before).toBeLessThan(writers * each);
    expect(duringOutage).toBe(before);
    expect(new Set(refusals.map(({ status }) => status))).toEqual(new Set([503]));
    expect(refusals.every(({ headers }) => Number(headers.get('Retry-After')) > 0)).toBe(true);

    const kept = await readAll();
    expect(kept.map(({ id }) => id)).toEqual([...acknowledged].sort());
    expect(new Set(kept.map(({ text }) => text)).size).toBe(writers * each);
  });

  async function readAll() {
    const { values, after } = await store.readDirect(site, sender, 'bob', aWindow({ limit: 1000 }));
    expect(after).toBeNull();
    return values;
  }
});

async function askToken(url: string, client: { id: string; secret: string } | undefined): Promise<string> {
  const reply = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: client?.id,
      client_secret: client?.secret,
    }),
  });
  return ((await reply.json()) as { access_token: string }).access_token;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
