import { alice, aUser, bob, carla, dan, FakeJira } from '../../fake-jira';
import { callService } from '../../forge/call-service';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime, site } from '../../forge-runtime';
import { expectAnswer } from '../expect-answer';

// Whom the panel offers, what it knows of reading, and under which names; with the real service behind it.
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;
let issues = 70_000;
let issueId: string;

beforeEach(() => {
  jira = new FakeJira();
  issueId = String(++issues);
  jira.issues.set(issueId, { key: 'WEB-1', assignee: bob, reporter: carla });
  forge = new ForgeRuntime(jira, app.remote);
});

type Person = { readonly accountId: string };

const open = async ({ accountId }: Person) => expectAnswer(await forge.invoke(accountId, 'open', {}, { issueId }));

async function send(from: Person, to: Person, text = 'Hello') {
  const ask = { with: to.accountId, text, key: crypto.randomUUID() };
  return expectAnswer(await forge.invoke(from.accountId, 'send', ask, { issueId })).message;
}

const threadWith = async (asker: Person, other: Person) =>
  (await open(asker)).threads.find(({ person }) => person.id === other.accountId);

test('the reporter is offered beside the assignee, without another call', async () => {
  const { threads } = await open(alice);
  expect(threads.map(({ person, isAssignee, isReporter }) => [person.name, isAssignee, isReporter])).toEqual([
    ['Bob Brown', true, false],
    ['Carla Diaz', false, true],
  ]);
  expect(forge.calls.filter((call) => call.startsWith('jira'))).toEqual([]);
});

test('who reported the issue and is its assignee has one thread, and nobody is offered to themselves', async () => {
  jira.issues.set(issueId, { key: 'WEB-1', assignee: bob, reporter: bob });
  expect((await open(alice)).threads).toMatchObject([{ isAssignee: true, isReporter: true }]);
  expect((await open(bob)).threads).toEqual([]);
});

test('the reporter, who is no assignee, can be written to', async () => {
  await expect(send(alice, carla)).resolves.toMatchObject({ from: 'me' });
});

test('who has written stands before a reporter with whom there is nothing yet', async () => {
  const { id } = await send(alice, bob);
  expect((await open(bob)).threads.map(({ person }) => person.name)).toEqual(['Alice Archer', 'Carla Diaz']);
  expectAnswer(await forge.invoke(alice.accountId, 'remove', { with: bob.accountId, id }, { issueId }));
});

test('the receiver sees what is unread, and the sender sees what was read', async () => {
  const { id } = await send(alice, bob);
  const unread = await threadWith(bob, alice);
  expect(unread).toMatchObject({ unreadCount: 1, conversationId: expect.any(String) });
  const read = { conversationId: unread?.conversationId ?? '', id };
  expectAnswer(await forge.invoke(bob.accountId, 'read', read, { issueId }));
  expect(await threadWith(bob, alice)).toMatchObject({ unreadCount: 0 });
  expect(await threadWith(alice, bob)).toMatchObject({ readBy: [{ person: { id: bob.accountId }, messageId: id }] });
});

test('nobody marks a conversation as read that is not theirs', async () => {
  const { id } = await send(alice, bob);
  const conversationId = (await threadWith(bob, alice))?.conversationId;
  const answer = await forge.invoke(carla.accountId, 'read', { conversationId, id }, { issueId });
  expect(answer).toMatchObject({ ok: false, problem: { code: 'gone' } });
});

describe('a thread with someone who was found', () => {
  const erin = aUser('557058:e417', 'Erin Evans');
  const start = async (person: Person) =>
    forge.invoke(alice.accountId, 'conversation', { with: person.accountId }, { issueId });

  beforeEach(() => {
    jira.users.push(erin);
  });

  test('is empty and open, and nothing is created by looking', async () => {
    const before = app.requests.length;
    expect(expectAnswer(await start(erin)).conversation).toEqual({
      person: { id: erin.accountId, name: 'Erin Evans', kind: 'person', active: true },
      isAssignee: false,
      isReporter: false,
      conversationId: null,
      entry: null,
      members: [],
      readBy: [],
      unreadCount: 0,
      unreadIn: [],
      hasDraft: null,
      questions: [],
      reminders: [],
      mentioned: false,
      mailClosed: 'sight_unknown',
      refusal: null,
      page: { messages: [], before: null },
    });
    expect(app.requests.slice(before).every((request) => request.startsWith('GET '))).toBe(true);
  });

  test('holds what was written before, about this issue and no other', async () => {
    const { id } = await send(alice, erin);
    issueId = String(++issues);
    jira.issues.set(issueId, { key: 'WEB-2', assignee: bob });
    const { conversation } = expectAnswer(await start(erin));
    expect(conversation).toMatchObject({ conversationId: null, page: { messages: [] } });
    issueId = String(issues - 1);
    expect(expectAnswer(await start(erin)).conversation.page?.messages).toMatchObject([{ id }]);
  });

  test('says why they cannot be written to', async () => {
    jira.issues.set(issueId, { key: 'WEB-1', assignee: bob, reporter: dan });
    expect(expectAnswer(await start(dan)).conversation.refusal).toBe('recipient_inactive');
    expect(await start(alice)).toEqual({ ok: false, problem: { code: 'recipient_self' } });
  });
});

