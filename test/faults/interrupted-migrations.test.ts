import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeOnPrivatePostgres } from '../shared/postgres/describe-on-postgres';
import { findPostgresBinaries } from '../shared/postgres/find-binaries';
import { startRelay } from '../shared/postgres/relay';
import { startChild } from '../shared/program/child';
import { bundleAside } from './machine/node';
import { parameters } from './parameters';

/** What goes before says who connects. */
const first = 4;

describeOnPrivatePostgres('migrations that are interrupted', (server) => {
  /** Runs `aside migrate` and kills it when so many packets have gone to the server. Resolves with how many have gone there. */
  async function migrateUntil(url: string, packets: number): Promise<{ seen: number; code: number | null }> {
    const relay = await startRelay(url);
    const child = startChild(await bundleAside(), ['migrate'], { DATABASE_URL: relay.url });
    let seen = 0;
    relay.judge((_, way) => {
      if (way === 'there') seen += 1;
      if (way === 'there' && seen === packets) child.kill('SIGKILL');
      return 'pass';
    });
    const { code } = await child.ended;
    await relay.close();
    return { seen, code };
  }

  async function migrate(url: string): Promise<void> {
    const { code, stderr } = await startChild(await bundleAside(), ['migrate'], { DATABASE_URL: url }).ended;
    if (code !== 0) throw new Error(`It ended with ${code}: ${stderr}`);
  }

  test('by the end of the program are whole, each or not at all, and run again make the same tables', async () => {
    const whole = await server.createDatabase();
    const { seen } = await migrateUntil(whole, Number.POSITIVE_INFINITY);
    const expected = await describeTables(whole);
    // Over all packets of all migrations, in a database of its own each time: each place is the first to be met.
    for (let round = 0; round < parameters.rounds; round += 1) {
      const url = await server.createDatabase();
      const packets = first + Math.floor(((seen - first) * round) / parameters.rounds);
      const { code } = await migrateUntil(url, packets);
      expect([packets, code]).toEqual([packets, null]);
      await migrate(url);
      expect([packets, await describeTables(url)]).toEqual([packets, expected]);
    }
  });
});

/** As `pg_dump` writes them. */
async function describeTables(url: string): Promise<string> {
  const program = join(findPostgresBinaries() ?? '', 'pg_dump');
  const words = ['--schema-only', '--no-owner', '--dbname', url];
  const { stdout } = await promisify(execFile)(program, words, { maxBuffer: 1 << 26 });
  return stdout.replace(/^\\(un)?restrict.*$/gm, '');
}
