import type { DeliveryNote } from '../../../src/app/storage/delivery-log';
import { alice, bob, FakeJira } from '../fake-jira';
import { type RunningApp, runApp } from '../forge/running-app';
import { startVirtualClock, type VirtualClock } from '../forge/virtual-clock';
import { ForgeRuntime } from '../forge-runtime';
import { readAll } from './read-all';

// A rule that sends 300 messages while the service is away, by a clock that the test moves. The service is the real
// one, with its real limits; the queue gives some events twice.
const many = 300;
const perMinute = 60;
const minute = 60_000;

let clock: VirtualClock;
let app: RunningApp;
let jira: FakeJira;
let forge: ForgeRuntime;

beforeAll(async () => {
  clock = startVirtualClock();
  app = await runApp({ ASIDE_RATE_SENDS_CLIENT: String(perMinute) });
}, 600_000);

afterAll(async () => {
  await app.close();
  jest.useRealTimers();
});

beforeEach(() => {
  jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  forge = new ForgeRuntime(jira, app.remote, clock);
});

/** The rule's lines: Bob may get a mail of the storm's first message, which has a line of its own. */
const deliveries = () =>
  forge.kvs
    .keys('delivery:')
    .map((key) => forge.kvs.read(key) as DeliveryNote)
    .filter(({ entry }) => entry === 'rule');

test(`the service is away while a rule sends ${many} messages: each arrives once, and the log tells the story`, async () => {
  const start = clock.now();
  forge.faults.comesTwice = (eventId) => eventId.charCodeAt(0) % 4 === 0;
  app.away = () => new Response(null, { status: 503 });
  for (let n = 1; n <= many; n += 1) {
    const inputs = { issueKey: 'WEB-1', recipient: 'assignee', message: `Number ${n}`, ruleName: 'Storm' };
    expect(await forge.runAction(alice.accountId, inputs)).toMatchObject({ status: 'queued' });
    clock.moveTo(clock.now() + 200);
  }
  await forge.queue.advance(30 * minute);
  expect(await readStatus()).toEqual({ queued: many });
  expect(new Set(deliveries().map(({ reason }) => reason))).toEqual(new Set(['service_away']));

  app.away = null;
  app.requests.length = 0;
  await forge.queue.advance(90 * minute);
  expect(await readStatus()).toEqual({ sent: many });
  expect((await readAll(forge)).sort()).toEqual(Array.from({ length: many }, (_, n) => `Number ${n + 1}`).sort());

  expect(forge.queue.thrown).toEqual([]);
  expect(forge.queue.expired).toEqual([]);
  expect(forge.queue.size).toBe(0);
  for (const { tries, at, to, reason, label } of deliveries()) {
    expect({ to, reason, label }).toEqual({ to: bob.accountId, reason: null, label: 'Storm' });
    expect(tries).toBeGreaterThan(2);
    expect(Date.parse(at)).toBeLessThan(start + 2 * minute);
  }
  // The storm was spread over the service's limits: few tries were in vain, though it takes one in five at a time.
  const sends = app.requests.filter((request) => request.startsWith('POST') && request.endsWith('/message'));
  expect(sends.length).toBeLessThan(2 * many);
}, 600_000);

test('a service that is away for longer than the platform waits leaves each message in the log, with its reason', async () => {
  app.away = () => new Response(null, { status: 503 });
  for (let n = 1; n <= 20; n += 1) {
    await forge.runAction(alice.accountId, { issueKey: 'WEB-1', recipient: 'assignee', message: `Lost ${n}` });
  }
  await forge.queue.advance(25 * 60 * minute);
  expect(forge.queue.size).toBe(0);
  expect(forge.queue.expired).toEqual([]);
  expect(deliveries()).toHaveLength(20);
  for (const { status, reason } of deliveries())
    expect({ status, reason }).toEqual({ status: 'failed', reason: 'service_away' });
}, 600_000);

test('a rule that is faster than the service’s limits loses nothing', async () => {
  app.away = null;
  const fresh = 100;
  for (let n = 1; n <= fresh; n += 1) {
    const inputs = { issueKey: 'WEB-1', recipient: 'assignee', message: `Fast ${n}` };
    expect(await forge.runAction(alice.accountId, inputs)).not.toHaveProperty('errors');
  }
  const before = await readStatus();
  expect(before['queued']).toBeGreaterThan(0);
  await forge.queue.advance(60 * minute);
  expect(await readStatus()).toEqual({ sent: fresh });
  const arrived = (await readAll(forge)).filter((text) => text.startsWith('Fast'));
  expect(new Set(arrived).size).toBe(fresh);
  expect(arrived).toHaveLength(fresh);
}, 600_000);

async function readStatus(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status } of deliveries()) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
