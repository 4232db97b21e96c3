import { alice, type JiraUser } from '../fake-jira';
import { callService } from '../forge/call-service';
import { site as cloudId } from '../forge-runtime';
import { hour, type MailStage, minute, openStage } from './mail-stage';

// Who is told by mail that a message mentions them, with the real platform packages and the real service.
let site: Awaited<ReturnType<typeof openStage>>;
let stage: MailStage;

beforeAll(async () => {
  site = await openStage();
}, 180_000);

afterAll(() => site.close());

beforeEach(() => {
  stage = site.next();
});

const choices = { mailOfPeople: true, mailOfRules: true, mailOfPrograms: true, receipts: true, mentionsPassMute: true };
const choose = (changes: object) =>
  stage.forge.invoke(stage.receiver.accountId, 'preferencesSave', { choices: { ...choices, ...changes } });
const mention = (person: JiraUser = stage.receiver) => `Secret, [~accountid:${person.accountId}]`;
const subjects = () => stage.jira.notifications.map(({ subject }) => subject);
const ofMention = () => `Alice Archer mentioned you about ${stage.issue.key}`;
const mute = async () =>
  stage.forge.invoke(stage.receiver.accountId, 'inboxMute', { id: await stage.conversation(), isMuted: true });

async function edit(id: string, text: string): Promise<void> {
  const ask = { with: stage.receiver.accountId, id, text };
  const answer = await stage.forge.invoke(alice.accountId, 'edit', ask, { issueId: stage.issue.id });
  if (!answer.ok) throw new Error(answer.problem.code);
}

test('a mail says that one is mentioned, without words, and the sweep brings no other one', async () => {
  await stage.send(mention());
  await stage.pass(5 * minute);
  await stage.sweep();
  expect(subjects()).toEqual([ofMention()]);
  expect(stage.mailed).toEqual([stage.receiver.accountId]);
  expect(JSON.stringify(stage.jira.notifications)).not.toMatch(/Secret/);
});

test('what the queue lost the sweep tells as a mention, once', async () => {
  stage.forge.queue.refusesWith = 500;
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await stage.send(mention());
  warn.mockRestore();
  stage.forge.queue.refusesWith = null;
  await stage.pass(5 * minute);
  await stage.sweep();
  await stage.sweep();
  expect(subjects()).toEqual([ofMention()]);
});

test('it passes a mute, which what mentions nobody does not', async () => {
  await stage.read(await stage.send());
  await mute();
  await stage.send();
  await stage.pass(5 * minute);
  await stage.sweep();
  expect(subjects()).toEqual([]);
  await stage.send(mention());
  await stage.pass(5 * minute);
  expect(subjects()).toEqual([ofMention()]);
});

test('it does not pass a mute of whoever does not want that', async () => {
  await choose({ mentionsPassMute: false });
  await stage.read(await stage.send());
  await mute();
  await stage.send(mention());
  await stage.pass(5 * minute);
  await stage.sweep();
  expect(subjects()).toEqual([]);
});

test('whoever wants no mails of people gets none of a mention', async () => {
  await choose({ mailOfPeople: false });
  await stage.send(mention());
  await stage.pass(5 * minute);
  await stage.sweep();
  expect(subjects()).toEqual([]);
});

test('whoever has blocked its sender gets none, neither from the queue nor from the sweep', async () => {
  await stage.send(mention());
  const blocked = await stage.forge.invoke(stage.receiver.accountId, 'block', { person: alice.accountId });
  expect(blocked).toMatchObject({ ok: true });
  await stage.pass(5 * minute);
  await stage.sweep();
  expect(subjects()).toEqual([]);
});

test('whoever reads within the minute gets none', async () => {
  await stage.read(await stage.send(mention()));
  await stage.pass(5 * minute);
  await stage.sweep();
  expect(subjects()).toEqual([]);
});

test('a mention that is not the first unread message is told of, after the pause of its conversation', async () => {
  await stage.send();
  await stage.pass(5 * minute);
  await stage.send(mention());
  await stage.pass(30 * minute);
  expect(subjects()).toHaveLength(1);
  await stage.pass(hour);
  expect(subjects()[1]).toBe(ofMention());
});

test('one that an edit brought is told of; of a message of which a mail told already no other one comes', async () => {
  await stage.read(await stage.send());
  await mute();
  const id = await stage.send();
  await stage.pass(10 * minute);
  await stage.sweep();
  expect(subjects()).toEqual([]);
  await edit(id, mention());
  await edit(id, `${mention()} again`);
  await stage.pass(5 * minute);
  expect(subjects()).toEqual([ofMention()]);
});

test('one that an edit took back within the minute is told like any other message', async () => {
  const id = await stage.send(mention());
  await edit(id, 'Secret');
  await stage.pass(5 * minute);
  expect(subjects()).toEqual([`Alice Archer sent you a message about ${stage.issue.key}`]);
});

test('a rule may mention, and its mail says that a rule wrote', async () => {
  const inputs = { issueKey: stage.issue.key, recipient: 'assignee', message: mention(), ruleName: 'Nightly' };
  await stage.forge.runAction(alice.accountId, inputs);
  await stage.pass(5 * minute);
  expect(subjects()).toEqual([`An automation rule sent you a message about ${stage.issue.key}`]);
});

test('all whom one message in a group mentions get one mail together, and the others the ordinary one', async () => {
  const ask = callService(stage.forge, alice.accountId);
  const post = async (method: string, path: string, json: unknown) => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await ask(`/site/${cloudId}${path}`, { method, headers, body: JSON.stringify(json) });
    expect(response.status).toBeLessThan(300);
    const text = await response.text();
    return text === '' ? { id: '' } : (JSON.parse(text) as { id: string });
  };
  const [one, two] = ['one', 'two'].map((name) => ({
    ...alice,
    accountId: `557058:${name}-${stage.number}`,
    displayName: name,
  }));
  if (!one || !two) throw new Error('There are two.');
  stage.jira.users.push(one, two);
  const { id } = await post('POST', '/conversation', { name: 'Release', privacy: 'private' });
  const members = [one, two, stage.receiver].map(({ accountId }) => accountId);
  await post('PATCH', `/conversation/${id}/roster`, { add: members, remove: [] });
  const content = [one, two].map(({ accountId }) => ({ type: 'mention', attrs: { id: accountId, text: '@…' } }));
  const body = { version: 1, type: 'doc', content: [{ type: 'paragraph', content }] };
  await post('POST', `/conversation/${id}/message`, { body, issue: stage.issue });
  await stage.pass(5 * minute);
  await stage.sweep();
  expect(subjects()).toEqual([ofMention(), `Alice Archer wrote in one of your groups about ${stage.issue.key}`]);
  expect(stage.mailed.map((to) => to?.split(',').sort())).toEqual([
    [one.accountId, two.accountId].sort(),
    [stage.receiver.accountId],
  ]);
});
