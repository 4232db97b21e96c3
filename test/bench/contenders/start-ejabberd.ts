import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findFreePort } from '../../shared/network/find-free-port';
import type { ServedNode } from './start-node';

const run = promisify(execFile);

/** Where Debian's packages `ejabberd` and `erlang-p1-pgsql` put what is needed. */
const schema = '/usr/share/ejabberd/sql/pg.sql';

/** The directory that Erlang finds ejabberd in; null where it is not on this machine, or knows no PostgreSQL. */
export function findEjabberd(): string | null {
  if (!existsSync(schema) || !existsSync('/usr/lib/erlang/lib')) return null;
  if (!readdirSync('/usr/lib/erlang/lib').some((name) => name.startsWith('p1_pgsql-'))) return null;
  const homes = readdirSync('/usr/lib', { withFileTypes: true }).filter((one) => one.isDirectory());
  const paths = homes.map(({ name }) => join('/usr/lib', name));
  return paths.find((path) => readdirSync(path).some((name) => name.startsWith('ejabberd-'))) ?? null;
}

/**
 * A chat server that is widely used, with its archive in this database: who connects is anybody, and each message is a
 * row for its sender and one for its receiver. Messages are kept before they are acknowledged.
 */
export async function startEjabberd(libraries: string, binaries: string, database: string): Promise<ServedNode> {
  await run(join(binaries, 'psql'), ['-q', '-f', schema, database]);
  const directory = await mkdtemp(join(tmpdir(), 'aside-ejabberd-'));
  const port = await findFreePort();
  const path = join(directory, 'ejabberd.yml');
  await writeFile(path, configure(new URL(database), port));
  const env = {
    ...process.env,
    HOME: directory,
    ERL_LIBS: libraries,
    ERL_CRASH_DUMP: join(directory, 'crash'),
    EJABBERD_CONFIG_PATH: path,
    EJABBERD_LOG_PATH: join(directory, 'log'),
  };
  const words = ['-noinput', '-mnesia', 'dir', `"${join(directory, 'tables')}"`, '-s', 'ejabberd'];
  const child = spawn('erl', words, { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(directory, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 300; tries += 1) {
    if (await answers(port)) return { pid: child.pid ?? 0, port, close };
    if (child.exitCode !== null) break;
    await wait(100);
  }
  await close();
  throw new Error('ejabberd did not start.');
}

/** As little as it needs; connections to PostgreSQL as many as the service has. */
function configure({ hostname, port: sqlPort, pathname, username }: URL, port: number): string {
  return `
hosts: [localhost]
loglevel: none
auth_method: [anonymous]
anonymous_protocol: sasl_anon
allow_multiple_connections: true
sql_type: pgsql
sql_server: ${hostname}
sql_port: ${sqlPort}
sql_database: ${pathname.slice(1)}
sql_username: ${username}
sql_pool_size: 10
default_db: mnesia
acme: { auto: false }
listen:
  - { port: ${port}, ip: 127.0.0.1, module: ejabberd_c2s, starttls: false, max_stanza_size: 262144, shaper: none }
access_rules: { local: [{ allow: all }] }
modules:
  mod_mam: { db_type: sql, default: always, assume_mam_usage: true }
  mod_stream_mgmt: {}
`;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
