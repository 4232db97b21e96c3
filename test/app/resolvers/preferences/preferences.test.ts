import { alice, bob, carla, FakeJira } from '../../fake-jira';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime } from '../../forge-runtime';
import { expectAnswer } from '../expect-answer';

const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;

beforeEach(() => {
  jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  forge = new ForgeRuntime(jira, app.remote);
});

const read = async ({ accountId }: { accountId: string }) => expectAnswer(await forge.invoke(accountId, 'preferences'));

test('who never chose is told of everything, and shows what they read', async () => {
  expect(await read(carla)).toMatchObject({
    choices: { mailOfPeople: true, mailOfRules: true, mailOfPrograms: true, receipts: true, mentionsPassMute: true },
    blocked: [],
    muted: [],
  });
});

test('each choice is kept, for its person alone', async () => {
  const choices = { mailOfPeople: true, mailOfRules: false, mailOfPrograms: false, receipts: false };
  expectAnswer(await forge.invoke(bob.accountId, 'preferencesSave', { choices }));
  expect((await read(bob)).choices).toEqual({ ...choices, mentionsPassMute: true, enterSends: false });
  expect((await read(alice)).choices).toMatchObject({ mailOfRules: true, receipts: true });
});

test('a blocked person is listed by name until they are let in again', async () => {
  expectAnswer(await forge.invoke(bob.accountId, 'block', { person: carla.accountId }));
  expect((await read(bob)).blocked).toEqual([
    { id: carla.accountId, name: 'Carla Diaz', kind: 'person', active: true },
  ]);
  const send = { with: bob.accountId, text: 'Hi', key: crypto.randomUUID() };
  expect(await forge.invoke(carla.accountId, 'send', send)).toMatchObject({ ok: false, problem: { code: 'blocked' } });
  expectAnswer(await forge.invoke(bob.accountId, 'unblock', { person: carla.accountId }));
  expect((await read(bob)).blocked).toEqual([]);
});

test('nobody blocks themselves', async () => {
  const answer = await forge.invoke(bob.accountId, 'block', { person: bob.accountId });
  expect(answer).toEqual({ ok: false, problem: { code: 'recipient_self' } });
});

test('what is muted is listed as it stands in the inbox', async () => {
  const send = { with: bob.accountId, text: 'Hello', key: crypto.randomUUID() };
  expectAnswer(await forge.invoke(alice.accountId, 'send', send));
  const { entries } = expectAnswer(await forge.invoke(bob.accountId, 'inboxList', { list: 'all', cursor: '' }));
  expect((await read(bob)).muted).toEqual([]);
  expectAnswer(await forge.invoke(bob.accountId, 'inboxMute', { id: entries[0]?.id, isMuted: true }));
  expect((await read(bob)).muted).toEqual([{ ...entries[0], isMuted: true }]);
});

it.each([
  ['preferencesSave', {}, 'choices'],
  ['preferencesSave', { choices: { mailOfPeople: 'yes' } }, 'choices.mailOfPeople'],
  ['block', { person: '..' }, 'person'],
  ['unblock', {}, 'person'],
] as const)('a forged payload of %s asks nobody: %j, and names its %s', async (name, payload, field) => {
  const problem = { code: 'payload_wrong', field, rule: expect.any(String) };
  expect(await forge.invoke(bob.accountId, name, payload)).toEqual({ ok: false, problem });
  expect(forge.calls).toEqual([]);
});

describe('a test mail', () => {
  const testMail = (issue: string) => forge.invoke(bob.accountId, 'testMail', { issue });

  test('goes to whoever asks for it, about an issue that they see, and says what is known of it', async () => {
    expect(await testMail(' web-1 ')).toEqual({ ok: true, outcome: 'handed', until: null });
    expect(jira.notifications).toMatchObject([
      {
        issueId: '10001',
        subject: 'Test mail of Aside about WEB-1',
        to: { users: [{ accountId: bob.accountId }] },
      },
    ]);
  });

  test('comes once in an hour, two tries at the same moment being one', async () => {
    const answers = await Promise.all([testMail('WEB-1'), testMail('WEB-1')]);
    expect(answers.map((answer) => answer.ok && answer.outcome).sort()).toEqual(['handed', 'waits']);
    expect(jira.notifications).toHaveLength(1);
    const waits = await testMail('WEB-1');
    const until = waits.ok ? Date.parse(waits.until ?? '') : 0;
    expect(until - forge.clock.now()).toBeGreaterThan(0);
    expect(until - forge.clock.now()).toBeLessThanOrEqual(3_600_000);
  });

  test('is not about an issue that they do not see, nor about what is none', async () => {
    jira.issues.set('10002', { key: 'SEC-1', assignee: null, hiddenFrom: [bob.accountId] });
    const hidden = { ok: false, problem: { code: 'issue_hidden' } };
    for (const issue of ['SEC-1', 'NONE-9', '', '../user', 'WEB-1/notify'])
      expect(await testMail(issue)).toEqual(hidden);
    expect(jira.notifications).toEqual([]);
  });

  test('says that the app is blind, and that Jira refuses', async () => {
    jira.hiddenFromApp.add('10001');
    expect(await testMail('WEB-1')).toMatchObject({ ok: true, outcome: 'blind' });
  });

  test('that Jira did not take for now costs nobody their hour', async () => {
    jira.notifyFailsWith = 503;
    expect(await testMail('WEB-1')).toEqual({ ok: false, problem: { code: 'jira_away' } });
    jira.notifyFailsWith = null;
    expect(await testMail('WEB-1')).toMatchObject({ outcome: 'handed' });
  });
});
