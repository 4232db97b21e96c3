import { alice, aUser, bob, carla, dan, FakeJira } from '../../fake-jira';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime, site } from '../../forge-runtime';

// The resolvers with the real platform packages and the real service between them; only Jira is made up.
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;
let issues = 10_000;
let issueId: string;

beforeEach(() => {
  jira = new FakeJira();
  issueId = String(++issues);
  jira.issues.set(issueId, { key: 'WEB-1', assignee: bob });
  forge = new ForgeRuntime(jira, app.remote);
});

const ask = (person: { accountId: string }, name: 'open' | 'page' | 'send' | 'edit' | 'remove', payload = {}) =>
  forge.invoke(person.accountId, name, payload, { issueId });

async function open(person: { accountId: string }) {
  const answer = await forge.invoke(person.accountId, 'open', {}, { issueId });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer;
}

async function send(
  from: { accountId: string },
  to: { accountId: string },
  text: string,
  key: string = crypto.randomUUID(),
) {
  const answer = await forge.invoke(from.accountId, 'send', { with: to.accountId, text, key }, { issueId });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.message;
}

const words = (body: unknown) =>
  [...JSON.stringify(body).matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text).join('');

test('opening an issue for the first time offers its assignee, with one call to the service that creates nothing', async () => {
  const panel = await open(alice);
  expect(panel.assignee).toBe('someone');
  expect(panel.threads).toEqual([
    {
      person: { id: bob.accountId, name: 'Bob Brown', kind: 'person', active: true },
      isAssignee: true,
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
      mailClosed: null,
      refusal: null,
      page: { messages: [], before: null },
    },
  ]);
  expect(forge.calls.sort()).toEqual([`conversation-api /site/${site}/conversation`, 'kvs /api/v1/get']);
});

test('a message reaches the assignee, who answers it, and both see it all', async () => {
  await send(alice, bob, 'Can you look at the **login** page?');
  const [forBob] = (await open(bob)).threads;
  expect(forBob).toMatchObject({ person: { name: 'Alice Archer' }, isAssignee: false, refusal: null });
  expect(forBob?.page?.messages.map(({ from, body }) => [from, words(body)])).toEqual([
    ['them', 'Can you look at the login page?'],
  ]);
  await send(bob, alice, 'Done.');
  const [forAlice] = (await open(alice)).threads;
  expect(forAlice?.page?.messages.map(({ from, body }) => [from, words(body)])).toEqual([
    ['me', 'Can you look at the login page?'],
    ['them', 'Done.'],
  ]);
});

test('what a send answers is the message as it is read afterwards', async () => {
  const sent = await send(alice, bob, 'One\n\n- two\n- three');
  const [thread] = (await open(alice)).threads;
  expect({ ...thread?.page?.messages[0], ts: '' }).toEqual({ ...sent, ts: '' });
});

test('one’s own message comes with the Markdown to edit it, the other one’s does not', async () => {
  await send(alice, bob, 'See **the log**:\n\n- `07:40`');
  const source = async (person: typeof alice) => (await open(person)).threads[0]?.page?.messages[0]?.source;
  expect(await source(alice)).toBe('See **the log**:\n\n- `07:40`');
  expect(await source(bob)).toBeNull();
});

test('sending to the assignee costs one call to the service, and one push and one hint behind it', async () => {
  await send(alice, bob, 'Hello');
  const calls = forge.calls.filter((call) => !call.startsWith('realtime'));
  expect(calls.slice(0, 4)).toEqual([
    `jira /rest/api/3/issue/${issueId}`,
    'kvs /api/v1/get',
    `jira /rest/api/3/issue/${issueId}`,
    `conversation-api /site/${site}/conversation/user/${encodeURIComponent(bob.accountId)}/message`,
  ]);
  // Side by side, in whichever order.
  expect(calls.slice(4).sort()).toEqual(['kvs /api/v1/set', expect.stringMatching(/^stargate .*queue\/publish/)]);
});

