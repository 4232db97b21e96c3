import { askJira } from '../../../../platform/jira/ask-jira';
import { openBurstLimit } from '../../../../platform/jira/burst-limit';
import { type JiraState, openJiraState } from '../../../../platform/jira/jira-state';
import { openPointsHour } from '../../../../platform/jira/points-hour';
import { openRules } from '../../../../platform/rules/rules';
import { createJiraReader } from '../../../../src/app/views/jira/jira-reader';
import type { AskJira } from '../../../../src/app/views/jira/jira-request';
import { alice, aUser, bob, customer, dan, FakeJira, robot } from '../../fake-jira';

// What a page asks the strict Jira for itself, as whoever looks at it, and what it does where none answers.
let fake: FakeJira;
let state: JiraState;
let asked: string[];
let time: number;
let status: number | 'lost' | null;

beforeEach(() => {
  fake = new FakeJira();
  fake.issues.set('10001', { key: 'WEB-1', assignee: bob, reporter: alice, hiddenFrom: [dan.accountId] });
  state = openJiraState({ data: fake.data, rules: openRules(), now: () => time, file: null, asksEachPerson: false });
  asked = [];
  time = 0;
  status = null;
});

function reader(as = alice, mayBrowseUsers = true) {
  const parts = {
    state,
    hour: openPointsHour(65_000, () => time),
    bursts: openBurstLimit(() => time),
    chargesViews: false,
  };
  const ask: AskJira = async (question) => {
    asked.push(question.path.split('?')[0] ?? '');
    if (status === 'lost') throw new TypeError('Failed to fetch');
    if (status !== null) return { status, body: undefined };
    const person = { ...fake.describe(as), mayBrowseUsers };
    const answer = askJira(parts, question, { kind: 'person', person }, 'view');
    expect(answer.points).toBe(0);
    return { status: answer.status, body: answer.body };
  };
  return createJiraReader(ask, () => time);
}

test('people are found on a site of 5,000, whoever they are among them', async () => {
  fake.users.push(...Array.from({ length: 5_000 }, (_, n) => aUser(`557058:${n}`, `Person ${n}`)));
  fake.users.push(aUser('557058:2ed', 'Zed Last'));
  expect(await reader().searchPeople('zed', alice.accountId)).toEqual([
    { id: '557058:2ed', name: 'Zed Last', kind: 'person', active: true },
  ]);
});

test('a search offers active humans, never the reader, and keeps no mail address', async () => {
  const found = await reader().searchPeople('', alice.accountId);
  const ids = Array.isArray(found) ? found.map(({ id }) => id) : [];
  for (const { accountId } of [alice, dan, robot, customer]) expect(ids).not.toContain(accountId);
  expect(ids).toContain(bob.accountId);
  expect(JSON.stringify(found)).not.toContain('@');
});

test('who lacks "Browse users and groups" is told so, and who finds nobody for another reason is not', async () => {
  expect(await reader(alice, false).searchPeople('bob', alice.accountId)).toBe('not_allowed');
  expect(await reader().searchPeople('nobody is called so', alice.accountId)).toEqual([]);
});

test('who watches an issue is named, of whom Jira shows; that there are more is known without that', async () => {
  const watchers = [bob, dan, robot].map(({ accountId }) => accountId);
  fake.issues.set('10001', { key: 'WEB-1', assignee: bob, watchers });
  expect(await reader().findWatchers('10001')).toEqual({
    people: [expect.objectContaining({ name: 'Bob Brown' })],
    isWhole: true,
  });
  const blind = { ...fake.describe(alice), mayViewWatchers: false };
  const ask: AskJira = async (question) => {
    const parts = {
      state,
      hour: openPointsHour(65_000, () => time),
      bursts: openBurstLimit(() => time),
      chargesViews: false,
    };
    const { status, body } = askJira(parts, question, { kind: 'person', person: blind }, 'view');
    return { status, body };
  };
  expect(await createJiraReader(ask).findWatchers('10001')).toEqual({ people: [], isWhole: false });
  expect(await reader().findWatchers('10002')).toEqual({ people: [], isWhole: true });
});

test('of people it is told who sees an issue, wherever they stand among a thousand, and who may find nobody is told so', async () => {
  fake.users.unshift(...Array.from({ length: 900 }, (_, n) => aUser(`557058:${n}`, `Person ${n}`)));
  fake.users.push(aUser('557058:2ed', 'Zed Last'));
  const asks = [bob.accountId, dan.accountId, '557058:2ed', '557058:gone'];
  expect(await reader().findViewers('WEB-1', asks)).toEqual(new Set([bob.accountId, '557058:2ed']));
  expect(await reader(alice, false).findViewers('WEB-1', asks)).toBe('not_allowed');
  status = 503;
  expect(await reader().findViewers('WEB-1', asks)).toBeNull();
});

test('a name is asked for once for a page, and whoever Jira does not know is unknown', async () => {
  const jira = reader();
  await jira.findPeople([bob.accountId, '557058:gone']);
  const people = await jira.findPeople([bob.accountId, '557058:gone']);
  expect(people.get(bob.accountId)?.name).toBe('Bob Brown');
  expect(people.get('557058:gone')).toMatchObject({ kind: 'unknown', name: null });
  expect(asked).toEqual(['/rest/api/3/user/bulk']);
});

test('an issue that the reader does not see is hidden, and has no title', async () => {
  expect(await reader(dan).findIssue('10001')).toBe('hidden');
  expect(await reader().findIssue('10001')).toMatchObject({ assignee: { name: 'Bob Brown' } });
  expect(await reader(dan).findTitles(['10001'])).toEqual(new Map([['10001', null]]));
  expect(await reader().findTitles(['10001'])).toEqual(
    new Map([['10001', { key: 'WEB-1', summary: 'The login page is slow' }]]),
  );
});

test.each([429, 503])(
  'where Jira answers %s nothing is asked for a while, ever longer, and nobody is called unknown',
  async (failure) => {
    const jira = reader();
    status = failure;
    expect(await jira.findPeople([bob.accountId])).toEqual(new Map());
    await jira.findPeople([bob.accountId]);
    expect(asked).toHaveLength(1);
    time += 31_000;
    await jira.findPeople([bob.accountId]);
    time += 31_000;
    await jira.findPeople([bob.accountId]);
    expect(asked).toHaveLength(2);
    status = null;
    time += 60_000;
    expect((await jira.findPeople([bob.accountId])).get(bob.accountId)?.name).toBe('Bob Brown');
  },
);

test('after a lost connection it is asked again soon', async () => {
  const jira = reader();
  status = 'lost';
  expect(await jira.findPeople([bob.accountId])).toEqual(new Map());
  status = null;
  // The many parts of a page that ask at once are one try.
  expect(await jira.findPeople([bob.accountId])).toEqual(new Map());
  time += 2_000;
  expect((await jira.findPeople([bob.accountId])).get(bob.accountId)?.name).toBe('Bob Brown');
});
