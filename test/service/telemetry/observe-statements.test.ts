import { setTimeout as wait } from 'node:timers/promises';
import { openStore, type Store } from '../../../src/service/store/open-store';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { createMetrics } from '../../../src/service/telemetry/metrics';
import { observeStatements } from '../../../src/service/telemetry/observe-statements';
import { describeOnPostgres } from '../../shared/postgres/describe-on-postgres';
import { type Relay, startRelay } from '../../shared/postgres/relay';
import { aSite } from '../../shared/store/builders';

jest.setTimeout(600_000);

describeOnPostgres('the measurements of a store that goes away', (server) => {
  const metrics = createMetrics();
  let relay: Relay;
  let store: Store;

  beforeAll(async () => {
    relay = await startRelay(await server.createDatabase());
    store = await openStore({
      server: { url: relay.url, connections: 2, statementTimeout: 500 },
      now: () => new Date(),
      newId: newMessageId,
      observe: observeStatements(metrics),
    });
  });
  afterAll(async () => {
    await store.close();
    await relay.close();
  });

  async function count(statement: string, outcome: string): Promise<number> {
    const name = `aside_store_statement_seconds_count{statement="${statement}",outcome="${outcome}"} `;
    const line = (await metrics.write()).split('\n').find((one) => one.startsWith(name));
    return Number(line?.slice(name.length) ?? 0);
  }
  const retain = () => store.setRetention(aSite(), 1, 'cli:root');

  test('tell of a transaction that got no connection, or no further than its begin', async () => {
    const before = await count('transaction', 'ok');
    await retain();
    expect(await count('transaction', 'ok')).toBe(before + 1);

    relay.pass('deaf');
    await expect(retain()).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(await count('transaction', 'unavailable')).toBe(1);

    await relay.close();
    await wait(100);
    await expect(retain()).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(await count('transaction', 'unavailable')).toBe(2);
  });
});