test('the same message sent twice with one key is there once', async () => {
  const key = crypto.randomUUID();
  const first = await send(alice, bob, 'Only once', key);
  const second = await send(alice, bob, 'Only once', key);
  expect(second.id).toBe(first.id);
  expect((await open(alice)).threads[0]?.page?.messages).toHaveLength(1);
});

test('an edit keeps the message and shows to the other one as edited', async () => {
  const { id } = await send(alice, bob, 'Teh login page');
  expect(await ask(alice, 'edit', { with: bob.accountId, id, text: 'The login page' })).toMatchObject({ ok: true });
  const [message] = (await open(bob)).threads[0]?.page?.messages ?? [];
  expect(message).toMatchObject({ id, editedAt: expect.any(String) });
  expect(words(message?.body)).toBe('The login page');
});

test('a deleted message leaves a mark without words, and deleting it again is no failure', async () => {
  const { id } = await send(alice, bob, 'Wrong window');
  const remove = () => ask(alice, 'remove', { with: bob.accountId, id });
  expect(await remove()).toMatchObject({ ok: true });
  expect(await remove()).toMatchObject({ ok: true });
  const [message] = (await open(bob)).threads[0]?.page?.messages ?? [];
  expect(message).toMatchObject({ id, body: null, deletedAt: expect.any(String) });
});

test('to delete what one never wrote is no success: what is not there, and what another took back', async () => {
  const gone = { ok: false, problem: { code: 'gone' } };
  const strange = crypto.randomUUID();
  expect(await ask(carla, 'remove', { with: bob.accountId, id: strange })).toMatchObject(gone);
  const { id } = await send(alice, bob, 'Wrong window');
  expect(await ask(alice, 'remove', { with: bob.accountId, id: strange })).toMatchObject(gone);
  expect(await ask(alice, 'remove', { with: carla.accountId, id })).toMatchObject(gone);
  await ask(alice, 'remove', { with: bob.accountId, id });
  expect(await ask(bob, 'remove', { with: alice.accountId, id })).toMatchObject(gone);
});

test('nobody edits or deletes the words of another', async () => {
  const { id } = await send(alice, bob, 'Mine');
  expect(await ask(bob, 'edit', { with: alice.accountId, id, text: 'Yours' })).toMatchObject({ ok: false });
  expect(await ask(bob, 'remove', { with: alice.accountId, id })).toMatchObject({ ok: false });
  expect(words((await open(alice)).threads[0]?.page?.messages[0]?.body)).toBe('Mine');
});

test('a reassigned issue keeps both threads, the new assignee first', async () => {
  await send(alice, bob, 'For Bob');
  jira.issues.set(issueId, { key: 'WEB-1', assignee: carla });
  const { threads } = await open(alice);
  expect(threads.map(({ person, isAssignee, refusal }) => [person.name, isAssignee, refusal])).toEqual([
    ['Carla Diaz', true, null],
    ['Bob Brown', false, null],
  ]);
  await expect(send(alice, bob, 'Still here?')).resolves.toMatchObject({ from: 'me' });
});

test('messages about another issue do not show here', async () => {
  await send(alice, bob, 'About the first');
  issueId = String(++issues);
  jira.issues.set(issueId, { key: 'WEB-2', assignee: bob });
  expect((await open(alice)).threads[0]?.page?.messages).toEqual([]);
});

test('the assignee sees everyone who wrote to them, and no one is offered where nobody did', async () => {
  expect(await open(bob)).toMatchObject({ assignee: 'me', threads: [] });
  await send(alice, bob, 'From Alice');
  await send(carla, bob, 'From Carla');
  const { threads } = await open(bob);
  expect(threads.map(({ person }) => person.name)).toEqual(['Carla Diaz', 'Alice Archer']);
});

test('an issue without an assignee offers nobody', async () => {
  jira.issues.set(issueId, { key: 'WEB-1', assignee: null });
  expect(await open(alice)).toMatchObject({ assignee: 'nobody', threads: [] });
});

