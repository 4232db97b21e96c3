import type { OpenedConversation, OwnReport } from '../../../../src/app/definitions';
import { alice, bob, carla, FakeJira } from '../../fake-jira';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime, site } from '../../forge-runtime';

// From the report to the decision, with the real platform packages and the real service between them. Carla administers Jira.
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;
let id: string;

type Answer = Record<string, unknown>;
const settings = async (name: Parameters<ForgeRuntime['invokeSettings']>[1], payload: unknown = {}, who = carla) =>
  (await forge.invokeSettings(who.accountId, name, payload)) as unknown as Answer;
const ask = async (who: { accountId: string }, ...[name, payload]: [Parameters<ForgeRuntime['invoke']>[1], object?]) =>
  (await forge.invoke(who.accountId, name, payload ?? {}, { issueId: '10001' })) as unknown as Answer;
const report = (who = bob, other = alice, more = {}) =>
  ask(who, 'report', { with: other.accountId, id, reason: 'insult', note: 'Again', ...more });
const waiting = async (who = carla) => {
  const { reports } = (await settings('reports', { cursor: '' }, who)) as { reports: { id: string; at: string }[] };
  return reports;
};
const outcomes = async (who: { accountId: string }) =>
  ((await ask(who, 'ownReports')) as { reports: OwnReport[] }).reports.map(({ outcome }) => outcome);
async function seenBy(who: { accountId: string }, other: { accountId: string }) {
  const { conversation } = (await ask(who, 'conversation', { with: other.accountId })) as unknown as {
    conversation: OpenedConversation;
  };
  return conversation.page?.messages.find((it) => it.id === id);
}
const problem = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) });

beforeEach(async () => {
  jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob, reporter: alice });
  forge = new ForgeRuntime(jira, app.remote);
  const sent = await ask(alice, 'send', { with: bob.accountId, text: 'Unkind words', key: crypto.randomUUID() });
  id = (sent as { message: { id: string } }).message.id;
  // What other tests left: everyone has a site in common.
  for (const { id: old } of await waiting()) await settings('reportDecide', { id: old, outcome: 'dismissed' });
  forge.realtime.published.length = 0;
  forge.calls.length = 0;
});

test('a report asks Jira nothing, and tells nobody', async () => {
  expect(await report()).toEqual({ ok: true });
  expect(forge.calls.filter((call) => call.startsWith('jira'))).toEqual([]);
  expect(forge.realtime.published).toEqual([]);
  expect(await outcomes(bob)).toContain('open');
  expect(await outcomes(alice)).toEqual([]);
});

test('an administrator sees who reported whom, and the words once they look', async () => {
  await report();
  const [found] = await waiting();
  expect(JSON.stringify(found)).not.toMatch(/Unkind|Again/);
  expect(found).toMatchObject({
    ...{ reason: 'insult', isGroup: false },
    ...{ reporter: { id: bob.accountId, name: 'Bob Brown' }, sender: { id: alice.accountId } },
  });
  const opened = await settings('reportOpen', { id: found?.id });
  expect(opened).toMatchObject({ ok: true, report: { note: 'Again', now: 'same' } });
  expect(JSON.stringify(opened)).toContain('Unkind words');
  const { records } = (await settings('audit', { cursor: '' })) as { records: Answer[] };
  expect(records[0]).toMatchObject({ action: 'report-opened', actor: { id: carla.accountId }, subject: found?.id });
});

test('what is removed is gone for both, who hear of it; the author is told who removed it and not who reported it', async () => {
  await report();
  const [found] = await waiting();
  forge.realtime.published.length = 0;
  expect(await settings('reportDecide', { id: found?.id, outcome: 'removed' })).toEqual({ ok: true });
  for (const [who, other] of [
    [alice, bob],
    [bob, alice],
  ] as const) {
    expect(await seenBy(who, other)).toMatchObject({ body: null, isRemoved: true });
  }
  expect(forge.realtime.published.map(({ claims }) => claims)).toEqual(
    expect.arrayContaining([{ accountId: alice.accountId }, { accountId: bob.accountId }]),
  );
  expect((await outcomes(bob))[0]).toBe('removed');
  expect(await settings('reportOpen', { id: found?.id })).toEqual(problem('report_gone'));
});

test('what is left stays, and only the reporter learns of it', async () => {
  await report();
  const [found] = await waiting();
  expect(await settings('reportDecide', { id: found?.id, outcome: 'dismissed' })).toEqual({ ok: true });
  expect(forge.realtime.published).toEqual([]);
  expect(JSON.stringify(await seenBy(alice, bob))).toContain('Unkind words');
  expect((await outcomes(bob))[0]).toBe('dismissed');
  expect(await settings('reportDecide', { id: found?.id, outcome: 'removed' })).toEqual(problem('report_gone'));
});

test('an administrator who wrote it neither sees nor decides it', async () => {
  await report();
  const [found] = await waiting();
  jira.administrators.add(alice.accountId);
  expect(await waiting(alice)).toEqual([]);
  for (const name of ['reportOpen', 'reportDecide'] as const) {
    expect(await settings(name, { id: found?.id, outcome: 'dismissed' }, alice)).toEqual(problem('report_gone'));
  }
  expect(await waiting()).toHaveLength(1);
});

test('nobody but an administrator reads or decides anything', async () => {
  await report();
  const [found] = await waiting();
  for (const name of ['reports', 'reportOpen', 'reportDecide', 'audit', 'siteData'] as const) {
    const payload = { id: found?.id, outcome: 'removed', cursor: '' };
    expect(await settings(name, payload, bob)).toEqual(problem('not_administrator'));
  }
  expect(await waiting()).toHaveLength(1);
});

test('one’s own message, and one of others, is reported by nobody', async () => {
  expect(await report(alice, bob)).toMatchObject({ ok: false });
  expect(await ask(carla, 'report', { with: alice.accountId, id, reason: 'spam', note: '' })).toEqual(problem('gone'));
  expect(await waiting()).toEqual([]);
});

test('a service of the release before is said to be older', async () => {
  app.away = (path) =>
    /\/(?:report|review|client|state)\b/.test(path)
      ? Response.json({ statusCode: 404, code: 404, error: 'not_found', message: 'No such route' }, { status: 404 })
      : path.endsWith('/health')
        ? Response.json({ version: '0.1.0', claims: [], store: 'embedded', features: [], limits: {} })
        : null;
  expect(await report()).toEqual(problem('service_older'));
  expect(await settings('reports', { cursor: '' })).toEqual(problem('service_older'));
  expect(await settings('siteData')).toEqual(problem('service_older'));
  expect(await ask(bob, 'ownReports')).toEqual({ ok: true, reports: null });
  app.away = null;
});

test('the clients of the site are listed with their last use', async () => {
  const made = await app.service.addClient({ scopes: ['participate:conversation'], sites: [site] });
  const { data } = (await settings('siteData')) as { data: { clients: Answer[]; retentionDays: number | null } };
  expect(data.clients.find((client) => client['id'] === made.id)).toMatchObject({
    ...{ mayManage: false, revokedAt: null, usedAt: null },
  });
  expect(data.retentionDays).toBeNull();
});
