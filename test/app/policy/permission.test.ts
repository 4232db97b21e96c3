import type { ProjectGrant } from '../../../platform/jira/issues';
import { alice, bob, carla, FakeJira, webProject } from '../fake-jira';
import { runAppForSuite } from '../forge/running-app';
import { ForgeRuntime } from '../forge-runtime';

// Who may write, by a permission that the app adds to projects, on the platform whose Jira knows it, with the real service.
const issueId = '10001';
const operations = { id: '20002', key: 'OPS', name: 'Operations' };
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;

beforeEach(() => {
  jira = new FakeJira();
  jira.issues.set(issueId, { key: 'WEB-1', assignee: bob, reporter: alice });
  forge = new ForgeRuntime(jira, app.remote);
  byPermission(true);
});

function byPermission(is: boolean): void {
  forge.kvs.write('switches', { isOn: true, projectsOff: [], rulesMaySend: true, byPermission: is, receipts: true });
}

const permission = 'write-messages';
/** What the permission scheme of a project says, and who is in its roles. */
function grant(to: ProjectGrant['to'], project = webProject, roles: Readonly<Record<string, readonly string[]>> = {}) {
  const others = jira.projects.filter(({ id }) => id !== project.id);
  jira.projects.splice(0, jira.projects.length, ...others, { ...project, roles, grants: [{ permission, to }] });
}

const send = ({ accountId }: typeof alice, to = bob) =>
  forge.invoke(accountId, 'send', { with: to.accountId, text: 'Hello', key: crypto.randomUUID() }, { issueId });
const refused = { ok: false, problem: { code: 'not_permitted' } };

test('where the settings do not say so, everybody may, and Jira is not asked', async () => {
  byPermission(false);
  expect(await send(alice)).toMatchObject({ ok: true });
  expect(forge.calls.join()).not.toContain('mypermissions');
});

test('nobody holds it at first, whoever administers Jira included', async () => {
  expect(await send(alice)).toEqual(refused);
  expect(await send(carla)).toEqual(refused);
});

test('a group holds it, and nobody outside of it', async () => {
  grant({ group: 'pilot' });
  jira.groups.set(alice.accountId, ['staff', 'pilot']);
  jira.groups.set(carla.accountId, ['staff']);
  expect(await send(alice)).toMatchObject({ ok: true });
  expect(await send(carla)).toEqual(refused);
});

test('a role of the project holds it, in that project alone', async () => {
  grant({ role: 'Developers' }, webProject, { Developers: [alice.accountId] });
  expect(await send(alice)).toMatchObject({ ok: true });
  jira.issues.set(issueId, { key: 'OPS-1', assignee: bob, project: operations });
  expect(await send(alice)).toEqual(refused);
});

test('it is asked for as the person, with the project of the issue as Jira shows it', async () => {
  grant('anyone');
  await send(alice);
  expect(forge.calls.filter((call) => call.includes('mypermissions'))).toHaveLength(1);
});

test('who lost it reads on, and answers and edits nothing', async () => {
  grant('anyone');
  const sent = await send(alice);
  if (!sent.ok) throw new Error(sent.problem.code);
  const { id } = sent.message;
  grant({ group: 'pilot' });
  const listed = await forge.invoke(bob.accountId, 'inboxList', { list: 'all', cursor: '' });
  if (!listed.ok) throw new Error(listed.problem.code);
  const conversationId = listed.entries[0]?.id ?? '';
  const opened = await forge.invoke(bob.accountId, 'conversation', { conversationId });
  expect(opened).toMatchObject({ ok: true });
  const answer = { conversationId, text: 'Back', key: crypto.randomUUID() };
  expect(await forge.invoke(bob.accountId, 'send', answer)).toEqual(refused);
  const edit = { with: bob.accountId, id, text: 'New' };
  expect(await forge.invoke(alice.accountId, 'edit', edit, { issueId })).toEqual(refused);
  expect(await forge.invoke(alice.accountId, 'remove', { with: bob.accountId, id }, { issueId })).toMatchObject({
    ok: true,
  });
});

