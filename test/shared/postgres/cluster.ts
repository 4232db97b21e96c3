import { execFile } from 'node:child_process';
import { chown, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findFreePort } from '../network/find-free-port';

const run = promisify(execFile);

/** A cluster in a temporary directory, and how its server is called. */
export interface Cluster {
  readonly binaries: string;
  readonly directory: string;
  readonly url: string;
  /** What the server is started with. */
  readonly options: string;
}

/**
 * Makes a cluster and starts its server on a free port of loopback, with these settings (`-c name=value`).
 * @param parent the directory in which its own is made.
 */
export async function startCluster(binaries: string, settings: string, parent = tmpdir()): Promise<Cluster> {
  const cluster = await describeCluster(binaries, settings, parent);
  const initdb = ['-U', 'aside', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await call(cluster, 'initdb', ...initdb);
  await startServer(cluster);
  return cluster;
}

/** Starts a stand-by that streams from this server, under a name for `synchronous_standby_names`. */
export async function startStandBy(primary: Cluster, name: string): Promise<Cluster> {
  const { hostname, port, username } = new URL(primary.url);
  const from = `host=${hostname} port=${port} user=${username} application_name=${name}`;
  const cluster = await describeCluster(primary.binaries, '', tmpdir());
  const { directory } = cluster;
  const copying = ['-d', from, '-D', join(directory, 'data'), '-R', '-X', 'stream', '-c', 'fast'];
  await run(join(primary.binaries, 'pg_basebackup'), copying, { ...(await findOwner()), cwd: directory });
  await startServer(cluster);
  return cluster;
}

/** Makes a primary of a stand-by. Resolves when it writes. */
export async function promote(cluster: Cluster): Promise<void> {
  await call(cluster, 'pg_ctl', 'promote', '-w', '-t', '120');
}

async function describeCluster(binaries: string, settings: string, parent: string): Promise<Cluster> {
  const directory = await mkdtemp(join(parent, 'aside-postgres-'));
  const owner = await findOwner();
  if (owner) await chown(directory, owner.uid, owner.gid);
  const port = await findFreePort();
  const options = `-p ${port} -h 127.0.0.1 -k '' ${settings}`;
  return { binaries, directory, url: `postgres://aside@127.0.0.1:${port}/postgres`, options };
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

/** Ends all processes of the server in the middle of what they do. Nothing is told, and nothing is written any more. */
export async function killServer(cluster: Cluster): Promise<void> {
  // So that it makes no process between the list and the end: one that outlives it keeps the next start out.
  process.kill(await readServerPid(cluster), 'SIGSTOP');
  for (const pid of await signalServer(cluster, 'SIGKILL')) await untilGone(pid);
  // The next start takes a dead process that nobody has collected yet for a running one, and does not start.
  await rm(join(cluster.directory, 'data', 'postmaster.pid'), { force: true });
}

/** Sends a signal to the first process of the server and then to all others. Resolves with their ids. */
export async function signalServer(cluster: Cluster, signal: NodeJS.Signals): Promise<readonly number[]> {
  const pids = await listServerPids(cluster);
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended by itself meanwhile.
    }
  }
  return pids;
}

/** The first one made all others; https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html (the fourth is the parent). */
export async function listServerPids(cluster: Cluster): Promise<readonly number[]> {
  const first = await readServerPid(cluster);
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = await Promise.all(
    processes.map(async (pid) => {
      const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return [Number(pid), Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1])] as const;
    }),
  );
  return [first, ...parents.flatMap(([pid, parent]) => (parent === first ? [pid] : []))];
}

/** Gone, or dead and yet to be collected by whoever is the parent now. */
async function untilGone(pid: number): Promise<void> {
  for (;;) {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    if (text === null || text.slice(text.lastIndexOf(')') + 2).startsWith('Z')) return;
    await wait(10);
  }
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
  // A server that connects to others looks for keys in its home, and may not look into that of whoever calls it.
  const env = { ...process.env, HOME: directory };
  await run(join(binaries, program), ['-D', join(directory, 'data'), ...words], { ...owner, cwd: directory, env });
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
