import { alice, bob, customer, dan, FakeJira, robot } from '../../fake-jira';
import { callService } from '../../forge/call-service';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime, site } from '../../forge-runtime';
import { expectAnswer } from '../expect-answer';

// Writing to somebody with whom there is no conversation, about no work item, with the real service behind it. People are
// made anew for each test.
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;
let people = 0;
let ann: typeof alice;
let ben: typeof alice;

function anew(of: typeof alice) {
  const person = { ...of, accountId: `${of.accountId}-b${++people}` };
  jira.users.push(person);
  return person;
}

beforeEach(() => {
  jira = new FakeJira();
  ann = anew(alice);
  ben = anew(bob);
  forge = new ForgeRuntime(jira, app.remote);
});

const open = async (from = ann, to: { accountId: string } = ben) =>
  expectAnswer(await forge.invoke(from.accountId, 'conversation', { person: to.accountId })).conversation;
const send = (from = ann, to: { accountId: string } = ben, more: object = {}) =>
  forge.invoke(from.accountId, 'send', { person: to.accountId, text: 'Hello', key: crypto.randomUUID(), ...more });
const list = async (who = ann, name = 'all') =>
  expectAnswer(await forge.invoke(who.accountId, 'inboxList', { list: name, cursor: '' } as never)).entries;
const refused = (code: string) => ({ ok: false, problem: { code } });
const askedJira = () => forge.calls.filter((call) => call.startsWith('jira')).map((call) => call.replace(/\?.*/, ''));

test('opening makes nothing and asks Jira for nothing; the first message makes the conversation', async () => {
  expect(await open()).toMatchObject({
    conversationId: null,
    person: { id: ben.accountId },
    entry: null,
    refusal: null,
    page: { messages: [] },
  });
  expect(app.requests.filter((request) => !request.startsWith('GET'))).toEqual([]);
  expect(await list(ben)).toEqual([]);
  const { message, mailClosed } = expectAnswer(await send());
  expect([message.issue, mailClosed]).toEqual([null, null]);
  const [entry] = await list(ben);
  expect(entry).toMatchObject({ unreadCount: 1, last: { text: 'Hello' }, person: { id: ann.accountId } });
  expect(await open()).toMatchObject({ conversationId: entry?.id, page: { messages: [{ id: message.id }] } });
});

test('a send asks Jira once, as the sender, whether it shows them that person', async () => {
  await open();
  forge.calls.length = 0;
  expectAnswer(await send());
  expect(askedJira()).toEqual(['jira /rest/api/3/user/search']);
});

test('who was written to answers as in any conversation', async () => {
  expectAnswer(await send());
  jira.withoutBrowsing.add(ben.accountId);
  forge.kvs.write('switches', { peopleMayBegin: false });
  expectAnswer(await send(ben, ann));
  expect((await open()).page?.messages).toHaveLength(2);
});

test('whom Jira does not show to the sender is written to by nobody, whether there is such an account or not', async () => {
  jira.withoutBrowsing.add(ann.accountId);
  const gone = { accountId: '557058:no-such-account' };
  const deactivated = anew(dan);
  for (const to of [ben, gone, deactivated]) {
    expect(await send(ann, to)).toEqual(refused('recipient_stranger'));
  }
  jira.withoutBrowsing.clear();
  expect(await send(ann, gone)).toEqual(refused('recipient_stranger'));
  expect(await list()).toEqual([]);
});

test('the right to find people counts at the send, whatever a view was shown before', async () => {
  const found = await forge.findNamed(ann.accountId, ben.displayName);
  expect(found).toContain(ben.accountId);
  jira.withoutBrowsing.add(ann.accountId);
  expect(await send()).toEqual(refused('recipient_stranger'));
});

test.each([
  ['somebody who was deactivated', dan, 'recipient_inactive'],
  ['an app', robot, 'recipient_app'],
  ['a customer', customer, 'recipient_customer'],
])('%s is not written to', async (_, of, code) => {
  expect(await send(ann, anew(of))).toEqual(refused(code));
});

test('nobody writes to themselves, and no conversation is asked for', async () => {
  const before = app.requests.length;
  expect(await send(ann, ann)).toEqual(refused('recipient_self'));
  expect(await forge.invoke(ann.accountId, 'conversation', { person: ann.accountId })).toEqual(
    refused('recipient_self'),
  );
  expect(app.requests).toHaveLength(before);
});

