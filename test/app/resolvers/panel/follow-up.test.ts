import type { InboxPage, OpenedConversation, ShownMessage } from '../../../../src/app/definitions';
import { type alice, aUser, type bob, FakeJira } from '../../fake-jira';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime } from '../../forge-runtime';

// The functions of the views over the real service: whose turn it is, and who is reminded of what.
const stranger = aUser('557058:5t4a4', 'Sam Stranger');
const issueId = '10001';
const app = runAppForSuite();
const hour = 3_600_000;

let jira: FakeJira;
let forge: ForgeRuntime;

type Who = { readonly accountId: string };
const ask = (who: Who, ...[name, payload]: [Parameters<ForgeRuntime['invoke']>[1], object?]) =>
  forge.invoke(who.accountId, name, payload ?? {}, { issueId });
const send = async (who: Who, other: Who, changes: object = {}): Promise<ShownMessage> => {
  const answer = await ask(who, 'send', { with: other.accountId, text: 'Done?', key: crypto.randomUUID(), ...changes });
  if (!answer.ok) throw new Error(answer.problem.code);
  return (answer as unknown as { message: ShownMessage }).message;
};
const open = async (who: Who, other: Who): Promise<OpenedConversation> => {
  const answer = await ask(who, 'conversation', { with: other.accountId });
  if (!answer.ok) throw new Error(answer.problem.code);
  return (answer as unknown as { conversation: OpenedConversation }).conversation;
};
const followed = async (who: Who) => {
  const answer = await ask(who, 'inboxList', { list: 'followUp', cursor: '' });
  if (!answer.ok) throw new Error(answer.problem.code);
  return (answer as unknown as InboxPage).entries.map(({ turn, reminder, person }) => [person?.id, turn, reminder]);
};

let one: Who;
let other: Who;

beforeEach(() => {
  jira = new FakeJira();
  const number = crypto.randomUUID().slice(0, 8);
  one = aUser(`557058:one-${number}`, 'Olga One');
  other = aUser(`557058:other-${number}`, 'Otto Other');
  jira.users.push(stranger, one as typeof alice, other as typeof bob);
  jira.issues.set(issueId, { key: 'WEB-1', assignee: other as typeof bob, reporter: one as typeof alice });
  forge = new ForgeRuntime(jira, app.remote);
});

test('a question that is sent is the other’s turn until they write', async () => {
  const { id, awaitsAnswer } = await send(one, other, { isQuestion: true });
  expect(awaitsAnswer).toBe(true);
  expect((await open(one, other)).questions).toEqual([{ messageId: id, issueId, isMine: true }]);
  const theirs = await open(other, one);
  expect(theirs.questions).toEqual([{ messageId: id, issueId, isMine: false }]);
  expect(theirs.page?.messages).toMatchObject([{ id, awaitsAnswer: true }]);
  expect(await followed(other)).toEqual([[one.accountId, 'mine', null]]);
  expect(await followed(one)).toEqual([[other.accountId, 'theirs', null]]);
  await send(other, one);
  expect(await followed(other)).toEqual([]);
  expect((await open(one, other)).page?.messages).toMatchObject([{ awaitsAnswer: false }, { awaitsAnswer: false }]);
});

test('a message becomes one later, which only its sender may say, and either closes it; the other one hears of it', async () => {
  const { id } = await send(one, other);
  const { conversationId } = await open(one, other);
  forge.realtime.published.length = 0;
  expect(await ask(one, 'question', { with: other.accountId, id, isOpen: true })).toEqual({ ok: true });
  expect(forge.realtime.published.map(({ claims }) => claims)).toEqual([{ accountId: other.accountId }]);
  expect(await ask(other, 'question', { conversationId, id, isOpen: true })).toMatchObject({ ok: false });
  expect(await ask(stranger, 'question', { conversationId, id, isOpen: false })).toMatchObject({
    problem: { code: 'gone' },
  });
  expect(await ask(other, 'question', { conversationId, id, isOpen: false })).toEqual({ ok: true });
  expect(await followed(one)).toEqual([]);
});

test('where nothing may be sent nothing is asked, and what was asked is closed', async () => {
  const { id } = await send(one, other);
  const at = { with: other.accountId, id };
  await ask(one, 'question', { ...at, isOpen: true });
  const off = {
    isOn: false,
    projectsOff: [],
    rulesMaySend: true,
    byPermission: false,
    receipts: true,
    keepsDrafts: true,
  };
  forge.kvs.write('switches', off);
  expect(await ask(one, 'question', { ...at, isOpen: true })).toEqual({ ok: false, problem: { code: 'site_off' } });
  expect(await ask(one, 'question', { ...at, isOpen: false })).toEqual({ ok: true });
});

test('a reminder is seen by who set it and by nobody else, until it is taken away', async () => {
  const { id } = await send(one, other);
  const due = new Date(Date.now() + hour).toISOString();
  const later = new Date(Date.now() + 2 * hour).toISOString();
  expect(await ask(one, 'remind', { with: other.accountId, message: id, due: later })).toEqual({ ok: true });
  const { conversationId, reminders } = await open(one, other);
  expect(reminders).toEqual([{ messageId: id, due: later }]);
  expect(await ask(one, 'remind', { conversationId, message: null, due })).toEqual({ ok: true });
  expect(await followed(one)).toEqual([[other.accountId, null, due]]);
  expect((await open(other, one)).reminders).toEqual([]);
  expect(await followed(other)).toEqual([]);
  expect(await ask(stranger, 'remind', { conversationId, message: null, due })).toMatchObject({
    problem: { code: 'gone' },
  });
  for (const message of [id, null]) await ask(one, 'remind', { conversationId, message, due: null });
  expect(await followed(one)).toEqual([]);
});

test('a service of the release before is said to be older, and the views offer nothing', async () => {
  const { id } = await send(one, other);
  const due = new Date(Date.now() + hour).toISOString();
  const notFound = JSON.stringify({ statusCode: 404, code: 404, error: 'not_found', message: '', requestId: 'r' });
  const older = new Response(
    JSON.stringify({ version: '0.1.0', store: 'embedded', claims: [], features: [], limits: {} }),
  );
  app.away = (path) => {
    if (path.endsWith('/health')) return older.clone();
    const isNew = path.includes('/question') || path.includes('/reminder');
    return isNew ? new Response(notFound, { status: 404, headers: { 'Content-Type': 'application/json' } }) : null;
  };
  const refused = { ok: false, problem: { code: 'service_older' } };
  expect(await ask(one, 'question', { with: other.accountId, id, isOpen: true })).toEqual(refused);
  expect(await ask(one, 'remind', { with: other.accountId, message: id, due })).toEqual(refused);
  app.away = null;
});