test('older messages come page by page down to the first', async () => {
  for (let n = 1; n <= 23; n++) await send(alice, bob, `Number ${n}`);
  const [thread] = (await open(alice)).threads;
  expect(thread?.page?.messages).toHaveLength(20);
  const before = thread?.page?.before;
  const older = await forge.invoke(alice.accountId, 'page', { with: bob.accountId, before }, { issueId });
  if (!older.ok) throw new Error(older.problem.code);
  expect(older.messages.map(({ body }) => words(body))).toEqual(['Number 1', 'Number 2', 'Number 3']);
  expect(older.before).toBeNull();
});

test('who cannot see the issue gets a message as who can: the sender learns of nobody what they see', async () => {
  const other = aUser('557058:e417', 'Erin Evans');
  jira.users.push(other);
  jira.issues.set(issueId, { key: 'WEB-1', assignee: bob, hiddenFrom: [carla.accountId] });
  for (const { accountId } of [carla, other]) {
    const answer = await ask(alice, 'send', { with: accountId, text: 'Hi', key: crypto.randomUUID() });
    expect(answer).toMatchObject({ ok: true, mailClosed: 'sight_unknown' });
  }
});

test('someone who was deactivated keeps their thread and gets no composer', async () => {
  await send(alice, bob, 'Hello');
  jira.users.splice(1, 1, { ...bob, active: false });
  jira.issues.set(issueId, { key: 'WEB-1', assignee: dan });
  const { threads } = await open(alice);
  expect(threads.map(({ person, refusal }) => [person.name, refusal])).toEqual([
    ['Dan Deactivated', 'recipient_inactive'],
    ['Bob Brown', 'recipient_inactive'],
  ]);
  expect(await ask(alice, 'send', { with: bob.accountId, text: 'Hi', key: 'k-2' })).toEqual({
    ok: false,
    problem: { code: 'recipient_inactive' },
  });
});

test('everyone I wrote with is there, also beyond the first page, the assignee first and then the newest', async () => {
  const people = Array.from({ length: 26 }, (_, n) => aUser(`557058:${n}`, `Person ${n}`));
  jira.users.push(...people);
  await send(alice, bob, 'The oldest');
  for (const person of people) {
    jira.issues.set(issueId, { key: 'WEB-1', assignee: person });
    await send(alice, person, 'Hello');
  }
  jira.issues.set(issueId, { key: 'WEB-1', assignee: bob });
  const { threads } = await open(alice);
  expect(threads.map(({ person }) => person.name)).toEqual(['Bob Brown', ...people.map((_, n) => `Person ${25 - n}`)]);
  expect(threads[0]).toMatchObject({ person: { name: 'Bob Brown' }, isAssignee: true });
  expect(words(threads[0]?.page?.messages[0]?.body)).toBe('The oldest');
});

test('who wrote last about this issue comes first, whatever was written about another one', async () => {
  const here = issueId;
  for (const [assignee, text] of [
    [carla, 'First'],
    [bob, 'Second'],
  ] as const) {
    jira.issues.set(here, { key: 'WEB-1', assignee });
    await send(alice, assignee, text);
  }
  issueId = String(++issues);
  jira.issues.set(issueId, { key: 'WEB-2', assignee: carla });
  await send(alice, carla, 'About another issue');
  issueId = here;
  jira.issues.set(here, { key: 'WEB-1', assignee: null });
  expect((await open(alice)).threads.map(({ person }) => person.name)).toEqual(['Bob Brown', 'Carla Diaz']);
});

test('a retry after the issue got another key says that it was sent before, and sends nothing', async () => {
  await send(alice, bob, 'Once', 'k-moved');
  jira.issues.set(issueId, { key: 'SHOP-7', assignee: bob });
  expect(await ask(alice, 'send', { with: bob.accountId, text: 'Once', key: 'k-moved' })).toMatchObject({
    ok: false,
    problem: { code: 'already_sent' },
  });
  expect((await open(alice)).threads[0]?.page?.messages).toHaveLength(1);
});
