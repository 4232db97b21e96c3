import type { Database } from '../../../src/service/store/engine/database';
import { openPostgres } from '../../../src/service/store/engine/postgres-database';
import { openStoreOn, type Store } from '../../../src/service/store/open-store';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { describeOnPostgres } from '../../shared/postgres/describe-on-postgres';
import { type Relay, startRelay } from '../../shared/postgres/relay';
import { aClaim, aMessage, aSite, aWindow } from '../../shared/store/builders';
import { eventually } from '../../shared/time/eventually';
import { ownTimeOf } from '../../shared/time/own-time';

jest.setTimeout(600_000);

const sleep = (seconds: number) => ({ name: `sleep-${seconds}`, text: `select pg_sleep(${seconds})` });

describeOnPostgres('a PostgreSQL that is slow, or lost', (server) => {
  let relay: Relay;
  let database: Database;
  let store: Store;
  /** Past the relay. */
  let direct: Database;

  beforeAll(async () => {
    const url = await server.createDatabase();
    relay = await startRelay(url);
    direct = openPostgres({ url, connections: 2, statementTimeout: 30_000 });
    database = openPostgres({ url: relay.url, connections: 2, statementTimeout: 500 });
    store = await openStoreOn(database, { now: () => new Date(), newId: newMessageId });
  });
  afterEach(() => relay.pass('all'));
  afterAll(async () => {
    await store.close();
    await direct.close();
    await relay.close();
  });

  test('cuts a statement that takes too long, says so, and keeps the connection', async () => {
    const took = await ownTimeOf(async () => {
      const slow = database.query(sleep(30), []);
      await expect(slow).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'slow' });
    });
    expect(took).toBeLessThan(4_000);
    expect(database.connections()).toMatchObject({ open: 1, idle: 1, waiting: 0 });
    await store.ping();
  });

  test('lets a key that is in flight wait for 5 seconds and no longer', async () => {
    const cloudId = aSite();
    const patient = openPostgres({ url: relay.url, connections: 2, statementTimeout: 60_000 });
    const node = await openStoreOn(patient, { now: () => new Date(), newId: newMessageId });
    let release = () => {};
    let held: Promise<void> | undefined;
    await new Promise<void>((isHeld, reject) => {
      held = direct.transaction(async (transaction) => {
        const row = `'${cloudId}', 'alice', 'key-1', 'print-1', '${newMessageId(new Date())}', now()`;
        await transaction.run(`insert into idempotency values (${row})`);
        isHeld();
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      });
      held.catch(reject);
    });
    const began = Date.now();
    let second: Awaited<ReturnType<Store['sendDirect']>> | undefined;
    const ownTime = await ownTimeOf(async () => {
      second = await node.sendDirect(aMessage({ cloudId, claim: aClaim() }));
    });
    const waited = Date.now() - began;
    release();
    await held;
    await node.close();
    expect(second).toEqual({ outcome: 'in-flight' });
    expect(waited).toBeGreaterThan(4_500);
    expect(ownTime).toBeLessThan(8_000);
  });

  test('has a send whose answer was lost once, when it is sent again under its key', async () => {
    const cloudId = aSite();
    const message = aMessage({ cloudId, claim: aClaim() });
    await store.ping();
    relay.pass('deaf-at-commit');
    const lost = expect(store.sendDirect(message)).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'away' });
    await eventually(async () => expect(await countMessages(cloudId)).toBe(1));
    relay.cut();
    await lost;
    relay.pass('all');
    const again = await store.sendDirect(message);
    const { values } = await store.readDirect(cloudId, 'alice', 'bob', aWindow());
    expect(again).toEqual({ outcome: 'replayed', value: { id: values[0]?.id } });
    expect(values).toHaveLength(1);
  });

  test('gives up a server that hangs, and comes back with new connections', async () => {
    await store.ping();
    relay.pass('deaf');
    const lost = () => expect(store.ping()).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'away' });
    expect(await ownTimeOf(lost)).toBeLessThan(6_000);
    relay.pass('all');
    await store.ping();
  });

  test('outlives the loss of idle connections, and of one in the middle of a transaction', async () => {
    await Promise.all([store.ping(), store.ping()]);
    relay.cut();
    await eventually(() => expect(database.connections()?.open).toBe(0));
    await store.ping();

    const broken = database.transaction(async (transaction) => {
      await transaction.run(`insert into instance_secret values ('half', 'x', now())`);
      relay.cut();
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    await expect(broken).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'away' });
    const kept = await direct.query({ name: 'half', text: `select 1 from instance_secret where name = 'half'` }, []);
    expect(kept).toEqual([]);
  });

  async function countMessages(cloudId: string): Promise<number> {
    const statement = { name: 'count-messages', text: 'select count(*) as count from message where cloud_id = $1' };
    const [row] = await direct.query<{ count: number }>(statement, [cloudId]);
    return row?.count ?? 0;
  }
});
