import { findMade, makeOnce } from '../run/make-once';
import { type Cluster, removeCluster, startCluster } from './cluster';

const name = 'postgres';

/** Of four workers, each with a suite of several pools. */
const connections = 300;

/** Nothing of it outlives the run, so that it need not wait for the disk. */
const settings = `-c max_connections=${connections} -c fsync=off -c full_page_writes=off -c synchronous_commit=off`;

/** One server for the suites of a run that make databases and leave the server alone. Resolves with its URL. */
export async function startSharedServer(binaries: string): Promise<string> {
  const { url } = await makeOnce(name, () => startCluster(binaries, settings));
  return url;
}

export async function removeSharedServer(): Promise<void> {
  const cluster = await findMade(name);
  if (cluster !== null) await removeCluster(cluster as Cluster);
}
