import { alice, bob, FakeJira } from '../../fake-jira';
import { type RunningApp, runApp } from '../../forge/running-app';
import { startVirtualClock, type VirtualClock } from '../../forge/virtual-clock';
import { ForgeRuntime } from '../../forge-runtime';
import { expectAnswer } from '../expect-answer';

// What a flag may tell of, with the real service.
let clock: VirtualClock;
let app: RunningApp;
let jira: FakeJira;
let forge: ForgeRuntime;
let people = 0;
let ann: typeof alice;
let ben: typeof bob;

beforeAll(async () => {
  clock = startVirtualClock();
  app = await runApp();
}, 180_000);
afterAll(async () => {
  await app.close();
  jest.useRealTimers();
});
beforeEach(() => {
  jira = new FakeJira();
  ann = { ...alice, accountId: `${alice.accountId}-${++people}` };
  ben = { ...bob, accountId: `${bob.accountId}-${people}` };
  jira.users.push(ann, ben);
  jira.issues.set('10001', { key: 'WEB-1', assignee: ben, reporter: ann });
  forge = new ForgeRuntime(jira, app.remote, clock);
});

const write = async (from = ann, to = ben) =>
  expectAnswer(
    await forge.invoke(from.accountId, 'send', { with: to.accountId, text: 'Secret', key: crypto.randomUUID() }),
  ).message.id;
const arrivals = async (who = ben) => expectAnswer(await forge.invoke(who.accountId, 'arrivals')).arrivals;

test('it is who wrote, from where and about what, and none of the words; Jira is not asked', async () => {
  const messageId = await write();
  const [arrival, ...others] = await arrivals();
  expect(others).toEqual([]);
  expect(arrival).toEqual({
    messageId,
    conversationId: expect.any(String),
    from: { id: ann.accountId, name: 'Alice Archer', kind: 'person', active: true },
    sentBy: 'person',
    owner: null,
    group: null,
    issueId: '10001',
    isMention: false,
  });
  expect(forge.calls.filter((call) => call.includes('/rest/api'))).toEqual([]);
  expect(await arrivals(ann)).toEqual([]);
});

test('what is older than two minutes is not new', async () => {
  await write();
  clock.moveTo(clock.now() + 121_000);
  expect(await arrivals()).toEqual([]);
});

test('what is read, or muted, is told of nobody', async () => {
  const id = await write();
  const [{ conversationId } = { conversationId: '' }] = await arrivals();
  await forge.invoke(ben.accountId, 'inboxMute', { id: conversationId, isMuted: true });
  expect(await arrivals()).toEqual([]);
  await forge.invoke(ben.accountId, 'inboxMute', { id: conversationId, isMuted: false });
  expect(await arrivals()).toHaveLength(1);
  await forge.invoke(ben.accountId, 'read', { conversationId, id });
  expect(await arrivals()).toEqual([]);
});

test('in a group nobody is told of whom they have blocked', async () => {
  const fields = { name: 'Harbour', topic: '', privacy: 'private', people: [ben.accountId], key: crypto.randomUUID() };
  const { id } = expectAnswer(await forge.invoke(ann.accountId, 'groupCreate', fields));
  await forge.invoke(ann.accountId, 'send', { conversationId: id, text: 'Hello', key: crypto.randomUUID() });
  expect(await arrivals()).toMatchObject([{ group: 'Harbour', from: { id: ann.accountId } }]);
  await forge.invoke(ben.accountId, 'block', { person: ann.accountId });
  expect(await arrivals()).toEqual([]);
  const mention = `Look, [~accountid:${ben.accountId}]`;
  await forge.invoke(ann.accountId, 'send', { conversationId: id, text: mention, key: crypto.randomUUID() });
  expect(await arrivals()).toEqual([]);
});

test('a rule is told of with whose it is', async () => {
  const inputs = { issueKey: 'WEB-1', recipient: 'assignee', message: 'Secret', ruleName: 'Nightly' };
  expect(await forge.runAction(ann.accountId, inputs)).toMatchObject({ status: 'sent' });
  expect(await arrivals()).toMatchObject([{ sentBy: 'rule', owner: { id: ann.accountId } }]);
});

test('who is mentioned by somebody whom they are in no conversation with is told of nothing', async () => {
  const cleo = { ...alice, accountId: `557058:c1e0-${people}`, displayName: 'Cleo' };
  jira.users.push(cleo);
  const text = `Ask [~accountid:${cleo.accountId}]`;
  const ask = { with: ben.accountId, text, key: crypto.randomUUID() };
  expectAnswer(await forge.invoke(ann.accountId, 'send', ask));
  expect(await arrivals(cleo)).toEqual([]);
});

test('what mentions one passes a mute, unless one does not want that', async () => {
  const fields = { name: 'Harbour', topic: '', privacy: 'private', people: [ben.accountId], key: crypto.randomUUID() };
  const { id } = expectAnswer(await forge.invoke(ann.accountId, 'groupCreate', fields));
  await forge.invoke(ben.accountId, 'inboxMute', { id, isMuted: true });
  const say = async (text: string) =>
    expectAnswer(await forge.invoke(ann.accountId, 'send', { conversationId: id, text, key: crypto.randomUUID() }));
  await say('Hello');
  expect(await arrivals()).toEqual([]);
  await say(`Look, [~accountid:${ben.accountId}]`);
  expect(await arrivals()).toMatchObject([{ group: 'Harbour', isMention: true }]);
  const mails = { mailOfPeople: true, mailOfRules: true, mailOfPrograms: true, receipts: true };
  expectAnswer(
    await forge.invoke(ben.accountId, 'preferencesSave', { choices: { ...mails, mentionsPassMute: false } }),
  );
  expect(await arrivals()).toEqual([]);
});

test('whom a message in a group mentions hears a hint of their own, and nobody who is not in it', async () => {
  const fields = { name: 'Harbour', topic: '', privacy: 'private', people: [ben.accountId], key: crypto.randomUUID() };
  const { id } = expectAnswer(await forge.invoke(ann.accountId, 'groupCreate', fields));
  const hinted = () => forge.realtime.published.map(({ claims }) => claims);
  const before = hinted().length;
  const text = `[~accountid:${ben.accountId}] and [~accountid:${alice.accountId}]`;
  await forge.invoke(ann.accountId, 'send', { conversationId: id, text, key: crypto.randomUUID() });
  expect(hinted().slice(before)).toEqual([{ conversationId: id }, { accountId: ben.accountId }]);
});
