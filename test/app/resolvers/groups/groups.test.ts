import { alice, aUser, bob, carla, customer, dan, FakeJira, robot } from '../../fake-jira';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime } from '../../forge-runtime';
import { expectAnswer } from '../expect-answer';
import { expectConversation } from '../expect-conversation';

// Groups with the real service behind them.
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;
let groups = 0;

type Person = { readonly accountId: string };
const owner = alice;

beforeEach(() => {
  jira = new FakeJira();
  forge = new ForgeRuntime(jira, app.remote);
});

const aGroup = (changes: object = {}) => ({
  name: `Group ${++groups}`,
  topic: 'Release 2.1',
  privacy: 'private' as const,
  people: [bob.accountId],
  key: crypto.randomUUID(),
  ...changes,
});

const create = (ask: object) => forge.invoke(owner.accountId, 'groupCreate', ask);
const made = async (changes: object = {}) => expectAnswer(await create(aGroup(changes))).id;
const thread = async (person: Person, id: string) =>
  expectConversation(await forge.invoke(person.accountId, 'conversation', { conversationId: id }));
const problem = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) });

test('a new group has its people, and they read and write in it', async () => {
  const id = await made({ name: '  The crew ', people: [bob.accountId, carla.accountId] });
  const { entry, members, refusal } = await thread(bob, id);
  expect(entry).toMatchObject({ kind: 'group', name: 'The crew', topic: 'Release 2.1', person: null });
  expect(members.map(({ name }) => name).sort()).toEqual(['Alice Archer', 'Bob Brown', 'Carla Diaz']);
  expect(refusal).toBeNull();
  expectAnswer(
    await forge.invoke(bob.accountId, 'send', { conversationId: id, text: 'Hello', key: crypto.randomUUID() }),
  );
  expect((await thread(carla, id)).messages).toMatchObject([{ from: 'them', sender: { name: 'Bob Brown' } }]);
  const { entries } = expectAnswer(await forge.invoke(carla.accountId, 'inboxList', { list: 'unread', cursor: '' }));
  expect(entries).toContainEqual(expect.objectContaining({ id, unreadCount: 1 }));
});

test('creating it again with the same key makes no second one, and adds who could not be added before', async () => {
  const ask = aGroup();
  app.away = (path) => (path.endsWith('/roster') ? new Response('<html>', { status: 502 }) : null);
  expect(await create(ask)).toEqual(problem('service_away'));
  app.away = null;
  const { id } = expectAnswer(await create(ask));
  expect((await thread(bob, id)).members).toHaveLength(2);
  const { entries } = expectAnswer(await forge.invoke(owner.accountId, 'inboxSearch', { text: ask.name, cursor: '' }));
  expect(entries.filter(({ name }) => name === ask.name)).toHaveLength(1);
});

describe('a group is not created', () => {
  const nobody = aUser('557058:n0b0dy', 'Nobody');
  it.each<[string, object, string]>([
    ['without a name', { name: '  ' }, 'name_wrong'],
    ['with a name that is too long', { name: 'x'.repeat(256) }, 'name_wrong'],
    ['with a topic that is too long', { topic: 'x'.repeat(1_001) }, 'text_too_long'],
    ['with an app', { people: [bob.accountId, robot.accountId] }, 'recipient_app'],
    ['with a portal customer', { people: [customer.accountId] }, 'recipient_customer'],
    ['with a former user', { people: [dan.accountId] }, 'recipient_inactive'],
    ['with someone whom Jira does not show', { people: [nobody.accountId] }, 'recipient_unknown'],
    ['with a program', { people: ['client:ci'] }, 'recipient_program'],
    ['with what is no account', { people: ['../me'] }, 'payload_wrong'],
    ['for a made-up audience', { privacy: 'secret' }, 'payload_wrong'],
  ])('%s', async (_, changes, code) => {
    expect(await create(aGroup(changes))).toEqual(problem(code));
    expect(forge.calls.filter((call) => call.startsWith('conversation-api'))).toEqual([]);
  });
});

test('its owner renames it, adds people and takes them out; a member may not', async () => {
  const id = await made();
  const change = { id, name: 'Renamed', topic: '', privacy: 'private' };
  expect(await forge.invoke(bob.accountId, 'groupChange', change)).toEqual(problem('not_owner'));
  expect(await forge.invoke(bob.accountId, 'groupAdd', { id, people: [carla.accountId] })).toEqual(
    problem('not_owner'),
  );
  const takeOut = { id, person: alice.accountId };
  expect(await forge.invoke(bob.accountId, 'groupRemove', takeOut)).toEqual(problem('not_owner'));
  expect(await forge.invoke(bob.accountId, 'inboxArchive', { id, isArchived: true })).toEqual(problem('not_owner'));
  expectAnswer(await forge.invoke(owner.accountId, 'groupChange', change));
  expectAnswer(await forge.invoke(owner.accountId, 'groupAdd', { id, people: [carla.accountId] }));
  expectAnswer(await forge.invoke(owner.accountId, 'groupRemove', { id, person: bob.accountId }));
  const { entry, members } = await thread(owner, id);
  expect(entry).toMatchObject({ name: 'Renamed', topic: '' });
  expect(members.map(({ name }) => name).sort()).toEqual(['Alice Archer', 'Carla Diaz']);
});

