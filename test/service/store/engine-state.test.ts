import type { Database } from '../../../src/service/store/engine/database';
import { EngineUnfit, readEngineState, requireEngine } from '../../../src/service/store/engine/engine-state';

/** A server that says so of itself. */
function aServer(product: string, number: number, encoding = 'UTF8'): Database {
  const answer = async () => [{ product, number, now: 0, encoding }];
  return { kind: 'postgresql', query: answer } as unknown as Database;
}

test.each([
  ['PostgreSQL 15.0 on x86_64-pc-linux-gnu, compiled by gcc', 150_000, 'PostgreSQL 15.0'],
  ['PostgreSQL 18.1 on wasm32', 180_001, 'PostgreSQL 18.1'],
  ['CockroachDB CCL v24.1.0 (x86_64)', 130_000, 'CockroachDB CCL'],
])(
  'a server that is new enough, or another one that speaks as PostgreSQL does, is used: %s',
  async (text, number, product) => {
    expect(await readEngineState(aServer(text, number))).toEqual({ product, now: new Date(0) });
  },
);

test('an older PostgreSQL is refused before anything else is asked of it', async () => {
  const old = aServer('PostgreSQL 14.17 (Debian 14.17-1) on x86_64', 140_017);
  await expect(requireEngine(old)).rejects.toEqual(
    new EngineUnfit('The store is PostgreSQL 14.17. This version needs PostgreSQL 15 or later.'),
  );
});

test('the embedded engine comes with the service and is not asked', async () => {
  await requireEngine({ ...aServer('PostgreSQL 14.0', 140_000), kind: 'embedded' });
});

test.each(['LATIN1', 'SQL_ASCII', 'EUC_JP'])(
  'a database that cannot hold every text is refused: %s',
  async (encoding) => {
    const server = aServer('PostgreSQL 15.18 on x86_64', 150_018, encoding);
    await expect(requireEngine(server)).rejects.toThrow(
      `The database has the encoding ${encoding}, which does not hold every text. Make one with UTF8`,
    );
  },
);
