import type { FakeJira } from '../../fake-jira';
import { alice, bob, carla, FakeJira as Jira } from '../../fake-jira';
import { ForgeRuntime } from '../../forge-runtime';
import { expectAnswer } from '../expect-answer';

// Whom a message mentions was chosen by its sender: an id that is none, or that Jira refuses, locks nobody out.
const conversationId = '01890000-0000-7000-9000-000000000001';
let jira: FakeJira;
let forge: ForgeRuntime;
/** Ids for which Jira refuses the whole question. */
const malformed = ['no-such:thing', '557058:ca41a'];
let asked: string[][];

function aMessageWith(...mentioned: readonly string[]) {
  const mentions = mentioned.map((id) => ({ type: 'mention', attrs: { id, text: '@Somebody Else' } }));
  return {
    id: '01890000-0000-7000-8000-000000000001',
    conversationId,
    sender: { id: bob.accountId },
    body: { type: 'doc', version: 1, content: [{ type: 'paragraph', content: mentions }] },
    text: '',
    ts: '2026-03-04T05:06:07.000Z',
    editedAt: null,
    deletedAt: null,
    origin: null,
    issue: null,
  };
}

function answerWith(message: ReturnType<typeof aMessageWith>) {
  const messages = { values: [message], before: null, after: null };
  const conversation = {
    id: conversationId,
    type: 'direct',
    user: { id: bob.accountId },
    name: '',
    topic: '',
    privacy: 'private',
    isArchived: false,
    lastMessage: message,
    messages,
  };
  forge.remote = async ({ path }) => {
    if (path.includes('/message')) return Response.json(messages);
    const isOne = path.endsWith(conversationId);
    return Response.json(isOne ? conversation : { values: [conversation], cursor: '', limit: 25, size: 1 });
  };
}

beforeEach(() => {
  jira = new Jira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: null });
  forge = new ForgeRuntime(jira, async () => Response.json({}));
  asked = [];
  forge.faults.of.jira = ({ path }, answer) => {
    if (jira.isAway) return Response.json({ errorMessages: ['away'] }, { status: 503 });
    const { pathname, searchParams } = new URL(path, 'https://jira.invalid');
    if (pathname !== '/rest/api/3/user/bulk') return answer();
    const ids = searchParams.getAll('accountId');
    asked.push(ids);
    return ids.some((id) => malformed.includes(id)) ? new Response(null, { status: 400 }) : answer();
  };
});

afterEach(() => jest.restoreAllMocks());

test('a malformed mention leaves the panel open, with its other people named', async () => {
  answerWith(aMessageWith('no-such:thing'));
  const { threads } = expectAnswer(await forge.invoke(alice.accountId, 'open'));
  expect(threads).toMatchObject([{ person: { name: 'Bob Brown' }, refusal: null }]);
  expect(JSON.stringify(threads)).toContain('@…');
  expect(JSON.stringify(threads)).not.toContain('Somebody Else');
});

test('it leaves the inbox and the conversation open', async () => {
  answerWith(aMessageWith('no-such:thing'));
  const { entries } = expectAnswer(await forge.invoke(alice.accountId, 'inboxList', { list: 'all', cursor: '' }));
  expect(entries).toMatchObject([{ person: { name: 'Bob Brown' }, last: { text: '@…' } }]);
  const { conversation } = expectAnswer(await forge.invoke(alice.accountId, 'conversation', { conversationId }));
  expect(conversation).toMatchObject({ entry: { person: { name: 'Bob Brown' } }, refusal: null });
});

test('what can be no account id is not asked for, and hides nobody else’s name', async () => {
  answerWith(aMessageWith('all of us', '<x>', alice.accountId));
  const { threads } = expectAnswer(await forge.invoke(alice.accountId, 'open'));
  expect(asked.flat().sort()).toEqual([alice.accountId, bob.accountId].sort());
  expect(JSON.stringify(threads)).toContain('@Alice Archer');
});

test('someone who takes part and is mentioned is asked for once', async () => {
  answerWith(aMessageWith(bob.accountId));
  expectAnswer(await forge.invoke(alice.accountId, 'open'));
  expect(asked).toEqual([[bob.accountId]]);
});

test('people of whom Jira refuses to tell have no name, and what they wrote can be read', async () => {
  answerWith({ ...aMessageWith(), sender: { id: carla.accountId } });
  const { messages } = expectAnswer(
    await forge.invoke(alice.accountId, 'page', {
      conversationId,
      before: '01890000-0000-7000-8000-000000000009',
    }),
  );
  expect(messages).toMatchObject([{ sender: { id: carla.accountId, name: null, kind: 'unknown' } }]);
});

test('a Jira that is away takes nothing away but names', async () => {
  answerWith(aMessageWith());
  jira.isAway = true;
  expect(await forge.invoke(alice.accountId, 'inboxList', { list: 'all', cursor: '' })).toMatchObject({
    ok: true,
    entries: [{ person: { name: null, kind: 'person' } }],
  });
});
