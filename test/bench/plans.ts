/**
 * How the statements of the store run on a site that is in use: a tenth as many conversations as messages, and a second
 * site as large. For each call it prints the median and the 99th percentile over many people, and for each statement the
 * blocks that it looks at, the most rows that it sorts and which indexes its plan uses; a table of a site that is read from
 * end to end is marked.
 *
 *   npx esbuild test/bench/plans.ts --bundle --platform=node --packages=external --outfile=dist/bench-plans.cjs
 *   node dist/bench-plans.cjs [--messages=1000000]     (a private server of this machine; or the empty database of DATABASE_URL)
 *   node dist/bench-plans.cjs --pglite
 */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/service/store/engine/database';
import { openPGlite } from '../../src/service/store/engine/pglite-database';
import { openPostgres } from '../../src/service/store/engine/postgres-database';
import { openStoreOn, type Store } from '../../src/service/store/open-store';
import { newMessageId } from '../../src/service/store/rows/message-id';
import { findPostgresBinaries } from '../shared/postgres/find-binaries';
import { startPrivateServer } from '../shared/postgres/private-server';
import { aMessage, aQuery, aSearch, aWindow } from '../shared/store/builders';
import { type AskedStatement, recordStatements } from '../shared/store/record-statements';
import { explainPlan } from './explain-plan';
import { busyPerson, seedSite } from './seed-site';

const messages = Number(process.argv.find((word) => word.startsWith('--messages='))?.slice(11) ?? 100_000);
const size = { people: messages / 50, directs: messages * 0.09, groups: messages * 0.01, messages };
const rounds = 100;
const [cloudId, elsewhere] = [randomUUID(), randomUUID()];
const person = (n: number) => `user:${(n * 37) % size.people}`;

/** Of the last message that `seedSite` writes. */
const lastSent = 1_767_225_600_000 + (size.directs + size.groups + messages) * 60_000;

type Call = (store: Store, n: number) => Promise<unknown>;

const hot = ['user:0', 'user:1'] as const;
const byActivity = { cloudId, order: 'activity', sort: 'desc', expandActivity: true } as const;
const partner = (n: number) => `user:${(n * 37 * 7 + 1) % size.people}`;

/** What people and bots do, for the n-th of them. */
const calls: Record<string, Call> = {
  'send, spread': (store, n) => store.sendDirect(aMessage({ cloudId, from: person(n), to: partner(n) })),
  'send under a key': (store, n) =>
    store.sendDirect(
      aMessage({ cloudId, from: person(n), to: partner(n), claim: { key: randomUUID(), fingerprint: 'f' } }),
    ),
  'send, one conversation': (store) => store.sendDirect(aMessage({ cloudId, from: hot[0], to: hot[1] })),
  'open a direct conversation': (store, n) => store.openDirect(cloudId, person(n), partner(n)),
  'read the latest': (store, n) => store.readDirect(cloudId, person(n), partner(n), aWindow({ limit: 20 })),
  'read deep in a long one': (store, n) =>
    store.readDirect(
      cloudId,
      ...hot,
      aWindow({
        limit: 20,
        position: { kind: 'beforeTimestamp', at: new Date(1767225600000 + (20_000 + n * 200) * 60_000) },
      }),
    ),
  'read one issue': (store) => store.readDirect(cloudId, ...hot, aWindow({ limit: 20, issueId: '10010' })),
  'list by name': (store, n) => store.listConversations(aQuery({ cloudId, callerId: person(n), limit: 25 })),
  'list by activity, expanded': (store, n) =>
    store.listConversations(
      aQuery({ cloudId, callerId: person(n), limit: 25, order: 'activity', sort: 'desc', expandActivity: true }),
    ),
  'list about an issue, expanded': (store, n) =>
    store.listConversations(
      aQuery({
        cloudId,
        callerId: person(n),
        limit: 25,
        order: 'activity',
        sort: 'desc',
        expandActivity: true,
        issueId: `${10_000 + (n % 1_000) * 2}`,
        messagesOfIssue: 20,
      }),
    ),
  'list what is unread, of a busy person': (store) =>
    store.listConversations(aQuery({ ...byActivity, callerId: busyPerson, limit: 5, unreadOnly: true })),
  'list by activity, of a busy person': (store) =>
    store.listConversations(aQuery({ ...byActivity, callerId: busyPerson, limit: 25 })),
  'search by name': (store, n) =>
    store.listConversations(aQuery({ cloudId, callerId: person(n), limit: 25, name: (4_096 + n * 257).toString(16) })),
  'search by two letters': (store, n) =>
    store.listConversations(
      aQuery({ cloudId, callerId: person(n), limit: 25, name: (16 + n).toString(16).slice(0, 2) }),
    ),
  'search own words': (store, n) =>
    store.searchMessages(aSearch({ cloudId, callerId: person(n), words: [n.toString(16)], seesPublicGroups: false })),
  'search own words and public groups': (store, n) =>
    store.searchMessages(aSearch({ cloudId, callerId: person(n), words: [(4_096 + n * 257).toString(16)] })),
  'unread of a site': (store) => store.listUnread(cloudId, { limit: 75, after: null, since: null }),
  'unread of a site since a while ago': (store) =>
    store.listUnread(cloudId, { limit: 75, after: null, since: new Date(lastSent - 1_000 * 60_000) }),
  'mark as read': async (store, n) => {
    const { id: conversationId } = await store.openDirect(cloudId, person(n), partner(n));
    const sent = await store.sendDirect(aMessage({ cloudId, from: partner(n), to: person(n) }));
    const id = sent.outcome === 'created' ? sent.value.id : '';
    await store.markRead({ cloudId, conversationId, memberId: person(n), issueId: null }, id);
  },
};

async function measurePlans(database: Database): Promise<void> {
  const asked = new Map<string, AskedStatement>();
  const recording = recordStatements(database, (one) => asked.set(one.statement.name, one));
  const store = await openStoreOn(recording, { now: () => new Date(), newId: newMessageId });
  for (const site of [cloudId, elsewhere]) await seedSite(database, site, size);
  await database.query({ name: 'analyze', text: 'vacuum analyze' }, []);

  for (const [name, call] of Object.entries(calls)) {
    const times: number[] = [];
    for (let n = 0; n < rounds; n += 1) {
      const began = performance.now();
      await call(store, n);
      times.push(performance.now() - began);
    }
    times.sort((one, other) => one - other);
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2).padStart(8);
    console.log(`${name.padEnd(32)} p50 ${at(0.5)} ms   p99 ${at(0.99)} ms`);
  }
  for (const { statement, parameters } of asked.values()) {
    // What these write is there already.
    if (/^(insert-messages|record-migration)$/.test(statement.name)) continue;
    for (const mode of ['custom', 'generic'] as const) {
      console.log(await explainPlan(database, statement, parameters, mode));
    }
  }
  await store.close();
}

async function main(): Promise<void> {
  if (process.argv.includes('--pglite')) return measurePlans(await openPGlite('memory'));
  const url = process.env['DATABASE_URL'];
  const server = (at: string) => openPostgres({ url: at, connections: 4, statementTimeout: 600_000 });
  if (url) return measurePlans(server(url));
  const binaries = findPostgresBinaries();
  if (!binaries)
    throw new Error('There is no PostgreSQL here; set DATABASE_URL to an empty database, or use --pglite.');
  const own = await startPrivateServer(binaries);
  try {
    await measurePlans(server(await own.createDatabase()));
  } finally {
    await own.remove();
  }
}

void main();