test('where it is switched off there is no composer and nothing is sent; Jira is not asked', async () => {
  forge.kvs.write('switches', { peopleMayBegin: false });
  expect((await open()).refusal).toBe('recipient_stranger');
  expect(await send()).toEqual(refused('recipient_stranger'));
  expect(askedJira()).toEqual([]);
  const found = await forge.invoke(ann.accountId, 'inboxSearch', { text: 'bob', cursor: '', people: [] });
  expect(found).toMatchObject({ ok: true, mayBegin: false });
});

test('who has blocked the sender is not reached', async () => {
  expectAnswer(await forge.invoke(ben.accountId, 'block', { person: ann.accountId }));
  expect(await send()).toMatchObject(refused('blocked'));
  expect(await list(ben)).toEqual([]);
});

test('where Jira does not answer nothing is sent, and the same key sends it once', async () => {
  const key = crypto.randomUUID();
  jira.isAway = true;
  expect(await send(ann, ben, { key })).toEqual(refused('jira_away'));
  jira.isAway = false;
  const first = expectAnswer(await send(ann, ben, { key })).message;
  expect((await open()).page?.messages.map(({ id }) => id)).toEqual([first.id]);
});

test('an answer that was lost is not sent twice, though there is a conversation by then', async () => {
  const ask = { key: crypto.randomUUID(), isQuestion: true };
  const first = expectAnswer(await send(ann, ben, ask)).message;
  const again = expectAnswer(await send(ann, ben, ask)).message;
  expect(again).toEqual(first);
  expect((await open()).page?.messages.map(({ id }) => id)).toEqual([first.id]);
});

test('an empty conversation that a client has made is no way round', async () => {
  await callService(forge, ann.accountId)(`/site/${site}/conversation/user/${ben.accountId}`, {
    method: 'GET',
    headers: {},
  });
  jira.withoutBrowsing.add(ann.accountId);
  expect(await send()).toEqual(refused('recipient_stranger'));
});

describe('a draft', () => {
  const draft = { message: null, revision: null, text: 'Half a thought' };
  const save = async () => {
    const saved = expectAnswer(await forge.invoke(ann.accountId, 'draftSave', { person: ben.accountId, ...draft }));
    if (saved.outcome !== 'saved') throw new Error(saved.outcome);
    return saved.revision;
  };

  test('to somebody stands among the drafts, is found again, and goes with the message', async () => {
    const revision = await save();
    expect(await list(ann, 'drafts')).toMatchObject([
      { id: `person:${ben.accountId}`, person: { id: ben.accountId }, hasDraft: true, last: null },
    ]);
    const found = await forge.invoke(ann.accountId, 'draft', { person: ben.accountId, message: null });
    expect(found).toMatchObject({ ok: true, draft: { revision, words: { markdown: 'Half a thought' } } });
    expectAnswer(await send(ann, ben, { draft: revision }));
    expect(await list(ann, 'drafts')).toEqual([]);
  });

  test('stands there once where there is a conversation', async () => {
    expectAnswer(await send());
    await save();
    const drafts = await list(ann, 'drafts');
    expect(drafts).toMatchObject([{ person: { id: ben.accountId }, hasDraft: true, last: { text: 'Hello' } }]);
    expect(drafts[0]?.id).not.toContain('person:');
    expect(await list(ben, 'drafts')).toEqual([]);
  });

  test('that stands beside a work item is told of with it, also where there is no conversation', async () => {
    const issueId = '95001';
    jira.issues.set(issueId, { key: 'WEB-5', summary: 'The login page is slow', assignee: ben });
    const beside = { with: ben.accountId, ...draft };
    expectAnswer(await forge.invoke(ann.accountId, 'draftSave', beside, { issueId }));
    const draftsOn = [{ id: issueId, key: 'WEB-5', summary: 'The login page is slow' }];
    expect(await list(ann, 'drafts')).toMatchObject([{ id: `person:${ben.accountId}`, draftsOn }]);
    expectAnswer(await send());
    expect(await list(ann, 'drafts')).toMatchObject([{ last: { text: 'Hello' }, draftsOn }]);
  });

  test('is not shown where drafts are switched off', async () => {
    await save();
    forge.kvs.write('switches', { keepsDrafts: false });
    expect(await list(ann, 'drafts')).toEqual([]);
  });
});

test('what is done in a conversation is gone where there is none', async () => {
  const id = crypto.randomUUID();
  for (const [name, more] of [
    ['read', {}],
    ['unread', {}],
    ['remove', {}],
    ['edit', { text: 'New' }],
    ['page', { before: null }],
  ] as const) {
    const ask = { person: ben.accountId, id, ...more } as never;
    expect([name, await forge.invoke(ann.accountId, name, ask)]).toEqual([name, refused('gone')]);
  }
});
