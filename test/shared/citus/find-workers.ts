import { readlink } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type Cluster, readServerPid } from '../postgres/cluster';
import { askServer, at, listNodes } from './create-distributed';

/** A worker of the cluster as a server that a test may kill and start. `id` is its number in this database's cluster. */
export interface LocalWorker {
  readonly id: number;
  readonly cluster: Cluster;
}

/**
 * The workers that hold shards of this database, where their data lie on this machine in directories named `data`, with
 * all settings in their files; null where they do not.
 */
export async function findLocalWorkers(url: string): Promise<readonly LocalWorker[] | null> {
  const workers: LocalWorker[] = [];
  for (const node of await listNodes(url)) {
    const there = at(url, node);
    const [row] = await askServer<{ data_directory: string }>(there, 'show data_directory');
    const data = row?.data_directory ?? '';
    if (basename(data) !== 'data' || !['127.0.0.1', 'localhost'].includes(node.host)) return null;
    const cluster = { binaries: '', directory: dirname(data), url: there, options: '' };
    workers.push({ id: node.id, cluster: { ...cluster, binaries: await findOwnBinaries(cluster) } });
  }
  return workers;
}

/** Of the running server itself: another PostgreSQL of this machine, newer perhaps, has no Citus. */
async function findOwnBinaries(cluster: Cluster): Promise<string> {
  return dirname(await readlink(`/proc/${await readServerPid(cluster)}/exe`));
}

/** The number of the worker that has this site. */
export async function findWorkerOf(url: string, cloudId: string): Promise<number> {
  const [row] = await askServer<{ id: number }>(
    url,
    `select n.nodeid as id from pg_dist_placement p join pg_dist_node n on n.groupid = p.groupid
     where p.shardid = get_shard_id_for_distribution_column('conversation', '${cloudId}')`,
  );
  return row?.id ?? 0;
}
