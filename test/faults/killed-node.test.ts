import { setTimeout as wait } from 'node:timers/promises';
import { describeOnPrivatePostgres } from '../shared/postgres/describe-on-postgres';
import { seedRandom } from '../shared/random/seeded-random';
import { expectKept } from './expect-kept';
import { parameters } from './parameters';
import { setStage } from './stage';

const random = seedRandom(parameters.seed);

describeOnPrivatePostgres('a node that is killed under load', (server) => {
  test('and started again, time after time, has lost and doubled nothing', async () => {
    const stage = await setStage({ nodes: [{ DATABASE_URL: await server.createDatabase() }] });
    const [node] = stage.nodes;
    const load = stage.startLoad();
    const times: number[] = [];
    for (let round = 0; round < parameters.rounds; round += 1) {
      await wait(parameters.loadMs * (0.5 + random()));
      await node?.kill();
      const killed = performance.now();
      await node?.start();
      times.push(await load.untilAcknowledgedAfter(killed));
    }
    const record = await load.stop();
    await expectKept(stage, `a node killed ${parameters.rounds} times`, record, times);
    await stage.close();
  });

  test('one after the other of two: the other one goes on, and all of it is kept', async () => {
    const DATABASE_URL = await server.createDatabase();
    const stage = await setStage({ nodes: [{ DATABASE_URL }, { DATABASE_URL }] });
    const load = stage.startLoad();
    const times: number[] = [];
    for (let round = 0; round < parameters.rounds; round += 1) {
      await wait(parameters.loadMs * (0.5 + random()));
      const node = stage.nodes[round % 2];
      await node?.kill();
      const killed = performance.now();
      times.push(await load.untilAcknowledgedAfter(killed));
      await node?.start();
    }
    const record = await load.stop();
    await expectKept(stage, `one of two nodes killed, ${parameters.rounds} times`, record, times);
    await stage.close();
  });

  test('nodes that are ended and started one after the other refuse nobody for long, and end with 0', async () => {
    const DATABASE_URL = await server.createDatabase();
    const stage = await setStage({ nodes: [{ DATABASE_URL }, { DATABASE_URL }] });
    const load = stage.startLoad();
    const times: number[] = [];
    for (const node of stage.nodes) {
      await wait(parameters.loadMs);
      const ended = performance.now();
      expect(await node.end()).toBe(0);
      times.push(await load.untilAcknowledgedAfter(ended));
      await node.start();
    }
    await wait(parameters.loadMs);
    const record = await load.stop();
    // Who is told to end answers what it took: not even a 503.
    expect(record.answers.get('503') ?? 0).toBe(0);
    await expectKept(stage, 'a rolling restart of two nodes', record, times);
    await stage.close();
  });
});
