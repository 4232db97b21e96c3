import { setTimeout as wait } from 'node:timers/promises';
import { StoreUnavailable } from '../../src/service/errors/store-unavailable';
import { openStore } from '../../src/service/store/open-store';
import { systemClock } from '../../src/service/store/system-clock';
import { describeOnCitus } from '../shared/citus/describe-on-citus';
import { findLocalWorkers, findWorkerOf, type LocalWorker } from '../shared/citus/find-workers';
import { killServer, signalServer, startServer } from '../shared/postgres/cluster';
import { startChild } from '../shared/program/child';
import { seedRandom } from '../shared/random/seeded-random';
import { ask } from '../shared/service/ask';
import { runService, site } from '../shared/service/running-service';
import { aMessage, aSite } from '../shared/store/builders';
import { eventually } from '../shared/time/eventually';
import { expectKept } from './expect-kept';
import { bundleAside } from './machine/node';
import { parameters } from './parameters';
import { setStage } from './stage';

const random = seedRandom(parameters.seed);

describeOnCitus('a worker of a Citus cluster that is killed', (server) => {
  let url: string;
  let workers: readonly LocalWorker[];

  /** The one that has this site. */
  const workerOf = async (cloudId: string): Promise<LocalWorker> => {
    const id = await findWorkerOf(url, cloudId);
    const worker = workers.find((one) => one.id === id);
    if (!worker) throw new Error('No worker has the site.');
    return worker;
  };

  beforeAll(async () => {
    url = await server.createDatabase();
    const found = await findLocalWorkers(url);
    if (found === null) throw new Error('The workers of TEST_CITUS_URL are not on this machine.');
    workers = found;
  });

  test('under load and started again, time after time, has lost and doubled nothing', async () => {
    const stage = await setStage({ nodes: [{ DATABASE_URL: url }, { DATABASE_URL: url }] });
    const { cluster } = await workerOf(site);
    const load = stage.startLoad();
    const times: number[] = [];
    for (let round = 0; round < parameters.rounds; round += 1) {
      await wait(parameters.loadMs * (0.5 + random()));
      await killServer(cluster);
      const killed = performance.now();
      await startServer(cluster);
      times.push(await load.untilAcknowledgedAfter(killed));
    }
    const record = await load.stop();
    await expectKept(stage, `a worker of a cluster killed and started, ${parameters.rounds} times`, record, times);
    await stage.close();
  });

  test('takes its own sites along and no others, which everything that is asked says', async () => {
    const store = await openStore({ server: { url, connections: 8, statementTimeout: 10_000 }, ...systemClock });
    const service = await runService({ store, env: { ASIDE_METRICS_PORT: '0' } });
    const program = await bundleAside();
    const dead = aSite();
    const { id, cluster } = await workerOf(dead);
    let alive = aSite();
    while ((await findWorkerOf(url, alive)) === id) alive = aSite();
    const send = async (cloudId: string) => (await store.sendDirect(aMessage({ cloudId }))).outcome;
    const command = (...words: string[]) =>
      startChild(program, words, { DATABASE_URL: url, ASIDE_SITES: `${dead},${alive}` }).ended;
    const ready = async () => {
      const { status, body } = await ask(`GET ${service.url}/readyz`);
      return { status, body };
    };
    const metrics = async () => (await fetch(service.metricsUrl ?? '')).text();

    expect([await send(dead), await send(alive)]).toEqual(['created', 'created']);
    for (const cloudId of [dead, alive]) await store.setRetention(cloudId, 30, 'operator');
    expect(await ready()).toEqual({ status: 200, body: { status: 'ready' } });
    await killServer(cluster);
    await expect(send(dead)).rejects.toThrow(StoreUnavailable);
    expect(await send(alive)).toBe('created');
    await eventually(async () =>
      expect(await ready()).toEqual({ status: 200, body: { status: 'ready', unreachedWorkers: [id] } }),
    );
    expect(await metrics()).toContain('aside_store_workers{state="unreached"} 1\n');
    expect((await command('doctor')).stdout).toContain(`warn  workers        Worker ${id} (`);
    expect(await store.listSitesToPurge()).toEqual([alive]);

    const exported = await command('export', '--account', 'alice');
    expect([exported.code, exported.stdout.includes(alive)]).toEqual([1, true]);
    expect(exported.stderr).toContain('A server of the cluster does not answer: no site on it was exported.');
    expect(exported.stderr).toContain(`Of ASIDE_SITES that may be ${dead}.`);
    const erased = await command('erase', '--account', 'nobody');
    expect([erased.code, erased.stderr]).toEqual([1, expect.stringContaining('no site on it was erased')]);

    await startServer(cluster);
    await eventually(async () => expect(await ready()).toEqual({ status: 200, body: { status: 'ready' } }));
    await signalServer(cluster, 'SIGSTOP');
    try {
      await eventually(async () =>
        expect(await ready()).toEqual({ status: 200, body: { status: 'ready', unreachedWorkers: [id] } }),
      );
    } finally {
      await signalServer(cluster, 'SIGCONT');
    }
    await eventually(async () => expect(await ready()).toEqual({ status: 200, body: { status: 'ready' } }));
    const whole = await command('export', '--account', 'alice');
    expect([whole.code, whole.stdout.includes(dead)]).toEqual([0, true]);
    await service.close();
    await store.close();
  });
});
