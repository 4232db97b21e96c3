import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where packages of PostgreSQL put its programs, which most of them leave out of the PATH: Debian, Fedora, Homebrew. */
const homes = ['/usr/lib/postgresql', '/usr/local/opt', '/opt/homebrew/opt'];
const elsewhere = ['/usr/pgsql/bin', '/usr/local/pgsql/bin', '/usr/bin'];

/** The directory of the newest `initdb` and `pg_ctl` on this machine; null where there are none. */
export function findPostgresBinaries(): string | null {
  const versions = homes.flatMap((home) => listVersions(home).map((version) => join(home, version, 'bin')));
  const paths = (process.env['PATH'] ?? '').split(delimiter);
  return [...versions, ...paths, ...elsewhere].find(holdsServer) ?? null;
}

function listVersions(home: string): string[] {
  if (!existsSync(home)) return [];
  const numbers = readdirSync(home).filter((name) => /^(postgresql@)?\d+$/.test(name));
  return numbers.sort((one, other) => versionOf(other) - versionOf(one));
}

function versionOf(name: string): number {
  return Number(name.replace('postgresql@', ''));
}

function holdsServer(directory: string): boolean {
  return ['initdb', 'pg_ctl', 'postgres'].every((name) => existsSync(join(directory, name)));
}
