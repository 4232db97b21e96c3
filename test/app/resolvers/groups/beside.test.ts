import { alice, bob, carla, customer, FakeJira, webProject } from '../../fake-jira';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime } from '../../forge-runtime';
import { expectAnswer } from '../expect-answer';
import { expectConversation } from '../expect-conversation';

// Groups beside an issue, with the real service behind them; what views ask Jira for themselves is not here.
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;
let issues = 80_000;
let issueId: string;

type Person = { readonly accountId: string };

beforeEach(() => {
  jira = new FakeJira();
  issueId = String(++issues);
  jira.issues.set(issueId, { key: 'WEB-1', summary: 'Login page', assignee: bob, reporter: carla });
  forge = new ForgeRuntime(jira, app.remote);
});

const found = (changes: object = {}, by: Person = alice) =>
  forge.invoke(
    by.accountId,
    'groupBeside',
    {
      name: 'About WEB-1',
      people: [bob.accountId, carla.accountId],
      follows: null,
      key: crypto.randomUUID(),
      ...changes,
    },
    { issueId },
  );
const open = async (person: Person) => expectAnswer(await forge.invoke(person.accountId, 'open', {}, { issueId }));
const send = (person: Person, address: object, text = 'Hello') =>
  forge.invoke(person.accountId, 'send', { ...address, text, key: crypto.randomUUID() }, { issueId });
const problem = (code: string, more = {}) => ({ ok: false, problem: expect.objectContaining({ code, ...more }) });
const hideFrom = (person: Person) =>
  jira.issues.set(issueId, { key: 'WEB-1', assignee: bob, reporter: carla, hiddenFrom: [person.accountId] });

test('it stands in the panel of each of its people, and what is written in it is about the issue', async () => {
  const { id } = expectAnswer(await found());
  for (const person of [alice, bob, carla]) {
    const { groups } = await open(person);
    expect(groups).toMatchObject([
      { conversationId: id, person: null, refusal: null, entry: { name: 'About WEB-1', issue: { key: 'WEB-1' } } },
    ]);
  }
  expectAnswer(await send(bob, { conversationId: id }, 'In the group'));
  const { groups } = await open(carla);
  expect(groups).toMatchObject([
    { unreadCount: 1, page: { messages: [{ notice: { what: 'founded' } }, { sender: { name: 'Bob Brown' } }] } },
  ]);
  const { unreadCount } = expectAnswer(await forge.invoke(carla.accountId, 'news', {}, { issueId }));
  expect(unreadCount).toBe(1);
});

test('what is muted, and what somebody wrote whom one has blocked, is no news as the page opens', async () => {
  const { id } = expectAnswer(await found());
  const say = async (text: string) => expectAnswer(await send(bob, { conversationId: id }, text));
  const news = async () => expectAnswer(await forge.invoke(carla.accountId, 'news', {}, { issueId })).unreadCount;
  await say('Hello');
  await say('Again');
  expect(await news()).toBe(2);
  expectAnswer(await forge.invoke(carla.accountId, 'inboxMute', { id, isMuted: true }));
  expect(await news()).toBe(0);
  await say(`Look, [~accountid:${carla.accountId}]`);
  expect(await news()).toBe(1);
  const mails = { mailOfPeople: true, mailOfRules: true, mailOfPrograms: true, receipts: true };
  const choose = (mentionsPassMute: boolean) =>
    forge.invoke(carla.accountId, 'preferencesSave', { choices: { ...mails, mentionsPassMute } });
  expectAnswer(await choose(false));
  expect(await news()).toBe(0);
  expectAnswer(await choose(true));
  expectAnswer(await forge.invoke(carla.accountId, 'inboxMute', { id, isMuted: false }));
  expect(await news()).toBe(3);
  expectAnswer(await forge.invoke(carla.accountId, 'block', { person: bob.accountId }));
  expect(await news()).toBe(0);
  expectAnswer(await forge.invoke(carla.accountId, 'unblock', { person: bob.accountId }));
});

test('in the inbox it names the issue to who sees it, and is closed to who does not any more, who still reads', async () => {
  const { id } = expectAnswer(await found());
  expectAnswer(await send(bob, { conversationId: id }, 'Still to be read'));
  hideFrom(carla);
  const thread = await forge.invoke(carla.accountId, 'conversation', { conversationId: id });
  const { entry, messages, refusal } = expectConversation(thread);
  expect([entry?.issue, refusal]).toEqual([{ id: issueId, key: null, summary: null }, 'issue_hidden']);
  expect(messages).toHaveLength(2);
  expect(await send(carla, { conversationId: id })).toEqual(problem('issue_hidden'));
  expectAnswer(await send(alice, { conversationId: id }));
});

