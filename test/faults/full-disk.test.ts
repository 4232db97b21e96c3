import { setTimeout as wait } from 'node:timers/promises';
import { removeCluster, startCluster, startServer } from '../shared/postgres/cluster';
import { createDatabaseOn } from '../shared/postgres/create-database';
import { describeWithBinaries } from '../shared/postgres/describe-on-postgres';
import { expectKept } from './expect-kept';
import { leaveOut } from './leave-out';
import { mountSmallDisk, type SmallDisk } from './machine/small-disk';
import { parameters } from './parameters';
import { setStage } from './stage';

const title = 'a disk of PostgreSQL that is full';

/** Of which a new cluster and its journal take some 90. */
const megabytes = 160;

describeWithBinaries(title, (binaries) => {
  const disk = mountSmallDisk(megabytes);
  if (disk === null) leaveOut(title, 'This user may not mount a tmpfs; root may.');
  else fillDisk(binaries, disk);
});

function fillDisk(binaries: string, disk: SmallDisk): void {
  afterAll(() => disk.remove());

  test('is a 503 until there is room again, and nothing that was acknowledged is lost', async () => {
    const journal = '-c min_wal_size=32MB -c max_wal_size=32MB -c wal_keep_size=0';
    const cluster = await startCluster(binaries, `-c max_connections=100 ${journal}`, disk.path);
    const DATABASE_URL = await createDatabaseOn(cluster.url);
    const stage = await setStage({ nodes: [{ DATABASE_URL }, { DATABASE_URL }] });
    const load = stage.startLoad();
    const times: number[] = [];
    for (let round = 0; round < Math.ceil(parameters.rounds / 4); round += 1) {
      await wait(parameters.loadMs);
      const refused = () => load.record.answers.get('503') ?? 0;
      const before = refused();
      await disk.fill();
      while (refused() === before) await wait(20);
      await wait(parameters.loadMs);
      const emptied = performance.now();
      await disk.empty();
      // Where its journal found no room it has ended, as it does where it cannot promise anything any more.
      await startServer(cluster).catch(() => null);
      times.push(await load.untilAcknowledgedAfter(emptied));
    }
    const record = await load.stop();
    await expectKept(stage, 'a full disk', record, times);
    await stage.close();
    await removeCluster(cluster);
  });
}
