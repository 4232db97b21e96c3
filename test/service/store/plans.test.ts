import { randomUUID } from 'node:crypto';
import type { Database } from '../../../src/service/store/engine/database';
import { openPostgres } from '../../../src/service/store/engine/postgres-database';
import { publicLooks } from '../../../src/service/store/messages/search-messages';
import { openStoreOn, type Store } from '../../../src/service/store/open-store';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { busyPerson, seedSite } from '../../bench/seed-site';
import { describeOnPostgres } from '../../shared/postgres/describe-on-postgres';
import { aMessage, aQuery, aSearch, aWindow } from '../../shared/store/builders';
import { countRows, isWholeScan, largestSort, listScans, readPlan } from '../../shared/store/read-plan';
import { type AskedStatement, recordStatements } from '../../shared/store/record-statements';

// What a statement looks at, counted by the engine: rows, and never time. Docs/performance.md has the same of a large site.
jest.setTimeout(120_000);

const size = { people: 400, directs: 1_800, groups: 1_200, messages: 20_000 };
const cloudId = randomUUID();
const lastSent = 1_767_225_600_000 + (size.directs + size.groups + size.messages) * 60_000;
const byActivity = { cloudId, order: 'activity', sort: 'desc', expandActivity: true, limit: 25 } as const;
const someone = 'user:77';
const [sender, receiver] = ['user:77', 'user:140'];

