import { setTimeout as wait } from 'node:timers/promises';
import { type Fate, type Relay, startRelay } from '../shared/network/relay';
import { describeOnPrivatePostgres } from '../shared/postgres/describe-on-postgres';
import { startRelay as startDatabaseRelay } from '../shared/postgres/relay';
import { seedRandom } from '../shared/random/seeded-random';
import { expectKept } from './expect-kept';
import { parameters } from './parameters';
import { setStage } from './stage';

/** Milliseconds at most. */
const longestDelay = 30;

/** Of a hundred packets some 20 are halved, 10 late, and this many cut with their connection. */
function badNetwork(seed: number, cuts: number): () => Fate {
  const random = seedRandom(seed);
  return () => {
    const dice = random() * 100;
    if (dice < cuts) return 'cut';
    if (dice < cuts + 20) return 'halve';
    return dice < cuts + 30 ? { delayMs: random() * longestDelay } : 'pass';
  };
}

describeOnPrivatePostgres('a network that cuts answers in their middle, delays them and halves packets', (server) => {
  test('between clients and nodes and between nodes and PostgreSQL loses and doubles nothing', async () => {
    const relays: Pick<Relay, 'close' | 'judge'>[] = [];
    const database = await startDatabaseRelay(await server.createDatabase());
    relays.push(database);
    const front = async (address: string) => {
      const { hostname, port } = new URL(address);
      const relay = await startRelay({ hostname, port: Number(port) });
      relays.push(relay);
      return `http://127.0.0.1:${relay.port}`;
    };
    const settings = { DATABASE_URL: database.url };
    const stage = await setStage({ nodes: [settings, settings], front });
    const load = stage.startLoad();
    await wait(parameters.loadMs);
    for (const [n, relay] of relays.entries()) {
      relay.judge(badNetwork(parameters.seed * 10 + n, relay === database ? 0.5 : 5));
    }
    await wait(parameters.loadMs * 5 * parameters.rounds);
    for (const relay of relays) relay.judge(() => 'pass');
    const whole = performance.now();
    const time = await load.untilAcknowledgedAfter(whole);
    const record = await load.stop();
    const told = [...record.answers.keys()];
    expect(told.filter((answer) => !/^20[014]$/.test(answer))).not.toEqual([]);
    await expectKept(stage, 'a network that cuts, delays and halves', record, [time]);
    await stage.close();
    for (const relay of relays) await relay.close();
  });
});
