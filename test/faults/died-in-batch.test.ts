import { setTimeout as wait } from 'node:timers/promises';
import { describeOnPrivatePostgres } from '../shared/postgres/describe-on-postgres';
import { isCommit, startRelay } from '../shared/postgres/relay';
import { expectKept } from './expect-kept';
import { parameters } from './parameters';
import { setStage } from './stage';

describeOnPrivatePostgres('one of two nodes that dies in a batch', (server) => {
  test('before its commit has arrived or before its answer has: what it had told is kept, and what not is sent once', async () => {
    const DATABASE_URL = await server.createDatabase();
    const relay = await startRelay(DATABASE_URL);
    const stage = await setStage({ nodes: [{ DATABASE_URL: relay.url }, { DATABASE_URL }] });
    const [dying] = stage.nodes;
    const load = stage.startLoad();
    const times: number[] = [];
    for (let round = 0; round < 2 * Math.ceil(parameters.rounds / 2); round += 1) {
      await wait(parameters.loadMs);
      const fate = round % 2 === 0 ? 'lose' : 'pass';
      const died = await new Promise<number>((resolve) => {
        let isDead = false;
        relay.judge((bytes, way) => {
          if (isDead || way === 'back' || !isCommit(bytes)) return isDead && way === 'back' ? 'lose' : 'pass';
          isDead = true;
          void dying?.kill().then(() => resolve(performance.now()));
          return fate;
        });
      });
      relay.judge(() => 'pass');
      times.push(await load.untilAcknowledgedAfter(died));
      await dying?.start();
    }
    const record = await load.stop();
    await expectKept(stage, `one of two nodes died in a batch, ${times.length} times`, record, times);
    await stage.close();
    await relay.close();
  });
});
