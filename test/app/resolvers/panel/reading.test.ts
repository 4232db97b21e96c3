import { alice, bob, FakeJira, type JiraUser } from '../../fake-jira';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime, type Remote, site } from '../../forge-runtime';
import { expectAnswer } from '../expect-answer';

// What a pair wrote about two issues, over the real service: what is read of one says nothing of the other.
const app = runAppForSuite();
let forge: ForgeRuntime;
let issues = 30_000;
let first: string;
let second: string;

beforeEach(() => openIssues(app.remote));

function openIssues(remote: Remote): void {
  const jira = new FakeJira();
  [first, second] = [String(++issues), String(++issues)];
  jira.issues.set(first, { key: 'WEB-1', assignee: bob, reporter: alice });
  jira.issues.set(second, { key: 'WEB-2', assignee: bob, reporter: alice });
  forge = new ForgeRuntime(jira, remote);
}

async function write(issueId: string, text = 'Hello', from: JiraUser = alice, to: JiraUser = bob): Promise<string> {
  const ask = { with: to.accountId, text, key: crypto.randomUUID() };
  return expectAnswer(await forge.invoke(from.accountId, 'send', ask, { issueId })).message.id;
}

const mark = async (how: 'read' | 'unread', issueId: string, id: string) =>
  forge.invoke(bob.accountId, how, { with: alice.accountId, id }, { issueId });

async function threadOn(issueId: string, reader: JiraUser = bob, other: JiraUser = alice) {
  const { threads } = expectAnswer(await forge.invoke(reader.accountId, 'open', {}, { issueId }));
  return threads.find(({ person }) => person.id === other.accountId);
}

async function inInbox(reader: JiraUser) {
  const { entries } = expectAnswer(await forge.invoke(reader.accountId, 'inboxList', { list: 'all', cursor: '' }));
  const ask = { conversationId: entries[0]?.id ?? '' };
  return expectAnswer(await forge.invoke(reader.accountId, 'conversation', ask)).conversation;
}

/** What stands beside the title of the issue's context. */
async function badge(issueId: string): Promise<string | null> {
  const extension = { type: 'jira:issueContext', issue: { id: issueId, key: 'WEB-1' } };
  const invocation = { principal: { accountId: bob.accountId }, installContext: `ari:cloud:jira::site/${site}` };
  const answer = await forge.run('contextStatus', { extension }, invocation, bob.accountId);
  return (answer as { status?: { value: { label: string } } }).status?.value.label ?? null;
}

/** The last of the issue that its sender is told was read. */
async function readOf(issueId: string) {
  return (await threadOn(issueId, alice, bob))?.readBy.map(({ messageId, issueId }) => ({ messageId, issueId }));
}

test('what is read about one issue is so there and in no other, in panel, badge and inbox, and its sender is told so', async () => {
  const one = await write(first);
  const two = await write(second);
  expectAnswer(await mark('read', second, two));
  expect(await threadOn(second)).toMatchObject({ unreadCount: 0, unreadIn: [] });
  expect(await threadOn(first)).toMatchObject({ unreadCount: 1, unreadIn: [{ issueId: first }] });
  expect([await badge(first), await badge(second)]).toEqual(['1', null]);
  expect(await inInbox(bob)).toMatchObject({ unreadCount: 1, unreadIn: [{ issueId: first }] });
  expect(await readOf(second)).toContainEqual({ messageId: two, issueId: second });
  expect((await readOf(first))?.filter(({ messageId }) => messageId >= one)).toEqual([]);
});

test('where somebody starts with a person, that issue alone counts', async () => {
  await write(first);
  const start = async (issueId: string) => {
    const ask = { with: alice.accountId };
    return expectAnswer(await forge.invoke(bob.accountId, 'conversation', ask, { issueId })).conversation;
  };
  expect(await start(second)).toMatchObject({ unreadCount: 0 });
  expect(await start(first)).toMatchObject({ unreadCount: 1, unreadIn: [{ issueId: first }] });
});

test('a message that is marked as unread is so with what came after it, and its sender goes on seeing it as read', async () => {
  const [, two] = [await write(first, 'One'), await write(first, 'Two')];
  const three = await write(first, 'Three');
  expectAnswer(await mark('read', first, three));
  const shown = await readOf(first);
  expectAnswer(await mark('unread', first, two));
  expect(await threadOn(first)).toMatchObject({ unreadCount: 2 });
  expect(await badge(first)).toBe('2');
  expect(await readOf(first)).toEqual(shown);
});

test('in the inbox all of a conversation is read, and unread', async () => {
  const [one, two] = [await write(first), await write(second)];
  const { conversationId } = await inInbox(bob);
  expectAnswer(await forge.invoke(bob.accountId, 'read', { conversationId, id: two }));
  expect(await inInbox(bob)).toMatchObject({ unreadCount: 0 });
  expect([await badge(first), await badge(second)]).toEqual([null, null]);
  expectAnswer(await forge.invoke(bob.accountId, 'unread', { conversationId, id: one }));
  expect(await inInbox(bob)).toMatchObject({ unreadCount: 2 });
  expect([await badge(first), await badge(second)]).toEqual(['1', '1']);
});

test('a message of another issue, or of others, is not marked', async () => {
  const one = await write(first);
  await write(second);
  const gone = { ok: false, problem: { code: 'gone' } };
  expect(await mark('read', second, one)).toMatchObject(gone);
  expect(await mark('unread', second, one)).toMatchObject(gone);
  expect(await threadOn(first)).toMatchObject({ unreadCount: 1 });
});

describe('with a service of the release before', () => {
  /** It knows no features and no issues of a marker, and says of what is unread how much it is. */
  const remoteBefore: Remote = async (request) => {
    const body = typeof request.body === 'string' ? (JSON.parse(request.body) as object) : {};
    if (/\/unread$/.test(request.path) || /\/user\/[^/]+\/read$/.test(request.path)) {
      return Response.json({ error: 'not_found', message: '' }, { status: 404 });
    }
    if (/\/read$/.test(request.path) && 'issue' in body) {
      return Response.json({ error: 'invalid_request', message: '' }, { status: 400 });
    }
    const answer = await app.remote(request);
    const text = await answer.text();
    const without = (name: string, value: unknown) =>
      name === 'features' || name === 'unreadAfter' ? undefined : value;
    const old = text === '' ? null : JSON.stringify(JSON.parse(text), without);
    return new Response(old, { status: answer.status, headers: { 'content-type': 'application/json' } });
  };

  test('the whole conversation is read, and nothing is offered that it cannot do', async () => {
    openIssues(remoteBefore);
    await write(first);
    const two = await write(second);
    expect(await threadOn(second)).toMatchObject({ unreadIn: null });
    expectAnswer(await mark('read', second, two));
    expect(await threadOn(second)).toMatchObject({ unreadCount: 0, unreadIn: null });
    expect(await threadOn(first)).toMatchObject({ unreadCount: 0 });
    expect(await mark('unread', second, two)).toMatchObject({ ok: false });
  });
});
