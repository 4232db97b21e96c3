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

test('writing to the assignee asks Jira what the sender and the app see, and the service nothing', async () => {
  expect(await check()).toMatchObject({
    allowed: true,
    issue: { id: '10001', key: 'WEB-1', projectId: webProject.id },
    recipient: { name: 'Bob Brown' },
    mailClosed: null,
  });
  expect(forge.calls.sort()).toEqual([
    'jira /rest/api/3/issue/10001',
    'jira /rest/api/3/issue/10001',
    'kvs /api/v1/get',
  ]);
});

test.each<[string, Partial<IssueWriting>, object]>([
  ['the assignee, by place', { recipient: 'assignee' }, { recipient: { id: bob.accountId } }],
  ['the reporter, by place', { recipient: 'reporter' }, { recipient: { id: carla.accountId } }],
  ['someone who can see the issue', { recipient: alice.accountId, sender: bob.accountId }, { mailClosed: null }],
  ['an issue by its key', { entry: 'rule', issueId: 'WEB-1' }, { issue: { id: '10001' } }],
])('it knows %s', async (_, changes, permit) => {
  expect(await check(changes)).toMatchObject({ allowed: true, ...permit });
});

test('of a stranger Jira is asked as the sender; where it does not say that they see the issue no mail goes', async () => {
  const stranger = { recipient: erin.accountId };
  expect(await check(stranger)).toMatchObject({
    allowed: true,
    recipient: { name: 'Erin Evans' },
    mailClosed: 'sight_unknown',
  });
  expect(forge.calls).toContain('jira /rest/api/3/user/viewissue/search');
  expect(forge.calls.join()).not.toContain('permissions');
  forge.remote = oneMessage;
  expect(await check(stranger)).toMatchObject({ allowed: true, mailClosed: null });
});

test('a stranger whom Jira shows among those who see the issue may get a mail', async () => {
  // Jira takes a range of people first: the first of the site is in it.
  jira.users.unshift(erin);
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  expect(await check({ recipient: erin.accountId })).toMatchObject({ allowed: true, mailClosed: null });
});

test.each([500, 403, 404, 429])(
  'an answer of Jira that says nothing of a stranger closes the mail alone: %s',
  async (status) => {
    forge.faults.of.jira = ({ path }, answer) =>
      path.includes('/viewissue/') ? new Response(null, { status }) : answer();
    expect(await check({ recipient: erin.accountId })).toMatchObject({ allowed: true, mailClosed: 'sight_unknown' });
  },
);

test('an answer of Jira about somebody else says nothing of a stranger', async () => {
  forge.faults.of.jira = ({ path }, answer) => (path.includes('/viewissue/') ? Response.json([bob]) : answer());
  expect(await check({ recipient: erin.accountId })).toMatchObject({ mailClosed: 'sight_unknown' });
});

test('the sender learns that the app itself does not see the issue', async () => {
  jira.hiddenFromApp.add('10001');
  expect(await check()).toMatchObject({ allowed: true, mailClosed: 'app_blind' });
});

test('a rule reaches whoever its owner named, and Jira decides whether a mail does', async () => {
  expect(await check({ entry: 'rule', recipient: erin.accountId })).toMatchObject({ allowed: true, mailClosed: null });
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

  const seen = { id: '10001', key: 'WEB-1', projectId: webProject.id };

  it('a sender keeps what they saw, and nobody else does', async () => {
    jira.issues.set('10001', { key: 'WEB-1', assignee: bob, hiddenFrom: [alice.accountId] });
    expect(await atDelivery({ seen })).toMatchObject({ allowed: true });
    expect(await atDelivery()).toEqual({ allowed: false, refusal: 'issue_hidden' });
  });

  it('a sender keeps what they saw where the app is blind to it, and no mail goes', async () => {
    jira.hiddenFromApp.add('10001');
    expect(await atDelivery({ seen })).toMatchObject({ allowed: true, issue: seen, mailClosed: 'app_blind' });
    await expect(atDelivery()).rejects.toMatchObject({ reason: 'hidden' });
  });

  it('a project that was switched off stops what the app is blind to as well', async () => {
    jira.hiddenFromApp.add('10001');
    forge.kvs.write('switches', { projectsOff: [webProject] });
    expect(await atDelivery({ seen })).toEqual({ allowed: false, refusal: 'project_off' });
  });

  it('the app itself needs no more than to see the issue', async () => {
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
    expect(await checkInbox()).toMatchObject({ allowed: true, recipient: { name: 'Bob Brown' }, mailClosed: null });
  });

  it('one begins in an empty one with whom Jira shows, and with nobody else', async () => {
    const direct = conversation({ type: 'direct', user: { id: bob.accountId } });
    forge.remote = async (request) =>
      request.path.includes('/message/recent') ? noMessages(request) : direct(request);
    expect(await checkInbox()).toMatchObject({ allowed: true, recipient: { name: 'Bob Brown' } });
    jira.withoutBrowsing.add(alice.accountId);
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
