import { StoreUnavailable } from '../../../src/service/errors/store-unavailable';
import { migrateStore, openStore } from '../../../src/service/store/open-store';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { describeOnPrivatePostgres } from '../../shared/postgres/describe-on-postgres';
import { findPgBouncerVersion, type PgBouncer, startPgBouncer } from '../../shared/postgres/start-pgbouncer';
import { aClaim, aMessage, aSite, aWindow } from '../../shared/store/builders';
import { useCommandLine } from '../cli/use-command-line';

jest.setTimeout(180_000);

const version = findPgBouncerVersion();
const keepsStatements = version !== null && (version[0] > 1 || version[1] >= 21);

function leaveOut(what: string): void {
  process.stderr.write(`\nLEFT OUT: ${what}. On Debian: apt-get install pgbouncer.\n\n`);
  test.todo(`${what} (left out)`);
}

if (version === null) leaveOut('a PgBouncer in front of PostgreSQL, since there is none on this machine');
else
  describeOnPrivatePostgres(`a PgBouncer ${version.join('.')} in front of PostgreSQL`, (server) => {
    const cli = useCommandLine('not made yet');
    const poolers: PgBouncer[] = [];
    afterEach(cli.endAll);
    afterAll(() => Promise.all(poolers.map((pooler) => pooler.stop())));

    async function pool(pooling: 'transaction' | 'session'): Promise<string> {
      const url = await server.createDatabase();
      const pooler = await startPgBouncer(url, pooling);
      poolers.push(pooler);
      return pooler.urlOf(url);
    }

    const open = (url: string) =>
      openStore({
        server: { url, connections: 4, statementTimeout: 10_000 },
        migrate: 'off',
        now: () => new Date(),
        newId: newMessageId,
      });

    const works = (pooling: 'transaction' | 'session') => async () => {
      const url = await pool(pooling);
      const applied = await migrateStore({ server: { url, connections: 4, statementTimeout: 10_000 } }, new Date());
      expect(applied.length).toBeGreaterThan(5);
      const store = await open(url);
      const cloudId = aSite();
      const texts = Array.from({ length: 40 }, (_, n) => `${n}`);
      await Promise.all(texts.map((text) => store.sendDirect(aMessage({ cloudId, text, claim: aClaim(text) }))));
      const { values } = await store.readDirect(cloudId, 'alice', 'bob', aWindow());
      expect(new Set(values.map(({ text }) => text))).toEqual(new Set(texts));

      await server.stop('immediate');
      const refused = await Promise.all(
        texts
          .slice(0, 6)
          .map((text) => store.sendDirect(aMessage({ cloudId, text: `away ${text}` })).catch((error) => error)),
      );
      expect(refused.map((error) => error instanceof StoreUnavailable)).toEqual(refused.map(() => true));
      await expect(store.ping()).rejects.toThrow(StoreUnavailable);
      await server.start();
      for (
        let tries = 0;
        tries < 100 &&
        !(await store.ping().then(
          () => true,
          () => false,
        ));
        tries += 1
      ) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      expect((await store.sendDirect(aMessage({ cloudId, text: 'back' }))).outcome).toBe('created');
      await store.close();
    };

    test(
      'that pools by session works, also on an empty database, and its outage is one of the store',
      works('session'),
    );

    if (keepsStatements) {
      test(
        'that pools by transaction works, also on an empty database, and its outage is one of the store',
        works('transaction'),
      );
    } else {
      test('that pools by transaction and loses statements is refused with a sentence by all that would use it', async () => {
        const url = await pool('transaction');
        for (const words of [['migrate'], ['serve'], ['client', 'list']]) {
          const { code, stdout, stderr } = await cli.run(words, { DATABASE_URL: url });
          expect([words, code, stdout]).toEqual([words, 1, '']);
          expect(stderr).toMatch(
            /^aside: A pooler in front of PostgreSQL loses prepared statements\. PgBouncer .* from 1\.21 on/,
          );
        }
        expect((await cli.run(['doctor'], { DATABASE_URL: url })).stdout).toMatch(/^fail +store +A pooler in front/m);
      });
    }
  });
