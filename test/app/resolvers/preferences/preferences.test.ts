import { alice, bob, carla, FakeJira } from '../../fake-jira';
import { type RunningApp, runApp } from '../../forge/running-app';
import { ForgeRuntime } from '../../forge-runtime';
import { expectAnswer } from '../expect-answer';

let app: RunningApp;
let jira: FakeJira;
let forge: ForgeRuntime;

beforeAll(async () => {
  app = await runApp();
}, 180_000);

afterAll(() => app.close());

beforeEach(() => {
  jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  forge = new ForgeRuntime(jira, app.remote);
});

const read = async ({ accountId }: { accountId: string }) => expectAnswer(await forge.invoke(accountId, 'preferences'));

test('who never chose is told of everything, and shows what they read', async () => {
  expect(await read(carla)).toMatchObject({
    choices: { mailOfPeople: true, mailOfRules: true, mailOfPrograms: true, receipts: true },
    blocked: [],
    muted: [],
  });
});

test('each choice is kept, for its person alone', async () => {
  const choices = { mailOfPeople: true, mailOfRules: false, mailOfPrograms: false, receipts: false };
  expectAnswer(await forge.invoke(bob.accountId, 'preferencesSave', { choices }));
  expect((await read(bob)).choices).toEqual(choices);
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
  ['preferencesSave', {}],
  ['preferencesSave', { choices: { mailOfPeople: 'yes' } }],
  ['block', { person: '..' }],
  ['unblock', {}],
] as const)('a forged payload of %s asks nobody: %j', async (name, payload) => {
  expect(await forge.invoke(bob.accountId, name, payload)).toEqual({ ok: false, problem: { code: 'unexpected' } });
  expect(forge.calls).toEqual([]);
});
