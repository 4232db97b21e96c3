import { setTimeout as wait } from 'node:timers/promises';
import { describeOnPrivatePostgres } from '../shared/postgres/describe-on-postgres';
import { expectKept } from './expect-kept';
import { leaveOut } from './leave-out';
import { canSlowSyncs, slowSyncs } from './machine/slow-syncs';
import { parameters } from './parameters';
import { setStage } from './stage';

/** Milliseconds that each write to the disk takes more. */
const slowness = 150;

describeOnPrivatePostgres('a disk of PostgreSQL', (server) => {
  test('that hangs, shortly and for longer than a node waits, delays or refuses, and loses nothing', async () => {
    const settings = { DATABASE_URL: await server.createDatabase(), ASIDE_STATEMENT_TIMEOUT_MS: '500' };
    const stage = await setStage({ nodes: [settings, settings] });
    const load = stage.startLoad();
    const times: number[] = [];
    // A process that waits for a disk does nothing else, and all others wait for it: so they are all stopped.
    for (const milliseconds of [400, 4_000]) {
      await wait(parameters.loadMs);
      await server.freeze();
      await wait(milliseconds);
      await server.thaw();
      times.push(await load.untilAcknowledgedAfter(performance.now()));
    }
    const record = await load.stop();
    expect(record.answers.get('503')).toBeGreaterThan(0);
    await expectKept(stage, 'a disk that hangs', record, times);
    await stage.close();
  });

  const title = `that takes ${slowness} ms more for each write is waited for`;
  if (!canSlowSyncs) leaveOut(title, 'strace is not there, or this user may not use it.');
  else
    test(title, async () => {
      const settings = { DATABASE_URL: await server.createDatabase() };
      const stage = await setStage({ nodes: [settings, settings] });
      const load = stage.startLoad();
      await wait(parameters.loadMs);
      const quicken = await slowSyncs(await server.listPids(), slowness);
      const slowed = performance.now();
      await wait(parameters.loadMs * parameters.rounds);
      const time = await load.untilAcknowledgedAfter(slowed);
      await quicken();
      const record = await load.stop();
      expect(record.answers.get('503') ?? 0).toBe(0);
      await expectKept(stage, `a disk that takes ${slowness} ms more for each write`, record, [time]);
      await stage.close();
    });
});
