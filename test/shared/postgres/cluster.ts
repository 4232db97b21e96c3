import { execFile } from 'node:child_process';
import { chown, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A cluster in a temporary directory, and how its server is called. */
export interface Cluster {
  readonly binaries: string;
  readonly directory: string;
  readonly url: string;
  /** What the server is started with. */
  readonly options: string;
}

/** Makes a cluster and starts its server on a free port of loopback, with these settings (`-c name=value`). */
export async function startCluster(binaries: string, settings: string): Promise<Cluster> {
  const directory = await mkdtemp(join(tmpdir(), 'aside-postgres-'));
  const owner = await findOwner();
  if (owner) await chown(directory, owner.uid, owner.gid);
  const initdb = ['-U', 'aside', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await call({ binaries, directory }, 'initdb', ...initdb);
  const port = await findFreePort();
  const options = `-p ${port} -h 127.0.0.1 -k '' ${settings}`;
  const cluster = { binaries, directory, url: `postgres://aside@127.0.0.1:${port}/postgres`, options };
  await startServer(cluster);
  return cluster;
}

/** Resolves when the server answers. */
export async function startServer(cluster: Cluster): Promise<void> {
  const log = join(cluster.directory, 'log');
  await call(cluster, 'pg_ctl', 'start', '-w', '-t', '120', '-l', log, '-o', cluster.options);
}

/** `immediate` is the end without a farewell, as in a crash. */
export async function stopServer(cluster: Cluster, mode: 'fast' | 'immediate'): Promise<void> {
  await call(cluster, 'pg_ctl', 'stop', '-w', '-t', '120', '-m', mode);
}

/** Its first line; https://www.postgresql.org/docs/current/storage-file-layout.html */
export async function readServerPid({ directory }: Cluster): Promise<number> {
  return Number.parseInt(await readFile(join(directory, 'data', 'postmaster.pid'), 'utf8'), 10);
}

export async function removeCluster(cluster: Cluster): Promise<void> {
  await stopServer(cluster, 'immediate').catch(() => null);
  await rm(cluster.directory, { recursive: true, force: true });
}

/** Calls a program of the server about this cluster's data. */
async function call(
  { binaries, directory }: Pick<Cluster, 'binaries' | 'directory'>,
  program: 'initdb' | 'pg_ctl',
  ...words: string[]
): Promise<void> {
  const owner = await findOwner();
  await run(join(binaries, program), ['-D', join(directory, 'data'), ...words], { ...owner, cwd: directory });
}

type Owner = { readonly uid: number; readonly gid: number } | null;

/** PostgreSQL refuses to run as root; its package has made a user for it, who owns the directory of its clusters. */
async function findOwner(): Promise<Owner> {
  if (process.getuid?.() !== 0) return null;
  for (const home of ['/var/lib/postgresql', '/var/lib/pgsql']) {
    const { uid, gid } = await stat(home).catch(() => ({ uid: 0, gid: 0 }));
    if (uid !== 0) return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and the user of its package was not found.');
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('No free port was had.');
  return address.port;
}
