import type { Switches } from '../../../../src/app/definitions';
import { alice, bob, FakeJira, webProject } from '../../fake-jira';
import { ForgeRuntime } from '../../forge-runtime';

// Where nothing may be sent, nothing is put in the place of what was sent; what was sent may be taken back.
const messageId = '01890000-0000-7000-8000-000000000001';
const id = '01890000-0000-7000-9000-000000000001';
const issue = { id: '10001', key: 'WEB-1' };
const on: Switches = {
  isOn: true,
  projectsOff: [],
  rulesMaySend: true,
  byPermission: false,
  peopleMayBegin: true,
  receipts: true,
  keepsDrafts: true,
};
const problem = (code: string) => ({ ok: false, problem: { code } });

let jira: FakeJira;
let forge: ForgeRuntime;
let about: typeof issue | null;
let changes: string[];

beforeEach(() => {
  jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  about = issue;
  changes = [];
  forge = new ForgeRuntime(jira, async ({ path, method }) => {
    if (method !== 'GET') changes.push(method);
    if (method === 'DELETE') return new Response(null, { status: 204 });
    if (method === 'GET' && path.endsWith(messageId)) return Response.json({ id: messageId, issue: about });
    const conversation = { id, type: 'direct', user: { id: bob.accountId } };
    return Response.json(path.includes('?') ? { values: [conversation], cursor: '', limit: 1, size: 1 } : conversation);
  });
});

const save = (switches: Partial<Switches>) => forge.kvs.write('switches', { ...on, ...switches });
const inPanel = () => forge.invoke(alice.accountId, 'edit', { with: bob.accountId, id: messageId, text: 'New' });
const inInbox = () => forge.invoke(alice.accountId, 'edit', { conversationId: id, id: messageId, text: 'New' });

describe.each([
  ['in the panel', inPanel],
  ['in the inbox', inInbox],
])('an edit %s', (_, edit) => {
  test('is made where everything is on', async () => {
    expect(await edit()).toMatchObject({ ok: true });
    expect(changes).toEqual(['PUT']);
  });

  test('is refused where the site is switched off', async () => {
    save({ isOn: false });
    expect(await edit()).toEqual(problem('site_off'));
    expect(changes).toEqual([]);
  });

  test('is refused where the project of its issue is switched off', async () => {
    save({ projectsOff: [webProject] });
    expect(await edit()).toEqual(problem('project_off'));
    expect(changes).toEqual([]);
  });

  test('is made where another project is switched off', async () => {
    save({ projectsOff: [{ ...webProject, id: '20002' }] });
    expect(await edit()).toMatchObject({ ok: true });
  });

  test('is refused where nobody knows whether it is switched off', async () => {
    forge.faults.of.storage = () => new Response(null, { status: 500 });
    expect(await edit()).toEqual(problem('settings_unsaved'));
    expect(changes).toEqual([]);
  });

  test('is refused to whom Jira does not show the issue any more', async () => {
    jira.issues.set('10001', { key: 'WEB-1', assignee: bob, hiddenFrom: [alice.accountId] });
    expect(await edit()).toEqual(problem('issue_hidden'));
    expect(changes).toEqual([]);
  });
});

test('an edit is judged by the issue that the message is about, wherever the view stands', async () => {
  jira.issues.set('10002', { key: 'SHOP-1', assignee: bob, project: { ...webProject, id: '20002' } });
  const elsewhere = { issueId: '10002' };
  const edit = () =>
    forge.invoke(alice.accountId, 'edit', { with: bob.accountId, id: messageId, text: 'New' }, elsewhere);
  expect(await edit()).toMatchObject({ ok: true });
  save({ projectsOff: [webProject] });
  expect(await edit()).toEqual(problem('project_off'));
  save({});
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob, hiddenFrom: [alice.accountId] });
  expect(await edit()).toEqual(problem('issue_hidden'));
  expect(changes).toEqual(['PUT']);
});

test('an edit where nothing was ever written is refused, and creates nothing', async () => {
  const { remote } = forge;
  forge.remote = async (request) =>
    request.path.includes('?') ? Response.json({ values: [], cursor: '', limit: 1, size: 0 }) : remote(request);
  expect(await inPanel()).toEqual(problem('gone'));
  expect(changes).toEqual([]);
});

test('an edit of what is about no issue asks the site’s switch alone', async () => {
  about = null;
  save({ projectsOff: [webProject] });
  expect(await inInbox()).toMatchObject({ ok: true });
  expect(forge.calls.filter((call) => call.startsWith('jira'))).toEqual([]);
  save({ isOn: false });
  expect(await inInbox()).toEqual(problem('site_off'));
});

test('what was sent may be taken back where nothing may be sent', async () => {
  save({ isOn: false, projectsOff: [webProject] });
  const remove = { with: bob.accountId, id: messageId };
  expect(await forge.invoke(alice.accountId, 'remove', remove)).toMatchObject({ ok: true });
  expect(await forge.invoke(alice.accountId, 'remove', { conversationId: id, id: messageId })).toMatchObject({
    ok: true,
  });
});
