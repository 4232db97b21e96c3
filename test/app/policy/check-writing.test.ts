import { createConversationClient } from '../../../src/app/client/conversation-client';
import { forgeFetch } from '../../../src/app/client/forge-fetch';
import { checkWriting, type IssueWriting, theApp } from '../../../src/app/policy/check-writing';
import { alice, aUser, bob, carla, FakeJira, webProject } from '../fake-jira';
import { ForgeRuntime, type Remote, site } from '../forge-runtime';

// Which facts are gathered, from whom and as whom. What follows from them is the truth table's.
const noMessages: Remote = async () => Response.json({ values: [], before: null, after: null });
const oneMessage: Remote = async () => Response.json({ values: [{}], before: null, after: null });
const erin = aUser('557058:e41a', 'Erin Evans');
const conversationId = '01890000-0000-7000-8000-00000000000c';

let jira: FakeJira;
let forge: ForgeRuntime;

beforeEach(() => {
  jira = new FakeJira();
  jira.users.push(erin);
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob, reporter: carla, hiddenFrom: [erin.accountId] });
  forge = new ForgeRuntime(jira, noMessages);
});

function check(changes: Partial<IssueWriting> = {}) {
  const client = createConversationClient({ fetch: forgeFetch(alice.accountId) });
  const request = { sender: alice.accountId, recipient: bob.accountId, issueId: '10001', site, client, ...changes };
  return forge.as(alice.accountId, () => checkWriting({ entry: 'panel', ...request }));
}

function checkInbox(sender: string | null = alice.accountId) {
  const client = createConversationClient({ fetch: forgeFetch(alice.accountId) });
  return forge.as(alice.accountId, () => checkWriting({ entry: 'inbox', sender, conversationId, site, client }));
}

test('writing to the assignee asks Jira what both see, and the service nothing', async () => {
  expect(await check()).toMatchObject({
    allowed: true,
    issue: { id: '10001', key: 'WEB-1', projectId: webProject.id },
    recipient: { name: 'Bob Brown' },
    mayShowIssue: true,
  });
  expect(forge.calls.sort()).toEqual([
    'jira /rest/api/3/issue/10001',
    'jira /rest/api/3/permissions/check',
    'kvs /api/v1/get',
  ]);
});

test.each<[string, Partial<IssueWriting>, object]>([
  ['the assignee, by place', { recipient: 'assignee' }, { recipient: { id: bob.accountId } }],
  ['the reporter, by place', { recipient: 'reporter' }, { recipient: { id: carla.accountId } }],
  ['someone who can see the issue', { recipient: alice.accountId, sender: bob.accountId }, { mayShowIssue: true }],
  ['an issue by its key', { entry: 'rule', issueId: 'WEB-1' }, { issue: { id: '10001' } }],
])('it knows %s', async (_, changes, permit) => {
  expect(await check(changes)).toMatchObject({ allowed: true, ...permit });
});

test('who sees nothing of the issue is a stranger, unless there is a thread about it', async () => {
  expect(await check({ recipient: erin.accountId })).toEqual({ allowed: false, refusal: 'recipient_stranger' });
  forge.remote = oneMessage;
  expect(await check({ recipient: erin.accountId })).toMatchObject({ allowed: true, mayShowIssue: false });
});

test('a rule reaches who sees nothing of the issue, and may not lead there', async () => {
  expect(await check({ entry: 'rule', recipient: erin.accountId })).toMatchObject({
    allowed: true,
    mayShowIssue: false,
  });
});

test.each([500, 403, 404])(
  'an answer of Jira that does not say what the receiver sees counts as no: %s',
  async (status) => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    jira.permissionsCheckFailsWith = status;
    expect(await check()).toMatchObject({ allowed: true, mayShowIssue: false });
    expect(await check({ recipient: dana().accountId })).toEqual({ allowed: false, refusal: 'recipient_stranger' });
    warn.mockRestore();
  },
);

test('an answer of Jira about other issues counts as no', async () => {
  forge.faults.of.jira = ({ path }, answer) =>
    path.endsWith('/permissions/check')
      ? Response.json({ projectPermissions: [{ permission: 'BROWSE_PROJECTS', issues: [10002] }] })
      : answer();
  expect(await check()).toMatchObject({ allowed: true, mayShowIssue: false });
});

test.each<[string, Partial<IssueWriting>]>([
  ['a person', {}],
  ['a rule', { entry: 'rule' }],
])('%s writes about nothing that they do not see themselves', async (_, changes) => {
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob, hiddenFrom: [alice.accountId] });
  await expect(check(changes)).rejects.toMatchObject({ name: 'JiraError', reason: 'hidden' });
});

