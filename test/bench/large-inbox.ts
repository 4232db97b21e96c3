/**
 * What the inbox of a person in 10,000 conversations costs: for each thing that it asks, the queries, the blocks of 8 KB that
 * they look at with the plan that stays, the bytes of the answer, and the median of five in milliseconds.
 *
 *   npx esbuild test/bench/large-inbox.ts --bundle --platform=node --packages=external --outfile=dist/bench-inbox.cjs
 *   node dist/bench-inbox.cjs      (a private server of this machine; a minute or two)
 */
import { randomUUID } from 'node:crypto';
import type { ConversationQuery, ListPosition } from '../../src/service/conversation/conversation-store';
import type { Database } from '../../src/service/store/engine/database';
import { openPostgres } from '../../src/service/store/engine/postgres-database';
import { openStoreOn } from '../../src/service/store/open-store';
import { newMessageId } from '../../src/service/store/rows/message-id';
import { findPostgresBinaries } from '../shared/postgres/find-binaries';
import { startPrivateServer } from '../shared/postgres/private-server';
import { aMessage, aQuery, aSearch } from '../shared/store/builders';
import { countBlocks, readPlan } from '../shared/store/read-plan';
import { type AskedStatement, recordStatements } from '../shared/store/record-statements';
import { busyPerson, seedSite } from './seed-site';

const size = { people: 4_000, directs: 20_000, groups: 20_000, messages: 200_000 };
const cloudId = randomUUID();
const rounds = 5;
const me = busyPerson;

async function measureInbox(database: Database): Promise<void> {
  const asked: AskedStatement[] = [];
  const recording = recordStatements(database, (one) => asked.push(one));
  const store = await openStoreOn(recording, { now: () => new Date(), newId: newMessageId });
  await seedSite(database, cloudId, size);
  for (const from of ['app:1', 'client:1']) await store.sendDirect(aMessage({ cloudId, from, to: me }));
  const list = (parts: Partial<ConversationQuery> = {}) =>
    store.listConversations(
      aQuery({ cloudId, callerId: me, limit: 25, order: 'activity', sort: 'desc', expandActivity: true, ...parts }),
    );
  const first = await list();
  const begun = { mediaType: 'text/plain', body: 'Half' } as const;
  for (const { id } of first.values.slice(0, 10)) {
    const place = { cloudId, ownerId: me, kind: 'conversation', id, issueId: null, edited: null } as const;
    await store.saveDraft(place, begun, null);
  }
  await database.query({ name: 'analyze', text: 'vacuum analyze' }, []);

  let step: ListPosition | null = null;
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    'all, 25': () => list(),
    'all, the next 25': () => list({ after: first.next }),
    'unread, 25': () => list({ unreadOnly: true }),
    'groups, 25': () => list({ excludeDirect: true, seesPublicGroups: false }),
    'what rules and programs wrote': () => list({ among: 'programs' }),
    'with a draft': () => list({ among: 'drafts' }),
    'about a work item, 25': () => list({ issueId: '10200' }),
    'search of words in one’s own': () =>
      store.searchMessages(aSearch({ cloudId, callerId: me, words: ['abcd'], seesPublicGroups: false, limit: 10 })),
    'all marked as read, a step of 1,000': async () => {
      const done = await store.markAllRead(cloudId, me, step);
      step = done.next;
      return done;
    },
    'unread, 25, where half is read': () => list({ unreadOnly: true }),
  };
  console.log('| what | queries | blocks | bytes | ms |\n|---|---:|---:|---:|---:|');
  const measure = async (name: string, call: () => Promise<unknown>) => {
    const times: number[] = [];
    let answer: unknown;
    for (let round = 0; round < rounds; round += 1) {
      asked.length = 0;
      const began = performance.now();
      answer = await call();
      times.push(performance.now() - began);
    }
    let blocks = 0;
    for (const { statement, parameters } of asked) {
      blocks += countBlocks(await readPlan(database, statement, parameters, 'generic'));
    }
    const median = times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
    const bytes = JSON.stringify(answer).length;
    console.log(`| ${name} | ${asked.length} | ${blocks} | ${bytes} | ${median.toFixed(1)} |`);
  };
  for (const [name, call] of Object.entries(calls)) await measure(name, call);
  const began = performance.now();
  let steps = 0;
  for (; step !== null; steps += 1) step = (await store.markAllRead(cloudId, me, step)).next;
  const took = performance.now() - began;
  await measure('unread, 25, where nothing is', () => list({ unreadOnly: true }));
  console.log(`The rest of the 10,000 in ${steps} steps: ${took.toFixed(0)} ms`);
  await store.close();
}

async function main(): Promise<void> {
  const binaries = findPostgresBinaries();
  if (!binaries) throw new Error('There is no PostgreSQL here.');
  const own = await startPrivateServer(binaries);
  try {
    const url = await own.createDatabase();
    await measureInbox(openPostgres({ url, connections: 4, statementTimeout: 600_000 }));
  } finally {
    await own.remove();
  }
}

void main();
