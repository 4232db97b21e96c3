import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describeOnPrivatePostgres } from '../shared/postgres/describe-on-postgres';
import { expectKept } from './expect-kept';
import { parameters } from './parameters';
import { setStage } from './stage';

const hour = 3_600_000;

/** Milliseconds by which the first of two nodes is ahead: no more than the 24 hours for which a key is kept. */
const jumps = [hour, -2 * hour, 20 * hour, -20 * hour, 0];

describeOnPrivatePostgres('clocks that jump', (server) => {
  test('forward and back by hours on one of two nodes keep the order, and every message once', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'aside-clock-'));
    const file = join(directory, 'shift');
    await writeFile(file, '0');
    let shift = 0;
    const DATABASE_URL = await server.createDatabase();
    const clock = join(__dirname, '../shared/time/shifted-clock.cjs');
    const jumping = { DATABASE_URL, CLOCK_SHIFT_FILE: file, NODE_OPTIONS: `--require ${clock}` };
    let first = '';
    const stage = await setStage({
      nodes: [jumping, { DATABASE_URL }],
      clockOf: (address) => (address === first ? shift : 0),
      // A token is out of its time for as long as the jump takes.
      alsoRight: ['401'],
    });
    first = stage.addresses[0] ?? '';
    const load = stage.startLoad();
    const times: number[] = [];
    for (const jump of jumps) {
      await wait(parameters.loadMs);
      const jumped = performance.now();
      shift = jump;
      await writeFile(file, `${jump}`);
      times.push(await load.untilAcknowledgedAfter(jumped));
    }
    const record = await load.stop();
    await expectKept(stage, 'a clock that jumps by hours', record, times);
    await stage.close();
    await rm(directory, { recursive: true });
  });
});