test('about no issue the permission of any project is enough, and a group is founded by it', async () => {
  const group = { name: 'Release', topic: '', privacy: 'private', people: [bob.accountId], key: crypto.randomUUID() };
  expect(await forge.invoke(alice.accountId, 'groupCreate', group)).toEqual(refused);
  grant({ role: 'Developers' }, operations, { Developers: [alice.accountId] });
  const made = await forge.invoke(alice.accountId, 'groupCreate', group);
  if (!made.ok) throw new Error(made.problem.code);
  const words = { conversationId: made.id, text: 'Hello', key: crypto.randomUUID() };
  expect(await forge.invoke(alice.accountId, 'send', words)).toMatchObject({ ok: true });
  expect(await forge.invoke(bob.accountId, 'send', { ...words, key: crypto.randomUUID() })).toEqual(refused);
});

test('who lost it brings nobody into their group and puts no words over it, and may still leave it', async () => {
  grant('anyone');
  const group = { name: 'Release', topic: '', privacy: 'private', people: [], key: crypto.randomUUID() };
  const made = await forge.invoke(alice.accountId, 'groupCreate', group);
  if (!made.ok) throw new Error(made.problem.code);
  const id = made.id;
  grant({ group: 'pilot' });
  expect(await forge.invoke(alice.accountId, 'groupAdd', { id, people: [bob.accountId] })).toEqual(refused);
  const change = { id, name: 'Words', topic: 'for all', privacy: 'public' };
  expect(await forge.invoke(alice.accountId, 'groupChange', change)).toEqual(refused);
  expect(await forge.invoke(alice.accountId, 'groupLeave', { id })).toMatchObject({ ok: true });
});

test('a rule writes as whose connection it is', async () => {
  const inputs = { issueKey: 'WEB-1', recipient: 'assignee', message: 'Due', ruleName: 'Nightly' };
  expect(await forge.runAction(alice.accountId, inputs)).toMatchObject({
    errors: [{ message: expect.stringContaining('permission of Aside') }],
  });
  grant('anyone');
  expect(await forge.runAction(alice.accountId, inputs)).toMatchObject({ status: 'sent' });
});

test('where Jira does not answer nobody writes, and is told so', async () => {
  grant('anyone');
  forge.faults.of.jira = ({ path }, answer) =>
    path.includes('mypermissions') ? new Response('', { status: 503 }) : answer();
  expect(await send(alice)).toEqual({ ok: false, problem: { code: 'jira_away' } });
});

test('where Jira does not know the permission nobody holds it', async () => {
  grant('anyone');
  forge.faults.of.jira = ({ path }, answer) =>
    path.includes('mypermissions') ? Response.json({ errorMessages: [] }, { status: 400 }) : answer();
  expect(await send(alice)).toEqual(refused);
});

test('how far others have read is shown where the settings let it be, in the panel and in the inbox', async () => {
  byPermission(false);
  const sent = await send(alice);
  if (!sent.ok) throw new Error(sent.problem.code);
  const listed = await forge.invoke(bob.accountId, 'inboxList', { list: 'all', cursor: '' });
  const conversationId = (listed.ok && listed.entries[0]?.id) || '';
  await forge.invoke(bob.accountId, 'read', { conversationId, id: sent.message.id });
  const shown = async () => {
    const answers = [
      await forge.invoke(alice.accountId, 'conversation', { conversationId }),
      await forge.invoke(alice.accountId, 'open', {}, { issueId }),
    ];
    return answers.map((answer) => /"readBy":\[\{/.test(JSON.stringify(answer)));
  };
  expect(await shown()).toEqual([true, true]);
  forge.kvs.write('switches', { isOn: true, projectsOff: [], rulesMaySend: true, receipts: false });
  expect(await shown()).toEqual([false, false]);
});
