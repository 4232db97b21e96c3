import type { OpenedConversation, ShownReaction, Switches } from '../../../../src/app/definitions';
import { alice, aUser, bob, FakeJira } from '../../fake-jira';
import { callService } from '../../forge/call-service';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime, site } from '../../forge-runtime';

// The functions of the views over the real service: who sees a quick answer, who may give one, and who hears of it.
const stranger = aUser('557058:5t4a4', 'Sam Stranger');
const issueId = '10001';
const app = runAppForSuite();

let jira: FakeJira;
let forge: ForgeRuntime;
let id: string;
let conversationId: string;

const ask = (who: { accountId: string }, ...[name, payload]: [Parameters<ForgeRuntime['invoke']>[1], object?]) =>
  forge.invoke(who.accountId, name, payload ?? {}, { issueId });
type Place = { readonly with: string } | { readonly conversationId: string };
const give = (who: { accountId: string }, at: Place, changes: object = {}) =>
  ask(who, 'react', { ...at, id, name: 'thumbs-up', isGiven: true, ...changes });

/** What somebody sees of the message's quick answers in the panel. */
async function seenBy(who: { accountId: string }, other: { accountId: string }): Promise<readonly ShownReaction[]> {
  const opened = await ask(who, 'conversation', { with: other.accountId });
  if (!opened.ok) throw new Error(opened.problem.code);
  const { page, conversationId: known } = (opened as unknown as { conversation: OpenedConversation }).conversation;
  conversationId = known ?? '';
  return page?.messages.find((it) => it.id === id)?.reactions ?? [];
}

beforeEach(async () => {
  jira = new FakeJira();
  jira.users.push(stranger);
  jira.issues.set(issueId, { key: 'WEB-1', assignee: bob, reporter: alice });
  forge = new ForgeRuntime(jira, app.remote);
  const sent = await ask(alice, 'send', { with: bob.accountId, text: 'Done?', key: crypto.randomUUID() });
  if (!sent.ok) throw new Error(sent.problem.code);
  id = (sent as unknown as { message: { id: string } }).message.id;
  await seenBy(alice, bob);
  forge.realtime.published.length = 0;
});

test('one that is given is seen by both, with who gave it, and only the other hears of it', async () => {
  expect(await give(bob, { with: alice.accountId })).toEqual({ ok: true });
  expect(await seenBy(bob, alice)).toEqual([{ name: 'thumbs-up', count: 1, isMine: true, people: [] }]);
  const named = { id: bob.accountId, name: 'Bob Brown', kind: 'person', active: true };
  expect(await seenBy(alice, bob)).toEqual([{ name: 'thumbs-up', count: 1, isMine: false, people: [named] }]);
  expect(forge.realtime.published.map(({ claims }) => claims)).toEqual([{ accountId: alice.accountId }]);
});

test('it is given once however often it is asked for, and is gone once it is taken back', async () => {
  const at = { conversationId };
  await give(bob, at);
  await give(bob, at);
  await give(alice, at);
  expect(await seenBy(bob, alice)).toMatchObject([{ count: 2, isMine: true, people: [{ id: alice.accountId }] }]);
  expect(await give(bob, { with: alice.accountId }, { isGiven: false })).toEqual({ ok: true });
  expect(await give(alice, at, { isGiven: false })).toEqual({ ok: true });
  expect(await seenBy(bob, alice)).toEqual([]);
});

test('nobody else gives one, takes one back or sees one, by whatever name they call the conversation', async () => {
  await give(bob, { with: alice.accountId });
  for (const at of [{ conversationId }, { with: bob.accountId }, { with: alice.accountId }])
    for (const isGiven of [true, false])
      expect(await give(stranger, at, { isGiven })).toMatchObject({ ok: false, problem: { code: 'gone' } });
  expect(await ask(stranger, 'page', { conversationId, before: null })).toMatchObject({ ok: false });
  expect(await seenBy(alice, bob)).toMatchObject([{ count: 1 }]);
});

test('where nothing may be sent none is given, and what was given can be taken back', async () => {
  await give(bob, { with: alice.accountId });
  const off: Switches = {
    isOn: false,
    projectsOff: [],
    rulesMaySend: true,
    byPermission: false,
    peopleMayBegin: true,
    receipts: true,
    keepsDrafts: true,
  };
  forge.kvs.write('switches', off);
  const refused = { ok: false, problem: { code: 'site_off' } };
  expect(await give(alice, { with: bob.accountId })).toEqual(refused);
  expect(await give(alice, { conversationId })).toEqual(refused);
  expect(await give(bob, { with: alice.accountId }, { isGiven: false })).toEqual({ ok: true });
});

test('to whom Jira does not show the work item any more, and who is blocked, none is given', async () => {
  jira.issues.set(issueId, { key: 'WEB-1', assignee: bob, hiddenFrom: [alice.accountId] });
  expect(await give(alice, { with: bob.accountId })).toMatchObject({ problem: { code: 'issue_hidden' } });
  jira.issues.set(issueId, { key: 'WEB-1', assignee: bob });
  await callService(forge, bob.accountId)(`/site/${site}/block/${alice.accountId}`, { method: 'PUT', headers: {} });
  expect(await give(alice, { with: bob.accountId })).toMatchObject({ problem: { code: 'blocked' } });
  await callService(forge, bob.accountId)(`/site/${site}/block/${alice.accountId}`, { method: 'DELETE', headers: {} });
});

test('a deleted message takes none, and says that it is gone', async () => {
  await ask(alice, 'remove', { with: bob.accountId, id });
  expect(await give(bob, { with: alice.accountId })).toMatchObject({ problem: { code: 'gone' } });
});

test('a service of the release before is said to be older', async () => {
  app.away = (path) =>
    path.includes('/reaction/')
      ? Response.json({ statusCode: 404, code: 404, error: 'not_found', message: '', requestId: 'r' }, { status: 404 })
      : path.endsWith('/health')
        ? Response.json({ version: '0.1.0', features: [] })
        : null;
  expect(await give(bob, { with: alice.accountId })).toMatchObject({ problem: { code: 'service_older' } });
});
