import type { MessageWindow } from '../../../src/service/conversation/conversation-store';
import { migrations } from '../../../src/service/store/migrations/migrations';
import { migrateStore, openStore, type Store } from '../../../src/service/store/open-store';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { describeOnPostgres } from '../../shared/postgres/describe-on-postgres';
import { aClaim, aMessage, aSite, aWindow } from '../../shared/store/builders';

jest.setTimeout(600_000);

const names = migrations.map(({ name }) => name);
const serverAt = (url: string) => ({ url, connections: 8, statementTimeout: 10_000 });
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

describeOnPostgres('two nodes on one PostgreSQL', (server) => {
  const nodes: Store[] = [];
  let url: string;
  const nodeOf = (n: number) => nodes[n % nodes.length] as Store;

  beforeAll(async () => {
    url = await server.createDatabase();
    const place = { server: serverAt(url) };
    // The clock of the second one is five seconds behind.
    const opening = [0, -5_000].map((skew) =>
      openStore({ ...place, now: () => new Date(Date.now() + skew), newId: newMessageId }),
    );
    nodes.push(...(await Promise.all(opening)));
  });
  afterAll(() => Promise.all(nodes.map((node) => node.close())));

  async function send(node: Store, message: Parameters<typeof aMessage>[0]): Promise<string> {
    const sent = await node.sendDirect(aMessage(message));
    if (!('value' in sent)) throw new Error(sent.outcome);
    return sent.value.id;
  }

  test('apply each migration once, however many start at once on a new database', async () => {
    const place = { server: serverAt(await server.createDatabase()) };
    const applied = await Promise.all(numbers(6).map(() => migrateStore(place, new Date())));
    expect(applied.flat().sort()).toEqual(names);
    expect(await migrateStore(place, new Date())).toEqual([]);
  });

  test('open one direct conversation for a pair, from both ends on both nodes at once', async () => {
    const cloudId = aSite();
    const opened = await Promise.all(
      numbers(50).map((n) =>
        nodeOf(n).openDirect(cloudId, ...(n % 4 < 2 ? pair('alice', 'bob') : pair('bob', 'alice'))),
      ),
    );
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
  });

  test('make one conversation of fifty first messages at once, in one order', async () => {
    const cloudId = aSite();
    const ids = await Promise.all(
      numbers(50).map((n) => {
        const [from, to] = n % 4 < 2 ? pair('alice', 'bob') : pair('bob', 'alice');
        return send(nodeOf(n), { cloudId, from, to, text: `${n}` });
      }),
    );
    const { values } = await nodeOf(0).readDirect(cloudId, 'alice', 'bob', aWindow());
    expect(values.map(({ id }) => id)).toEqual([...ids].sort());
    expect(new Set(values.map(({ text }) => text)).size).toBe(50);
    expect(new Set(values.map(({ conversationId }) => conversationId)).size).toBe(1);
  });

  test('make one message of fifty sends under one key, and all name it', async () => {
    const cloudId = aSite();
    const claim = aClaim();
    const sent = await Promise.all(numbers(50).map((n) => nodeOf(n).sendDirect(aMessage({ cloudId, claim }))));
    const { values } = await nodeOf(1).readDirect(cloudId, 'alice', 'bob', aWindow());
    expect(values).toHaveLength(1);
    expect(sent.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
    for (const one of sent) expect(one).toMatchObject({ value: { id: values[0]?.id } });
  });

  test('keep every one of hundreds of sends into the same conversations, which each takes in another order', async () => {
    const cloudId = aSite();
    const others = numbers(10).map((n) => `friend-${n}`);
    const sendAll = (node: Store, from: readonly string[]) =>
      Promise.all(numbers(20).flatMap(() => from.map((to) => send(node, { cloudId, to }))));
    const sent = await Promise.all([sendAll(nodeOf(0), others), sendAll(nodeOf(1), [...others].reverse())]);
    expect(new Set(sent.flat()).size).toBe(400);
    for (const to of others) {
      expect((await nodeOf(0).readDirect(cloudId, 'alice', to, aWindow())).values).toHaveLength(40);
    }
  });

  test('carry out what waits before they end', async () => {
    const cloudId = aSite();
    const ending = await openStore({ server: serverAt(url), now: () => new Date(), newId: newMessageId });
    const sending = numbers(200).map((n) => send(ending, { cloudId, text: `${n}` }));
    await ending.close();
    const ids = await Promise.all(sending);
    const { values } = await nodeOf(0).readDirect(cloudId, 'alice', 'bob', aWindow({ limit: 200 }));
    expect(values.map(({ id }) => id)).toEqual(ids);
  });

  test('give ids in the order of commits, with clocks five seconds apart', async () => {
    const cloudId = aSite();
    const ids: string[] = [];
    for (const n of numbers(20)) ids.push(await send(nodeOf(n), { cloudId }));
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(20);
  });

  test('a reader that goes on from the last message misses none of four writers', async () => {
    const cloudId = aSite();
    const each = 60;
    let writing = true;
    const writers = Promise.all(
      numbers(4).map(async (writer) => {
        const ids: string[] = [];
        for (const n of numbers(each)) ids.push(await send(nodeOf(writer), { cloudId, text: `${writer}-${n}` }));
        return ids;
      }),
    ).finally(() => {
      writing = false;
    });

    const seen: string[] = [];
    let position: MessageWindow['position'] = { kind: 'afterTimestamp', at: new Date(0) };
    for (let round = 0; ; round += 1) {
      const isLast = !writing;
      const { values } = await nodeOf(round).readDirect(cloudId, 'alice', 'bob', aWindow({ limit: 7, position }));
      seen.push(...values.map(({ id }) => id));
      const last = seen.at(-1);
      if (last !== undefined) position = { kind: 'afterMessage', id: last };
      if (isLast && values.length === 0) break;
    }
    const written = (await writers).flat();
    expect(written).toHaveLength(4 * each);
    expect(seen).toEqual([...written].sort());
  });
});

function pair(one: string, other: string): [string, string] {
  return [one, other];
}