test('nobody is added who may not be in it', async () => {
  const id = await made();
  const add = { id, people: [robot.accountId] };
  expect(await forge.invoke(owner.accountId, 'groupAdd', add)).toEqual(problem('recipient_app'));
  expect((await thread(owner, id)).members).toHaveLength(2);
});

test('who leaves a private group sees it no more', async () => {
  const id = await made();
  expectAnswer(await forge.invoke(bob.accountId, 'groupLeave', { id }));
  expect(await forge.invoke(bob.accountId, 'conversation', { conversationId: id })).toEqual(problem('gone'));
});

test('an archived group is read and takes nothing, until its owner brings it back', async () => {
  const id = await made();
  const send = (person: Person) =>
    forge.invoke(person.accountId, 'send', { conversationId: id, text: 'Hi', key: crypto.randomUUID() });
  expectAnswer(await forge.invoke(owner.accountId, 'inboxArchive', { id, isArchived: true }));
  expect((await thread(bob, id)).refusal).toBe('group_archived');
  expect(await send(bob)).toEqual(problem('group_archived'));
  expectAnswer(await forge.invoke(owner.accountId, 'inboxArchive', { id, isArchived: false }));
  expect(await send(bob)).toMatchObject({ ok: true });
});

test('a public group is found by its name and read by anyone, who writes only once they are in it', async () => {
  const id = await made({ name: 'Zebra crossing', privacy: 'public' });
  expectAnswer(
    await forge.invoke(bob.accountId, 'send', { conversationId: id, text: 'Hello', key: crypto.randomUUID() }),
  );
  const { entries } = expectAnswer(await forge.invoke(carla.accountId, 'inboxSearch', { text: 'zebra', cursor: '' }));
  expect(entries).toMatchObject([{ id, kind: 'group', role: null }]);
  const { messages, refusal, entry } = await thread(carla, id);
  expect([messages.length, refusal, entry.role]).toEqual([1, 'recipient_stranger', null]);
  const send = { conversationId: id, text: 'Hi', key: 'k-zebra' };
  expect(await forge.invoke(carla.accountId, 'send', send)).toEqual(problem('recipient_stranger'));
  const read = { conversationId: id, id: messages[0]?.id };
  expect(await forge.invoke(carla.accountId, 'read', read)).toMatchObject({ ok: true });
});

describe('where the service says which place the asker has', () => {
  const listedWith = async (role: 'owner' | null) => {
    forge.remote = async (request) => {
      const response = await app.remote(request);
      if (!/\/conversation\?/.test(request.path)) return response;
      const page = (await response.json()) as { values: { type: string }[] };
      return Response.json({ ...page, values: page.values.map((it) => (it.type === 'group' ? { ...it, role } : it)) });
    };
  };

  test('its owner is shown as that', async () => {
    const id = await made();
    await listedWith('owner');
    expect((await thread(owner, id)).entry.role).toBe('owner');
  });

  test('public groups of others are left to the search', async () => {
    const id = await made({ privacy: 'public' });
    const list = async () =>
      expectAnswer(await forge.invoke(carla.accountId, 'inboxList', { list: 'all', cursor: '' })).entries;
    await listedWith(null);
    expect((await list()).map((entry) => entry.id)).not.toContain(id);
    await listedWith('owner');
    expect((await list()).map((entry) => entry.id)).toContain(id);
  });
});

test('views that have the group open hear that something was written, on its one channel, and of nobody’s words', async () => {
  const id = await made({ people: [bob.accountId, carla.accountId] });
  expectAnswer(
    await forge.invoke(bob.accountId, 'send', { conversationId: id, text: 'Secret', key: crypto.randomUUID() }),
  );
  expect(forge.realtime.published.map(({ claims }) => claims)).toEqual([{ conversationId: id }]);
  expect(JSON.stringify(forge.realtime.published)).not.toContain('Secret');
  expect(forge.realtime.published[0]?.payload).toEqual({ conversationId: id, issueId: null });
});

test('that it was made public, and who owns it once its owner is gone, stands in it and is new to nobody', async () => {
  const ask = aGroup();
  const id = expectAnswer(await create(ask)).id;
  expectAnswer(await forge.invoke(owner.accountId, 'groupChange', { id, ...ask, privacy: 'public' }));
  expectAnswer(await forge.invoke(owner.accountId, 'groupLeave', { id }));
  const { messages, entry } = await thread(bob, id);
  expect(messages).toMatchObject([
    { from: 'them', notice: { what: 'made-public', by: { name: 'Alice Archer' } } },
    { from: 'them', notice: { what: 'owner', by: { name: 'Bob Brown' } } },
  ]);
  expect(entry).toMatchObject({ unreadCount: 0, role: 'owner', last: { notice: { what: 'owner' } } });
});

test('who has blocked the owner cannot be added, which names them and not why; nobody else is added either', async () => {
  const id = await made({ people: [] });
  await forge.invoke(bob.accountId, 'block', { person: owner.accountId });
  const answer = await forge.invoke(owner.accountId, 'groupAdd', { id, people: [carla.accountId, bob.accountId] });
  expect(answer).toEqual({
    ok: false,
    problem: { code: 'not_added', people: [expect.objectContaining({ id: bob.accountId })] },
  });
  expect((await thread(owner, id)).members.map((member) => member.id)).toEqual([owner.accountId]);
});
