import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findFreePort } from '../network/find-free-port';
import { eventually } from '../time/eventually';

export interface PgBouncer {
  /** Of the same database, by way of it. */
  urlOf(databaseUrl: string): string;
  stop(): Promise<void>;
}

const program = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/bin']
  .map((directory) => join(directory, 'pgbouncer'))
  .find((path) => existsSync(path));

/** Major and minor of the PgBouncer on this machine, as 1.21 is [1, 21]; null where there is none. */
export function findPgBouncerVersion(): readonly [number, number] | null {
  if (program === undefined) return null;
  const [, major, minor] =
    /PgBouncer (\d+)\.(\d+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' })) ?? [];
  return [Number(major), Number(minor)];
}

/** On a free port of loopback, in front of the server of this URL. It lets the service's own time limits be. */
export async function startPgBouncer(serverUrl: string, pooling: 'transaction' | 'session'): Promise<PgBouncer> {
  if (program === undefined) throw new Error('There is no PgBouncer on this machine.');
  const directory = await mkdtemp(join(tmpdir(), 'aside-pgbouncer-'));
  await chmod(directory, 0o755);
  const { hostname, port: serverPort, username, password } = new URL(serverUrl);
  const port = await findFreePort();
  const settings = [
    '[databases]',
    `* = host=${hostname} port=${serverPort || 5432} user=${username}${password && ` password=${password}`}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    `pool_mode = ${pooling}`,
    'server_login_retry = 1',
    'query_wait_timeout = 3',
    'ignore_startup_parameters = statement_timeout,lock_timeout,idle_in_transaction_session_timeout',
  ];
  const file = join(directory, 'pgbouncer.ini');
  await writeFile(file, `${settings.join('\n')}\n`);
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn(program, [file], { ...user, stdio: 'ignore' });
  const ended = once(child, 'exit');
  await eventually(() => touch(port));
  return {
    urlOf: (databaseUrl) => Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: `${port}` }).href,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function touch(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect').finally(() => socket.destroy());
}