describe('at delivery', () => {
  const atDelivery = (changes: Partial<IssueWriting> = {}) => check({ entry: 'outbox', ...changes });

  it('the sender’s sight is asked for as the app', async () => {
    expect(await atDelivery()).toMatchObject({ allowed: true });
    jira.issues.set('10001', { key: 'WEB-1', assignee: bob, hiddenFrom: [alice.accountId] });
    expect(await atDelivery()).toEqual({ allowed: false, refusal: 'issue_hidden' });
  });

  it('of a sender nothing is guessed', async () => {
    jira.permissionsCheckFailsWith = 500;
    await expect(atDelivery()).rejects.toMatchObject({ name: 'JiraError', reason: 'away' });
  });

  it.each([401, 403])('a sender who was seen to see it is believed where Jira refuses to say: %s', async (status) => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    jira.permissionsCheckFailsWith = status;
    expect(await atDelivery({ senderSeen: true })).toMatchObject({ allowed: true, mayShowIssue: false });
    expect(await atDelivery()).toEqual({ allowed: false, refusal: 'issue_hidden' });
    expect(warn).toHaveBeenCalledTimes(2);
    jest.restoreAllMocks();
  });

  it('a sender who was seen to see it is not believed where Jira says otherwise, or nothing', async () => {
    jira.permissionsCheckFailsWith = 500;
    await expect(atDelivery({ senderSeen: true })).rejects.toMatchObject({ reason: 'away' });
    jira.permissionsCheckFailsWith = null;
    jira.issues.set('10001', { key: 'WEB-1', assignee: bob, hiddenFrom: [alice.accountId] });
    expect(await atDelivery({ senderSeen: true })).toEqual({ allowed: false, refusal: 'issue_hidden' });
  });

  it('the app itself needs no more than to see the issue', async () => {
    jira.permissionsCheckFailsWith = 500;
    expect(await atDelivery({ sender: theApp })).toMatchObject({ allowed: true });
    jira.hiddenFromApp.add('10001');
    await expect(atDelivery({ sender: theApp })).rejects.toMatchObject({ reason: 'hidden' });
  });
});

test('who is not logged in is refused before anything is asked', async () => {
  expect(await check({ sender: null })).toEqual({ allowed: false, refusal: 'not_logged_in' });
  expect(await checkInbox(null)).toEqual({ allowed: false, refusal: 'not_logged_in' });
  expect(forge.calls).toEqual([]);
});

test('settings that cannot be read stop every message', async () => {
  forge.kvs.isAway = true;
  await expect(check()).rejects.toMatchObject({ name: 'StorageError' });
  await expect(checkInbox()).rejects.toMatchObject({ name: expect.stringMatching(/StorageError|ApiError/) });
});

test('an id that Jira takes for none is an account that nobody knows', async () => {
  forge.faults.of.jira = ({ path }, answer) =>
    path.startsWith('/rest/api/3/user/bulk') ? new Response('{}', { status: 400 }) : answer();
  expect(await check({ entry: 'rule', recipient: 'no-account' })).toEqual({
    allowed: false,
    refusal: 'recipient_unknown',
  });
});

test('an issue whose project Jira does not give may be of one that is switched off', async () => {
  forge.faults.of.jira = () => Response.json({ id: '10001', key: 'WEB-1', fields: { assignee: bob } });
  await expect(check()).rejects.toMatchObject({ name: 'JiraError', reason: 'away' });
});

describe('in the inbox', () => {
  const conversation =
    (changes: object): Remote =>
    async ({ path }) => {
      if (path.endsWith('/roster')) return Response.json({ values: [alice.accountId, bob.accountId], _links: {} });
      if (path.includes('/message/recent'))
        return Response.json({ values: [{ issue: null }], before: null, after: null });
      return Response.json({ id: conversationId, isArchived: false, ...changes });
    };

  it('one writes on in a direct conversation', async () => {
    forge.remote = conversation({ type: 'direct', user: { id: bob.accountId } });
    expect(await checkInbox()).toMatchObject({ allowed: true, recipient: { name: 'Bob Brown' }, mayShowIssue: false });
  });

  it('one opens none', async () => {
    const direct = conversation({ type: 'direct', user: { id: bob.accountId } });
    forge.remote = async (request) =>
      request.path.includes('/message/recent') ? noMessages(request) : direct(request);
    expect(await checkInbox()).toEqual({ allowed: false, refusal: 'recipient_stranger' });
  });

  it('one writes into a group that one is in', async () => {
    forge.remote = conversation({ type: 'group' });
    expect(await checkInbox()).toMatchObject({ allowed: true, recipient: null });
  });

  it('one does not write into a public group from outside', async () => {
    forge.remote = conversation({ type: 'group' });
    expect(await checkInbox(carla.accountId)).toEqual({ allowed: false, refusal: 'recipient_stranger' });
  });

  it('nobody writes while the site is switched off', async () => {
    forge.kvs.write('switches', { isOn: false });
    forge.remote = conversation({ type: 'group' });
    expect(await checkInbox()).toEqual({ allowed: false, refusal: 'site_off' });
  });
});

/** Someone who is neither on the issue nor in a thread about it. */
function dana() {
  const person = aUser('557058:da4a', 'Dana Doe');
  jira.users.push(person);
  return person;
}
