import { askJira } from '../../../../platform/jira/ask-jira';
import { openBurstLimit } from '../../../../platform/jira/burst-limit';
import { openJiraState } from '../../../../platform/jira/jira-state';
import { openPointsHour } from '../../../../platform/jira/points-hour';
import { openRules } from '../../../../platform/rules/rules';
import { findClosedProjects } from '../../../../src/app/views/jira/find-closed-projects';
import type { AskJira } from '../../../../src/app/views/jira/jira-request';
import { carla, FakeJira } from '../../fake-jira';

// Which projects are closed to the app, as the settings ask the strict Jira over the bridge.
let fake: FakeJira;
let asked: string[];

beforeEach(() => {
  fake = new FakeJira();
  asked = [];
});

function ask(): AskJira {
  const now = () => 0;
  const state = openJiraState({ data: fake.data, rules: openRules(), now, file: null, asksEachPerson: false });
  const parts = { state, hour: openPointsHour(65_000, now), bursts: openBurstLimit(now), chargesViews: false };
  return async (question) => {
    asked.push(question.path.split('?')[0] ?? '');
    const answer = askJira(parts, question, { kind: 'person', person: fake.describe(carla) }, 'view');
    expect(answer.points).toBe(0);
    return { status: answer.status, body: answer.body };
  };
}

/** So many projects, of which those with these numbers are closed. */
function openProjects(count: number, closed: readonly number[]): void {
  const projects = Array.from({ length: count }, (_, n) => {
    const project = { id: String(30_000 + n), key: `P${n}`, name: `Project ${n}` };
    return closed.includes(n) ? { ...project, isClosedToApps: true } : project;
  });
  fake.projects.splice(0, fake.projects.length, ...projects);
}

test('where nothing of the site is closed, one question is all', async () => {
  expect(await findClosedProjects(ask())).toEqual({ projects: [], isMore: false });
  expect(asked).toEqual(['/rest/api/3/data-policy']);
});

test('they are found on every page of projects', async () => {
  openProjects(120, [3, 51, 119]);
  const found = await findClosedProjects(ask());
  expect(found?.projects.map(({ key }) => key)).toEqual(['P3', 'P51', 'P119']);
  expect(found?.isMore).toBe(false);
});

test('a project of which one work item is closed counts', async () => {
  fake.issues.set('10001', { key: 'WEB-1', assignee: null });
  fake.hiddenFromApp.add('10001');
  expect((await findClosedProjects(ask()))?.projects).toEqual([{ id: '20001', key: 'WEB', name: 'Website' }]);
});

test('the first thousand are looked at, and it is said that there are more', async () => {
  openProjects(1_050, [1, 1_049]);
  expect(await findClosedProjects(ask())).toMatchObject({ projects: [{ key: 'P1' }], isMore: true });
});

test.each(['/data-policy', '/project/search', '/data-policy/project'])(
  'where %s is not answered nothing is known',
  async (end) => {
    openProjects(3, [1]);
    const jira = ask();
    const away: AskJira = async (question) =>
      (question.path.split('?')[0] ?? '').endsWith(end) ? { status: 429, body: undefined } : jira(question);
    expect(await findClosedProjects(away)).toBeNull();
  },
);
