import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeStore } from '../shared/engine/make-store';
import { useTemporaryDirectories } from '../shared/program/temporary-directory';
import { seedRandom } from '../shared/random/seeded-random';
import { expectKept } from './expect-kept';
import { parameters } from './parameters';
import { setStage } from './stage';

const random = seedRandom(parameters.seed);

describe('the embedded store', () => {
  const makeDirectory = useTemporaryDirectories();

  test('whose process is killed under load has lost and doubled nothing, which is what it promises', async () => {
    const dataDir = join(await makeDirectory(), 'data');
    await makeStore(dataDir);
    const stage = await setStage({ nodes: [{ ASIDE_DATA_DIR: dataDir }] });
    const [node] = stage.nodes;
    const load = stage.startLoad();
    const times: number[] = [];
    for (let round = 0; round < Math.ceil(parameters.rounds / 2); round += 1) {
      await wait(parameters.loadMs * (1 + random()));
      await node?.kill();
      const killed = performance.now();
      await node?.start();
      times.push(await load.untilAcknowledgedAfter(killed));
    }
    const record = await load.stop();
    await expectKept(stage, 'the process of an embedded store killed', record, times);
    await stage.close();
  });
});
