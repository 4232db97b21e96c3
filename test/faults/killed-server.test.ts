import { setTimeout as wait } from 'node:timers/promises';
import { describeOnPrivatePostgres } from '../shared/postgres/describe-on-postgres';
import { seedRandom } from '../shared/random/seeded-random';
import { ask } from '../shared/service/ask';
import { expectKept } from './expect-kept';
import { parameters } from './parameters';
import { setStage } from './stage';

const random = seedRandom(parameters.seed);

describeOnPrivatePostgres('a PostgreSQL that is killed under load', (server) => {
  test('and started again at once, time after time, has lost and doubled nothing', async () => {
    const DATABASE_URL = await server.createDatabase();
    const stage = await setStage({ nodes: [{ DATABASE_URL }, { DATABASE_URL }] });
    const load = stage.startLoad();
    const times: number[] = [];
    for (let round = 0; round < parameters.rounds; round += 1) {
      await wait(parameters.loadMs * (0.5 + random()));
      await server.kill();
      const killed = performance.now();
      await server.start();
      times.push(await load.untilAcknowledgedAfter(killed));
    }
    const record = await load.stop();
    await expectKept(stage, `PostgreSQL killed and started at once, ${parameters.rounds} times`, record, times);
    await stage.close();
  });

  test('and away for a while is not ready, acknowledges nothing, and comes back by itself', async () => {
    const DATABASE_URL = await server.createDatabase();
    const stage = await setStage({ nodes: [{ DATABASE_URL }, { DATABASE_URL }] });
    const load = stage.startLoad();
    await wait(parameters.loadMs);
    await server.kill();
    // What was committed before the kill is answered by then.
    await wait(parameters.awayMs / 2);
    const before = load.record.acknowledged.length;
    await wait(parameters.awayMs / 2);
    const states = await Promise.all(
      stage.addresses.flatMap((at) =>
        ['/healthz', '/readyz'].map(async (path) => (await ask(`GET ${at}${path}`)).status),
      ),
    );
    expect(states).toEqual([200, 503, 200, 503]);
    expect(load.record.acknowledged).toHaveLength(before);
    const started = performance.now();
    await server.start();
    const time = await load.untilAcknowledgedAfter(started);
    const record = await load.stop();
    expect(record.answers.get('503')).toBeGreaterThan(0);
    await expectKept(stage, `PostgreSQL away for ${parameters.awayMs / 1000} s`, record, [time]);
    await stage.close();
  });
});
