import { alice, bob, carla, FakeJira } from '../../fake-jira';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime } from '../../forge-runtime';
import { expectAnswer } from '../expect-answer';

// The lists of the inbox that the service filters, and reading all of them, with the real service.
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;
let people = 0;
let firstIssue = 60_000;
let ann: typeof alice;
let ben: typeof alice;

function anew(of: typeof alice) {
  const person = { ...of, accountId: `${of.accountId}-l${++people}` };
  jira.users.push(person);
  return person;
}

beforeEach(() => {
  jira = new FakeJira();
  firstIssue += 10;
  [ann, ben] = [anew(alice), anew(bob)];
  for (const n of [1, 2]) jira.issues.set(issueOf(n), { key: `WEB-${n}`, assignee: ann });
  forge = new ForgeRuntime(jira, app.remote);
});

/** Of this test alone. */
const issueOf = (n: number) => String(firstIssue + n);
const write = async (from: typeof alice, n = 1, to = ann) =>
  expectAnswer(
    await forge.invoke(
      from.accountId,
      'send',
      { with: to.accountId, text: 'Hello', key: crypto.randomUUID() },
      { issueId: issueOf(n) },
    ),
  ).message;
const list = async (name: string, more: object = {}) =>
  expectAnswer(await forge.invoke(ann.accountId, 'inboxList', { list: name, cursor: '', ...more } as never)).entries;
const othersOf = async (name: string, more: object = {}) => (await list(name, more)).map(({ person }) => person?.id);

test('what rules wrote is a list of its own', async () => {
  await write(ben);
  const inputs = { issueKey: 'WEB-1', recipient: ann.accountId, message: 'Due', ruleName: 'Nightly' };
  await forge.runAction(ben.accountId, inputs);
  expect(await list('rules')).toMatchObject([{ person: { kind: 'program' }, last: { text: 'Due' } }]);
  expect(await list('all')).toHaveLength(2);
});

test('what is about a work item is listed with what is unread of it, archived ones too', async () => {
  const carol = anew(carla);
  await write(ben, 1);
  await write(ben, 2);
  await write(carol, 2);
  expect(await othersOf('issue', { issue: issueOf(1) })).toEqual([ben.accountId]);
  const both = await list('issue', { issue: issueOf(2) });
  expect(both.map(({ person, unreadCount }) => [person?.id, unreadCount])).toEqual([
    [carol.accountId, 1],
    [ben.accountId, 1],
  ]);
  expectAnswer(await forge.invoke(ann.accountId, 'inboxArchive', { id: both[1]?.id ?? '', isArchived: true }));
  expect(await othersOf('issue', { issue: issueOf(1) })).toEqual([ben.accountId]);
});

test.each([
  ['issue', undefined],
  ['all', '10001'],
])('an issue goes with its own list alone: %s', async (name, issue) => {
  const asked = await forge.invoke(ann.accountId, 'inboxList', { list: name, cursor: '', issue } as never);
  expect(asked).toMatchObject({ ok: false, problem: { code: 'payload_wrong', field: 'issue' } });
});

test('all is marked as read with one word, which others see, and nothing that comes later is', async () => {
  const [carol, late] = [anew(carla), anew(carla)];
  const last = await write(ben);
  await write(carol, 2);
  const marked = expectAnswer(await forge.invoke(ann.accountId, 'inboxReadAll', { cursor: '' }));
  expect(marked).toMatchObject({ count: 2, cursor: '' });
  expect(await list('unread')).toEqual([]);
  const seen = await forge.invoke(ben.accountId, 'conversation', { person: ann.accountId });
  expect(seen).toMatchObject({ conversation: { readBy: [{ messageId: last.id }] } });
  await write(late);
  expect(await othersOf('unread')).toEqual([late.accountId]);
  expect(await forge.invoke(ben.accountId, 'inboxReadAll', { cursor: '' })).toMatchObject({ count: 0 });
});

test('a service that cannot mark all as read yet is named as the older one', async () => {
  app.away = (path) => {
    const health = { version: '0', claims: [], store: 'embedded', features: [], limits: {} };
    if (path.endsWith('/health')) return Response.json(health);
    return /\/read(\?|$)/.test(path) ? Response.json({ error: 'not_found', message: 'No.' }, { status: 404 }) : null;
  };
  const asked = await forge.invoke(ann.accountId, 'inboxReadAll', { cursor: '' });
  expect(asked).toMatchObject({ ok: false, problem: { code: 'service_older' } });
});