describeOnPostgres('on a site with 20,000 messages', (server) => {
  let database: Database;
  let store: Store;
  const asked: AskedStatement[] = [];

  beforeAll(async () => {
    const url = await server.createDatabase();
    database = openPostgres({ url, connections: 2, statementTimeout: 60_000 });
    const recording = recordStatements(database, (one) => asked.push(one));
    store = await openStoreOn(recording, { now: () => new Date(), newId: newMessageId });
    for (const site of [cloudId, randomUUID()]) await seedSite(database, site, size);
    await database.query({ name: 'analyze', text: 'vacuum analyze' }, []);
  });
  afterAll(() => store.close());

  /** Of all statements of a call, in either of the plans that an engine may choose. */
  async function look(call: () => Promise<unknown>) {
    asked.length = 0;
    await call();
    const statements = new Map(asked.map((one) => [one.statement.name, one]));
    const found = { whole: [] as string[], rows: 0, sorted: 0 };
    for (const { statement, parameters } of statements.values()) {
      // What it writes is there already.
      if (/^(insert-|claim-)/.test(statement.name)) continue;
      for (const mode of ['custom', 'generic'] as const) {
        const { Plan: plan } = await readPlan(database, statement, parameters, mode);
        const scans = listScans(plan);
        found.whole.push(...scans.filter(isWholeScan).map((scan) => `${statement.name}: ${scan['Relation Name']}`));
        found.rows = Math.max(
          found.rows,
          scans.map(countRows).reduce((sum, rows) => sum + rows, 0),
        );
        found.sorted = Math.max(found.sorted, largestSort(plan));
      }
    }
    return found;
  }

  const calls: Readonly<Record<string, readonly [mostRows: number, call: () => Promise<unknown>]>> = {
    'a list by activity': [1_600, () => store.listConversations(aQuery({ ...byActivity, callerId: someone }))],
    'a list by activity of who is in 600 groups': [
      2_500,
      () => store.listConversations(aQuery({ ...byActivity, callerId: busyPerson, seesPublicGroups: false })),
    ],
    'a second page of it': [
      2_500,
      async () => {
        const query = aQuery({ ...byActivity, callerId: busyPerson, seesPublicGroups: false });
        const { next: after } = await store.listConversations(query);
        asked.length = 0;
        await store.listConversations({ ...query, after });
      },
    ],
    'a list of what is unread to who is in 600 groups': [
      1_500,
      () => store.listConversations(aQuery({ ...byActivity, callerId: busyPerson, limit: 5, unreadOnly: true })),
    ],
    'a list about an issue': [
      500,
      () =>
        store.listConversations(aQuery({ ...byActivity, callerId: someone, issueId: '10200', messagesOfIssue: 20 })),
    ],
    'a list about an issue of who is in 600 groups': [
      500,
      () => store.listConversations(aQuery({ ...byActivity, callerId: busyPerson, issueId: '10200' })),
    ],
    'a list of who has drafts, of who is in 600 groups': [
      300,
      () => store.listConversations(aQuery({ ...byActivity, callerId: busyPerson, among: 'drafts' })),
    ],
    'a list of what programs wrote, of who is in 600 groups': [
      300,
      () => store.listConversations(aQuery({ ...byActivity, callerId: busyPerson, among: 'programs' })),
    ],
    'a list of what waits for an answer, of who is in 600 groups': [
      300,
      () => store.listConversations(aQuery({ ...byActivity, callerId: busyPerson, among: 'followed' })),
    ],
    'a list of where one is mentioned, of who is in 600 groups': [
      1_500,
      () => store.listConversations(aQuery({ ...byActivity, callerId: busyPerson, mentionedOnly: true })),
    ],
    'a step of marking all as read, of who is in 600 groups': [
      12_000,
      () => store.markAllRead(cloudId, busyPerson, null),
    ],
    'a search by name': [
      500,
      () => store.listConversations(aQuery({ cloudId, callerId: busyPerson, limit: 25, name: 'abcd' })),
    ],
    'a search of words in what is one’s own': [
      1_500,
      () => store.searchMessages(aSearch({ cloudId, callerId: someone, words: ['abcd'], seesPublicGroups: false })),
    ],
    // Of public groups it looks at some thousand more.
    'a page of a search of words': [
      1_500 + 2 * publicLooks,
      () => store.searchMessages(aSearch({ cloudId, callerId: someone, words: ['abcd'] })),
    ],
    // Of each of its 75 rows as many as came later, up to 100.
    'what is unread in a site': [12_000, () => store.listUnread(cloudId, { limit: 75, after: null, since: null })],
    'what is unread since an hour ago': [
      4_000,
      () => store.listUnread(cloudId, { limit: 75, after: null, since: new Date(lastSent - 3_600_000) }),
    ],
    'mentions that are unread in a site': [
      300,
      () => store.listUnread(cloudId, { limit: 75, after: null, since: null, ofMentions: true }),
    ],
    'what is unread to who is in 600 groups': [
      4_000,
      () => store.listUnread(cloudId, { limit: 75, after: null, since: null, ofUser: busyPerson }),
    ],
    'mentions that are unread to one person': [
      300,
      () => store.listUnread(cloudId, { limit: 75, after: null, since: null, ofMentions: true, ofUser: busyPerson }),
    ],
    'people of whom anything is kept': [4_000, () => store.listAccounts(cloudId, { limit: 75, after: null })],
    'the active ones of them': [12_000, () => store.listAccounts(cloudId, { limit: 75, after: null, isActive: true })],
    'who is away': [100, () => store.listAway(cloudId, someone, [sender, receiver, busyPerson], new Date(lastSent))],
    'whose notices are held': [100, () => store.findHolds(cloudId, [sender, receiver, busyPerson])],
    'who held anything back': [100, () => store.listHolders(cloudId, '', 500)],
    'reminders that fell due': [
      300,
      () => store.listDueReminders(cloudId, { limit: 75, after: null, since: new Date(0), until: new Date(lastSent) }),
    ],
    'reports that wait': [300, () => store.listReports(cloudId, 'admin', { limit: 75, after: null })],
    'the latest messages': [100, () => store.readDirect(cloudId, 'user:0', 'user:1', aWindow({ limit: 20 }))],
    'a send': [20, () => store.sendDirect(aMessage({ cloudId, from: sender, to: receiver }))],
  };

  test.each(Object.entries(calls))(
    '%s looks at no table as a whole, and at no more rows than these',
    async (_, [mostRows, call]) => {
      const { whole, rows, sorted } = await look(call);
      expect(whole).toEqual([]);
      expect(rows).toBeLessThan(mostRows);
      expect(sorted).toBeLessThan(mostRows);
    },
  );

  test('a read site costs no more to look through than an unread one', async () => {
    const text = `update member m set read_id = c.last_message_id from conversation c
      where c.cloud_id = $1 and m.cloud_id = $1 and m.conversation_id = c.id`;
    await database.query({ name: 'read-all', text }, [cloudId]);
    const { whole, rows } = await look(() => store.listUnread(cloudId, { limit: 75, after: null, since: null }));
    expect([whole, rows < 4_000]).toEqual([[], true]);
  });
});
