import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeOnPrivatePostgres } from '../shared/postgres/describe-on-postgres';
import { findPostgresBinaries } from '../shared/postgres/find-binaries';
import { type Relay, startRelay } from '../shared/postgres/relay';
import { type Child, startChild } from '../shared/program/child';
import { bundleAside } from './machine/node';
import { parameters } from './parameters';

describeOnPrivatePostgres('migrations that are interrupted', (server) => {
  /** Runs `aside migrate`, and does this when so many packets have gone to the server. Resolves with whether it did. */
  async function migrateUntil(relay: Relay, packets: number, interrupt: (child: Child) => unknown): Promise<boolean> {
    const child = startChild(await bundleAside(), ['migrate'], { DATABASE_URL: relay.url });
    let seen = 0;
    let interrupted: unknown = null;
    relay.judge((_, way) => {
      if (way === 'there') seen += 1;
      if (seen === packets && interrupted === null) interrupted = interrupt(child);
      return 'pass';
    });
    await child.ended;
    await interrupted;
    relay.judge(() => 'pass');
    return interrupted !== null;
  }

  async function migrate(url: string): Promise<void> {
    const { code, stderr } = await startChild(await bundleAside(), ['migrate'], { DATABASE_URL: url }).ended;
    if (code !== 0) throw new Error(`It ended with ${code}: ${stderr}`);
  }

  test.each([['by the end of the program', (child: Child) => child.kill('SIGKILL')]])(
    '%s are whole, each or not at all, and run again make the same tables',
    async (_, interrupt) => {
      const whole = await server.createDatabase();
      await migrate(whole);
      const expected = await describeTables(whole);
      let interrupted = 0;
      // One more packet each time: a database of its own, so that each place is the first to be met.
      const step = Math.max(1, Math.round(12 / parameters.rounds));
      for (let packets = 4; packets < 4 + step * parameters.rounds; packets += step) {
        const url = await server.createDatabase();
        const relay = await startRelay(url);
        const wasInterrupted = await migrateUntil(relay, packets, interrupt);
        if (wasInterrupted) interrupted += 1;
        await relay.close();
        await migrate(url);
        expect(await describeTables(url)).toBe(expected);
      }
      expect(interrupted).toBeGreaterThan(0);
    },
  );
});

/** As `pg_dump` writes them, and the names of the migrations. */
async function describeTables(url: string): Promise<string> {
  const program = join(findPostgresBinaries() ?? '', 'pg_dump');
  const words = ['--schema-only', '--no-owner', '--dbname', url];
  const { stdout } = await promisify(execFile)(program, words, { maxBuffer: 1 << 26 });
  return stdout.replace(/^\\(un)?restrict.*$/gm, '');
}
