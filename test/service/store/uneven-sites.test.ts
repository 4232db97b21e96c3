import { randomUUID } from 'node:crypto';
import type { Database, Statement } from '../../../src/service/store/engine/database';
import { openPostgres } from '../../../src/service/store/engine/postgres-database';
import { openStoreOn, type Store } from '../../../src/service/store/open-store';
import { insertEnds } from '../../../src/service/store/rows/insert-ends';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { noteIssues } from '../../../src/service/store/rows/note-issues.sql';
import { insertJoining, insertMessages, noteRuleOwners } from '../../../src/service/store/sending/write-messages';
import { describeOnPostgres } from '../../shared/postgres/describe-on-postgres';
import { isWholeScan, listScans, readPlan } from '../../shared/store/read-plan';

jest.setTimeout(120_000);

const [older, newer] = [randomUUID(), randomUUID()];

/** Each takes its site from a row; empty, they write nothing. */
const statements: readonly Statement[] = [insertMessages, noteIssues, insertJoining, noteRuleOwners, insertEnds];

/** An engine that keeps one plan for all sites takes them for equally large, and for spread evenly over the table. */
describeOnPostgres('beside a site with 20,000 conversations', (server) => {
  let database: Database;
  let store: Store;

  beforeAll(async () => {
    const url = await server.createDatabase();
    database = openPostgres({ url, connections: 2, statementTimeout: 60_000 });
    store = await openStoreOn(database, { now: () => new Date(), newId: newMessageId });
    const text = `
      insert into conversation (cloud_id, id, created_at, modified_at, last_activity_at)
      select $1::uuid, gen_random_uuid(), now(), now(), now() from generate_series(1, $2::integer)`;
    await database.query({ name: 'seed', text }, [older, 20_000]);
    await database.query({ name: 'seed', text }, [newer, 200]);
    await database.query({ name: 'analyze', text: 'vacuum analyze conversation' }, []);
  });
  afterAll(() => store.close());

  test.each(statements.map((one) => [one.name, one] as const))(
    'a small site’s %s does not look for it in the whole table',
    async (_name, statement) => {
      const lists = Array.from({ length: new Set(statement.text.match(/\$\d+/g)).size - 1 }, () => [] as string[]);
      for (const mode of ['custom', 'generic'] as const) {
        const { Plan: plan } = await readPlan(database, statement, [newer, ...lists], mode);
        expect([mode, listScans(plan).filter(isWholeScan)]).toEqual([mode, []]);
      }
    },
  );
});
