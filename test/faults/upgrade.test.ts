import { setTimeout as wait } from 'node:timers/promises';
import { describeOnPrivatePostgres } from '../shared/postgres/describe-on-postgres';
import { startChild } from '../shared/program/child';
import { expectKept } from './expect-kept';
import { keptMessages, restoreEarlierVersion, startEarlierNode } from './machine/earlier-version';
import { bundleAside } from './machine/node';
import { parameters } from './parameters';
import { setStage } from './stage';

describeOnPrivatePostgres('an upgrade from the tables of commit 5e9b639', (server) => {
  test('while that version goes on sending, and the new one follows: nothing is lost', async () => {
    const DATABASE_URL = await server.createDatabase();
    await restoreEarlierVersion(DATABASE_URL);
    const senders = ['carla', 'dan', 'erin', 'frank'];
    const earlier = await Promise.all(senders.map((from) => startEarlierNode(DATABASE_URL, from, 'bob')));
    await wait(parameters.loadMs);
    const program = await bundleAside();
    const { code, stderr } = await startChild(program, ['migrate'], { DATABASE_URL }).ended;
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const stage = await setStage({ nodes: [{ DATABASE_URL }, { DATABASE_URL }] });
    const load = stage.startLoad();
    await wait(parameters.loadMs);
    const acknowledged = await Promise.all(earlier.map((node) => node.stop()));
    await wait(parameters.loadMs);
    const record = await load.stop();

    for (const [n, from] of senders.entries()) {
      expect(acknowledged[n]?.length).toBeGreaterThan(0);
      const there = await stage.readTexts({ path: 'user/bob', reader: from });
      expect(there).toEqual(acknowledged[n]);
    }
    expect(await stage.readTexts({ path: 'user/bob', reader: 'alice' })).toEqual(keptMessages);
    await expectKept(stage, 'an upgrade from the tables of 5e9b639', record, []);
    await stage.close();
  });
});
