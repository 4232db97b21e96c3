import { alice, aUser, FakeJira } from '../fake-jira';
import { type RunningApp, runApp } from '../forge/running-app';
import { startVirtualClock, type VirtualClock } from '../forge/virtual-clock';
import { ForgeRuntime } from '../forge-runtime';

// A site whose app has 200 points an hour: what mails may take of them, and what goes on when they are spent.
const minute = 60_000;
const issueId = '81001';
let app: RunningApp;
let clock: VirtualClock;
let jira: FakeJira;
let forge: ForgeRuntime;

beforeAll(async () => {
  clock = startVirtualClock();
  app = await runApp();
}, 180_000);

afterAll(async () => {
  await app.close();
  jest.useRealTimers();
});

beforeEach(() => {
  clock.moveTo(Math.ceil((clock.now() + 1) / (60 * minute)) * 60 * minute);
  jira = new FakeJira();
  jira.issues.set(issueId, { key: 'WEB-1', assignee: null, reporter: alice });
  forge = new ForgeRuntime(jira, app.remote, clock, { pointsAnHour: 200 });
});

const rule = (recipient: string) =>
  forge.runAction(alice.accountId, { issueKey: 'WEB-1', recipient, message: 'Words', ruleName: 'Nightly' });
const send = (to: string) =>
  forge.invoke(alice.accountId, 'send', { with: to, text: 'Words', key: crypto.randomUUID() }, { issueId });

test('mails take a third of the hour at most, and the others go when the next one begins', async () => {
  const people = Array.from({ length: 16 }, (_, n) => aUser(`557058:p-${n}`, `Person ${n}`));
  jira.users.push(...people);
  // Rules, so that the sends take few points themselves.
  for (const { accountId } of people) await rule(accountId);
  const before = forge.platform.jira.hour.spent();
  await forge.queue.advance(5 * minute);
  expect(forge.platform.jira.hour.spent() - before).toBeLessThanOrEqual(200 / 3);
  expect(jira.notifications.length).toBeLessThan(16);
  await forge.queue.advance(80 * minute);
  expect(jira.notifications.length).toBe(16);
});

test('below a fifth left mails pause, and sends go on', async () => {
  const bob = aUser('557058:bo-b', 'Bob Brown');
  jira.users.push(bob);
  jira.issues.set(issueId, { key: 'WEB-1', assignee: bob, reporter: alice });
  forge.platform.jira.hour.spend(165);
  expect(await send(bob.accountId)).toMatchObject({ ok: true });
  await forge.queue.advance(3 * minute);
  expect(jira.notifications).toEqual([]);
  expect(await send(bob.accountId)).toMatchObject({ ok: true });
});

test('once the points are spent people read until when, their words are kept, and mails wait for the next hour', async () => {
  const bob = aUser('557058:bo-c', 'Bob Brown');
  jira.users.push(bob);
  jira.issues.set(issueId, { key: 'WEB-1', assignee: bob, reporter: alice });
  expect(await send(bob.accountId)).toMatchObject({ ok: true });
  forge.platform.jira.hour.spend(200);
  const end = new Date(Math.ceil((clock.now() + 1) / (60 * minute)) * 60 * minute).toISOString();
  expect(await send(bob.accountId)).toEqual({ ok: false, problem: { code: 'jira_busy', until: end } });
  await forge.queue.advance(10 * minute);
  expect(jira.notifications).toEqual([]);
  await forge.queue.advance(70 * minute);
  expect(jira.notifications).toHaveLength(1);
});
