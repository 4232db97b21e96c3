import { Client } from 'pg';
import { distributeStore, migrateStore } from '../../../src/service/store/open-store';
import { createDatabaseOn, dropDatabase } from '../postgres/create-database';

/** So few that a suite need not wait for its tables, and enough that each server has some of every table. */
const shards = 4;

export interface NodeRow {
  readonly id: number;
  readonly host: string;
  readonly port: number;
}

/** No superuser, as in docs/hosting.md. It stays in the cluster. */
const owner = 'aside_owner';

/** Makes an empty database of one name on each server of the cluster, which know each other. Resolves with the coordinator's. */
export async function createClustered(clusterUrl: string): Promise<string> {
  const url = await createDatabaseOn(clusterUrl);
  const name = new URL(url).pathname.slice(1);
  const workers = await listNodes(clusterUrl);
  for (const worker of workers) {
    await askServer(at(clusterUrl, worker), `create database ${name}`);
    await askServer(at(url, worker), 'create extension citus');
    await setUpWorker(at(url, worker), name);
  }
  const { hostname, port } = new URL(url);
  await askServer(url, 'create extension citus');
  await askServer(url, `select citus_set_coordinator_host('${hostname}', ${port || 5432})`);
  for (const worker of workers) await askServer(url, `select citus_add_node('${worker.host}', ${worker.port})`);
  await own(url, name);
  await askServer(url, `alter database ${name} set citus.shard_count = ${shards}`);
  return url;
}

/** The same with the tables of this version, spread over the servers. */
export async function createDistributed(clusterUrl: string): Promise<string> {
  const url = await createClustered(clusterUrl);
  const server = { url: asOwner(url), connections: 2, statementTimeout: 10_000 };
  await migrateStore({ server }, new Date(0));
  await distributeStore(server);
  return url;
}

/** The same database for the role that owns it, which is no superuser. */
export function asOwner(url: string): string {
  return Object.assign(new URL(url), { username: owner }).href;
}

async function own(url: string, name: string): Promise<void> {
  const { password } = new URL(url);
  await askServer(
    url,
    `do $$ begin create role ${owner} login ${password && `password '${password}'`};
     exception when duplicate_object or unique_violation then null; end $$`,
  );
  await askServer(url, `alter database ${name} owner to ${owner}`);
}

/** What docs/hosting.md says of a worker's database. */
async function setUpWorker(url: string, name: string): Promise<void> {
  await own(url, name);
  await limitOwner(url, 'lock_timeout', '5s');
  await limitOwner(url, 'statement_timeout', '10s');
}

/** On one server, for connections that begin from now on. */
export async function limitOwner(url: string, limit: 'lock_timeout' | 'statement_timeout', time: string) {
  await askServer(url, `alter role ${owner} in database ${new URL(url).pathname.slice(1)} set ${limit} = '${time}'`);
}

export async function dropClustered(clusterUrl: string, url: string): Promise<void> {
  await dropDatabase(clusterUrl, url);
  for (const worker of await listNodes(clusterUrl)) await dropDatabase(at(clusterUrl, worker), url);
}

/** The servers that hold shards. */
export function listNodes(url: string): Promise<NodeRow[]> {
  const sql =
    'select nodeid as id, nodename as host, nodeport as port from pg_dist_node where shouldhaveshards order by nodeid';
  return askServer<NodeRow>(url, sql);
}

/** The same database on a worker. */
export function at(url: string, { host, port }: NodeRow): string {
  return Object.assign(new URL(url), { hostname: host, port: `${port}` }).href;
}

/** Asks a server itself, beside the service. */
export async function askServer<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