describe('mentions', () => {
  const mentionOf = (body: unknown) => /"type":"mention","attrs":(\{[^}]*\})/.exec(JSON.stringify(body))?.[1] ?? '{}';

  test('bear the name that Jira has, in what was sent and in what is read, without a look of a function at people', async () => {
    const sent = await send(alice, bob, `Ask [~accountid:${carla.accountId}] and [~accountid:${dan.accountId}]`);
    expect(JSON.parse(mentionOf(sent.body))).toEqual({ id: carla.accountId, text: '@Carla Diaz' });
    const thread = await threadWith(bob, alice);
    expect(JSON.parse(mentionOf(thread?.page?.messages[0]?.body))).toMatchObject({ text: '@Carla Diaz' });
    expect(JSON.stringify(thread?.page)).toContain('@Dan Deactivated');
    expect(forge.calls.filter((call) => call === 'jira /rest/api/3/user/bulk')).toHaveLength(0);
  });

  test('never show what a sender put beside the id, nor an id that Jira does not name', async () => {
    const body = {
      version: 1,
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { id: '557058:gone', text: '@The Boss' } }] }],
    };
    const path = `/site/${site}/conversation/user/${bob.accountId}/message`;
    const headers = { 'Content-Type': 'application/json' };
    const ask = JSON.stringify({ body, issue: { id: issueId, key: 'WEB-1' } });
    const sent = await callService(forge, alice.accountId)(path, { method: 'POST', headers, body: ask });
    expect(sent.status).toBe(201);
    const thread = await threadWith(bob, alice);
    expect(JSON.parse(mentionOf(thread?.page?.messages[0]?.body))).toEqual({ id: '557058:gone', text: '@…' });
  });

  test('stay editable as they were typed', async () => {
    const text = `Ask [~accountid:${carla.accountId}]`;
    await send(alice, bob, text);
    expect((await threadWith(alice, bob))?.page?.messages[0]?.source).toBe(text);
  });
});

test('what rules sent stands in a thread of its own, under a name only where they share one, and takes no answer', async () => {
  const write = async (label: string) => {
    const path = `/site/${site}/conversation/user/${bob.accountId}/message`;
    const body = { version: 1, type: 'doc', content: [] };
    const ask = JSON.stringify({ body, issue: { id: issueId, key: 'WEB-1' }, origin: { kind: 'rule', label } });
    const headers = { 'Content-Type': 'application/json' };
    const sent = await callService(forge, 'app')(path, { method: 'POST', headers, body: ask });
    expect(sent.status).toBe(201);
  };
  await write('Nightly');
  await send(alice, bob);
  const program = async () => (await open(bob)).threads.find(({ person }) => person.kind === 'program');
  expect(await program()).toMatchObject({
    person: { name: 'Nightly' },
    refusal: 'recipient_program',
    page: { messages: [{ from: 'them', origin: { kind: 'rule', label: 'Nightly' } }] },
  });
  await write('Weekly');
  expect(await program()).toMatchObject({ person: { name: null } });
  expect((await threadWith(bob, alice))?.page?.messages).toHaveLength(1);
});

describe('the switches of the settings', () => {
  const set = (value: object) => forge.kvs.write('switches', value);

  test('close the composer of every thread in a project that is off', async () => {
    set({ isOn: true, projectsOff: [{ id: '20001', key: 'WEB', name: 'Website' }], rulesMaySend: true });
    expect((await open(alice)).threads.map(({ refusal }) => refusal)).toEqual(['project_off', 'project_off']);
  });

  test('close it on the whole site', async () => {
    set({ isOn: false, projectsOff: [], rulesMaySend: true });
    expect((await open(alice)).threads.map(({ refusal }) => refusal)).toEqual(['site_off', 'site_off']);
  });

  test('that cannot be read stop no one from reading, and every one from sending', async () => {
    await send(alice, bob);
    forge.kvs.isAway = true;
    expect((await threadWith(alice, bob))?.page?.messages).toHaveLength(1);
    const ask = { with: bob.accountId, text: 'Hi', key: 'k' };
    expect(await forge.invoke(alice.accountId, 'send', ask, { issueId })).toMatchObject({ ok: false });
  });
});