test('a conversation of two goes on in it, says so with the way to it, and its words stay between the two', async () => {
  expectAnswer(await send(alice, { with: bob.accountId }, 'Between the two'));
  const [{ conversationId: follows } = { conversationId: null }] = (await open(alice)).threads;
  const { id } = expectAnswer(await found({ follows }));
  const { threads, groups } = await open(bob);
  expect(threads.find(({ person }) => person.id === alice.accountId)?.page?.messages.at(-1)).toMatchObject({
    notice: { what: 'continued', by: { name: 'Alice Archer' }, conversationId: id },
  });
  expect(groups).toHaveLength(1);
  const seen = await open(carla);
  expect(JSON.stringify(seen)).not.toContain('Between the two');
  expect(seen.groups).toMatchObject([{ conversationId: id }]);
});

test('who is added reads all of it, or what is written from then on', async () => {
  const { id } = expectAnswer(await found({ people: [bob.accountId] }));
  expectAnswer(await send(bob, { conversationId: id }, 'Before'));
  const add = { id, people: [carla.accountId], history: 'from-now' };
  expectAnswer(await forge.invoke(alice.accountId, 'groupAdd', add));
  const { messages } = expectConversation(await forge.invoke(carla.accountId, 'conversation', { conversationId: id }));
  expect(messages).toMatchObject([{ notice: { what: 'added', isFromNow: true, people: [{ name: 'Carla Diaz' }] } }]);
  expect((await open(carla)).groups).toHaveLength(1);
});

test('who does not see the issue neither begins one nor adds anybody nor says what it is called', async () => {
  const { id } = expectAnswer(await found({ people: [bob.accountId] }));
  hideFrom(alice);
  expect(await found()).toEqual(problem('issue_hidden'));
  const add = { id, people: [carla.accountId], history: 'all' };
  expect(await forge.invoke(alice.accountId, 'groupAdd', add)).toEqual(problem('issue_hidden'));
  const change = { id, name: 'Renamed', topic: 'Words for all', privacy: 'private' };
  expect(await forge.invoke(alice.accountId, 'groupChange', change)).toEqual(problem('issue_hidden'));
  expect((await open(bob)).groups).toMatchObject([{ entry: { name: 'About WEB-1' } }]);
});

test('in a project in which nobody may write its owner neither renames it nor adds anybody', async () => {
  const { id } = expectAnswer(await found({ people: [bob.accountId] }));
  forge.kvs.write('switches', { isOn: true, projectsOff: [webProject], rulesMaySend: true });
  const change = { id, name: 'Renamed', topic: '', privacy: 'private' };
  expect(await forge.invoke(alice.accountId, 'groupChange', change)).toEqual(problem('project_off'));
  const add = { id, people: [carla.accountId], history: 'all' };
  expect(await forge.invoke(alice.accountId, 'groupAdd', add)).toEqual(problem('project_off'));
});

test('who has blocked its founder is named, and no group is made', async () => {
  expectAnswer(await forge.invoke(carla.accountId, 'block', { person: alice.accountId }));
  const people = [expect.objectContaining({ id: carla.accountId })];
  expect(await found()).toEqual(problem('not_added', { people }));
  expect((await open(alice)).groups).toEqual([]);
  expectAnswer(await forge.invoke(carla.accountId, 'unblock', { person: alice.accountId }));
});

test.each<[string, object, string]>([
  ['nobody', { people: [] }, 'payload_wrong'],
  ['oneself alone', { people: [alice.accountId] }, 'payload_wrong'],
  [
    'more people than Jira is asked about',
    { people: Array.from({ length: 21 }, (_, n) => `557058:${n}`) },
    'payload_wrong',
  ],
  ['a customer of the portal', { people: [customer.accountId] }, 'recipient_customer'],
  ['no name', { name: ' ' }, 'name_wrong'],
])('it is not begun with %s', async (_, changes, code) => {
  expect(await found(changes)).toEqual(problem(code));
});

test('a service of the release before makes none', async () => {
  app.away = (path) =>
    path.endsWith('/health') ? Response.json({ version: '1', features: [], store: {}, limits: {} }) : null;
  expect(await found()).toEqual(problem('service_older'));
  app.away = null;
});
