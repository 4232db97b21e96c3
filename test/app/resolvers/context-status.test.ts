import { alice, bob, FakeJira } from '../fake-jira';
import { type RunningApp, runApp } from '../forge/running-app';
import { ForgeRuntime, site } from '../forge-runtime';

const extension = { type: 'jira:issueContext', issue: { id: '10001', key: 'WEB-1' } };
const installContext = `ari:cloud:jira::site/${site}`;
const statusOf = (accountId: string | undefined, payload: object = { extension }) =>
  forge.run('contextStatus', payload, { principal: { accountId }, installContext }, accountId);

let app: RunningApp;
let forge: ForgeRuntime;

beforeAll(async () => {
  app = await runApp();
  const jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  jira.issues.set('10002', { key: 'WEB-2', assignee: bob });
  forge = new ForgeRuntime(jira, app.remote);
}, 180_000);
afterAll(() => app.close());

test('counts what others wrote about the issue and the person has not read', async () => {
  expect(await statusOf(bob.accountId)).toEqual({});
  await forge.invoke(alice.accountId, 'send', { with: bob.accountId, text: 'One', key: 'one' });
  await forge.invoke(alice.accountId, 'send', { with: bob.accountId, text: 'Two', key: 'two' });
  expect(await statusOf(bob.accountId)).toEqual({ status: { type: 'badge', value: { label: '2' } } });
  expect(await statusOf(alice.accountId)).toEqual({});
  const elsewhere = { ...extension, issue: { id: '10002', key: 'WEB-2' } };
  expect(await statusOf(bob.accountId, { extension: elsewhere })).toEqual({});
});

test.each([
  ['nobody is logged in', 'unidentified', { extension }],
  ['the platform names nobody, whatever the payload says', undefined, { extension, accountId: bob.accountId }],
  ['there is no issue', bob.accountId, {}],
])('shows nothing when %s', async (_, accountId, payload) => {
  expect(await statusOf(accountId, payload)).toEqual({});
});

test('shows nothing while the service is away', async () => {
  app.away = () => new Response('', { status: 503 });
  expect(await statusOf(bob.accountId)).toEqual({});
  app.away = null;
  expect(await statusOf(bob.accountId)).toMatchObject({ status: { type: 'badge' } });
});
