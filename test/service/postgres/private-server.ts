import { execFile } from 'node:child_process';
import { chown, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createDatabaseOn } from './create-database';

const run = promisify(execFile);

/** A PostgreSQL server of a test's own, which it may stop and start. */
export interface PrivateServer {
  /** A new, empty database; resolves with its URL. */
  createDatabase(): Promise<string>;
  /** `immediate` is the end without a farewell, as in a crash. */
  stop(mode: 'fast' | 'immediate'): Promise<void>;
  /** On the same port, with what was committed before. Resolves when it answers. */
  start(): Promise<void>;
  /** Of the process that started all others of the server. */
  findPid(): Promise<number>;
  /** Stops it and removes all that it kept. */
  remove(): Promise<void>;
}

/** Makes a cluster in a temporary directory and starts it on a free port of loopback. It keeps its promises: fsync is on. */
export async function startPrivateServer(binaries: string): Promise<PrivateServer> {
  const directory = await mkdtemp(join(tmpdir(), 'aside-postgres-'));
  const owner = await findOwner();
  if (owner) await chown(directory, owner.uid, owner.gid);
  const data = join(directory, 'data');
  const call = (program: string, ...words: string[]) =>
    run(join(binaries, program), words, { ...owner, cwd: directory });
  await call('initdb', '-D', data, '-U', 'aside', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
  const port = await findFreePort();
  const settings = `-p ${port} -h 127.0.0.1 -k '' -c max_connections=100`;
  const log = join(directory, 'log');
  const start = async () => void (await call('pg_ctl', 'start', '-w', '-D', data, '-l', log, '-o', settings));
  await start();
  return {
    createDatabase: () => createDatabaseOn(`postgres://aside@127.0.0.1:${port}/postgres`),
    start,
    stop: async (mode) => void (await call('pg_ctl', 'stop', '-w', '-D', data, '-m', mode)),
    findPid: async () => Number.parseInt(await readFile(join(data, 'postmaster.pid'), 'utf8'), 10),
    remove: async () => {
      await call('pg_ctl', 'stop', '-w', '-D', data, '-m', 'immediate').catch(() => null);
      await rm(directory, { recursive: true, force: true });
    },
  };
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
