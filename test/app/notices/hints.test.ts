import { alice, aUser, FakeJira, type JiraUser } from '../fake-jira';
import { startVirtualClock, type VirtualClock } from '../forge/virtual-clock';
import { ForgeRuntime } from '../forge-runtime';

// What hints take of the site's operations of Realtime, over all invocations, on the strict platform.
const conversationId = '01890000-0000-7000-9000-000000000001';
let clock: VirtualClock;
let forge: ForgeRuntime;
let people: JiraUser[];

beforeAll(() => {
  clock = startVirtualClock();
});

afterAll(() => jest.useRealTimers());

beforeEach(() => {
  clock.moveTo(Math.ceil((clock.now() + 1) / 1_000) * 1_000);
  const jira = new FakeJira();
  people = Array.from({ length: 30 }, (_, n) => aUser(`557058:hinted-${n}`, `Person ${n}`));
  jira.users.push(...people);
  for (const [n, person] of people.entries())
    jira.issues.set(String(50_000 + n), { key: `WEB-${n + 1}`, assignee: person });
  const sent = () => Response.json({ id: crypto.randomUUID() }, { status: 201 });
  forge = new ForgeRuntime(jira, async ({ method }) => (method === 'POST' ? sent() : Response.json({})), clock);
});

const send = (n: number) => {
  const ask = { with: people[n]?.accountId, text: 'Hello', key: crypto.randomUUID() };
  return forge.invoke(alice.accountId, 'send', ask, { issueId: String(50_000 + n) });
};
const operations = () => forge.platform.meter.read().realtimeOperations;
const reached = () =>
  new Set(forge.realtime.published.map(({ claims }) => (claims as { accountId: string }).accountId));

test('thirty sends in one second take ten operations at most, and all are sent', async () => {
  const answers = await Promise.all(people.map((_, n) => send(n)));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(operations()).toBe(10);
  // Each of the three that found a place reached its receiver first.
  expect(reached().size).toBe(4);
});

test('the next second has places of its own', async () => {
  await Promise.all(people.slice(0, 10).map((_, n) => send(n)));
  clock.moveTo(clock.now() + 1_000);
  await send(20);
  expect(operations()).toBe(14);
  expect(reached()).toContain(people[20]?.accountId);
});

test('a send alone in its second costs one write of the storage', async () => {
  const { storageOperations } = await forge.platform.meter.costOf(() => send(0));
  const withoutHints = 1; // The switches.
  expect(storageOperations).toBe(withoutHints + 1);
});

test('what is hinted about a group takes a place of one, and leaves the others', async () => {
  forge.remote = async ({ path, method }) =>
    method === 'DELETE' || path.endsWith('/message')
      ? new Response(null, { status: 204 })
      : Response.json({ id: conversationId, type: 'group', values: [] });
  const remove = { conversationId, id: '01890000-0000-7000-8000-000000000001' };
  await forge.invoke(alice.accountId, 'remove', remove);
  await Promise.all([forge.invoke(alice.accountId, 'remove', remove), forge.invoke(alice.accountId, 'remove', remove)]);
  expect(operations()).toBe(6);
  await forge.invoke(alice.accountId, 'remove', remove);
  expect(operations()).toBe(6);
});

test('where the storage is away nothing is hinted, and what was written is sent', async () => {
  forge.faults.of.storage = ({ init: { body } }, answer) =>
    String(body).includes('hints:') ? Response.json({ code: 'INTERNAL' }, { status: 503 }) : answer();
  expect(await send(0)).toMatchObject({ ok: true });
  expect(operations()).toBe(0);
});
