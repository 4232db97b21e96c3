import { setTimeout as wait } from 'node:timers/promises';
import {
  type Cluster,
  killServer,
  promote,
  removeCluster,
  signalServer,
  startCluster,
  startStandBy,
} from '../shared/postgres/cluster';
import { createDatabaseOn } from '../shared/postgres/create-database';
import { describeWithBinaries } from '../shared/postgres/describe-on-postgres';
import { type Relay, startRelay } from '../shared/postgres/relay';
import { expectKept } from './expect-kept';
import { parameters } from './parameters';
import { type Stage, setStage } from './stage';

describeWithBinaries('a failover to a synchronous stand-by, whose address is where the first one was', (binaries) => {
  let primary: Cluster;
  let standBy: Cluster;
  let relay: Relay;
  let stage: Stage;

  beforeEach(async () => {
    primary = await startCluster(binaries, '-c max_connections=100 -c synchronous_standby_names=second');
    standBy = await startStandBy(primary, 'second');
    relay = await startRelay(await createDatabaseOn(primary.url));
    const settings = { DATABASE_URL: relay.url, ASIDE_STATEMENT_TIMEOUT_MS: '1000' };
    stage = await setStage({ nodes: [settings, settings] });
  });
  afterEach(async () => {
    await stage?.close();
    await relay?.close();
    for (const cluster of [standBy, primary]) if (cluster) await removeCluster(cluster);
  });

  const move = async () => {
    await promote(standBy);
    const { hostname, port } = new URL(standBy.url);
    relay.moveTo({ hostname, port: Number(port) });
    relay.cut();
  };

  test('after the first one was killed loses nothing that was acknowledged', async () => {
    const load = stage.startLoad();
    await wait(parameters.loadMs * 2);
    await killServer(primary);
    const killed = performance.now();
    await move();
    const time = await load.untilAcknowledgedAfter(killed);
    await wait(parameters.loadMs);
    const record = await load.stop();
    await expectKept(stage, 'a failover after the first one was killed', record, [time]);
  });

  test('while the first one lives on, and after the stand-by did not answer, acknowledges nothing that is not on both', async () => {
    const load = stage.startLoad();
    await wait(parameters.loadMs);
    await signalServer(standBy, 'SIGSTOP');
    const frozen = performance.now();
    // Longer than a node waits for a commit.
    await wait(4_000);
    expect(load.record.acknowledged.filter(({ triedAt }) => triedAt > frozen)).toEqual([]);
    await signalServer(standBy, 'SIGCONT');
    const moved = performance.now();
    await move();
    const time = await load.untilAcknowledgedAfter(moved);
    await wait(parameters.loadMs);
    const record = await load.stop();
    expect(record.answers.get('503')).toBeGreaterThan(0);
    await expectKept(stage, 'a failover while the first one lives on', record, [time]);
  });
});
