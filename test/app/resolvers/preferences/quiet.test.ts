import { alice, bob, carla, FakeJira } from '../../fake-jira';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime } from '../../forge-runtime';
import { expectAnswer } from '../expect-answer';

// Quiet hours, who is away, and what Enter does, with the real service.
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;

beforeEach(() => {
  jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  jira.administrators.add(alice.accountId);
  forge = new ForgeRuntime(jira, app.remote);
});

const hours = { zone: 'Europe/Berlin', days: [1, 5], from: '18:00', until: '08:00' };
const iso = (ahead: number) => new Date(forge.clock.now() + ahead).toISOString();
const absence = () => ({
  ...{ from: iso(-60_000), until: iso(3_600_000) },
  ...{ word: 'Skiing.', substitute: carla.accountId },
});
const read = async ({ accountId }: { accountId: string }) => expectAnswer(await forge.invoke(accountId, 'preferences'));
const awayOf = async (...people: readonly string[]) =>
  expectAnswer(await forge.invoke(alice.accountId, 'away', { people })).away;
const ownOf = async ({ accountId }: { accountId: string }) =>
  expectAnswer(await forge.invoke(accountId, 'open', { own: true }, { issueId: '10001' })).own;
const older = (path: string) => path.endsWith('/preference');

test('each is kept by itself and leaves the others, for its person alone', async () => {
  const away = absence();
  expectAnswer(await forge.invoke(bob.accountId, 'quietSave', { quiet: hours }));
  expectAnswer(await forge.invoke(bob.accountId, 'awaySave', { away }));
  const { choices } = await read(bob);
  expectAnswer(await forge.invoke(bob.accountId, 'preferencesSave', { choices: { ...choices, enterSends: true } }));
  expect(await read(bob)).toMatchObject({
    choices: { enterSends: true },
    quiet: hours,
    away: { ...away, substitute: { id: carla.accountId, name: 'Carla Diaz', active: true } },
  });
  expect(await ownOf(bob)).toEqual({ enterSends: true, quiet: hours, away: { from: away.from, until: away.until } });
  expect(await read(carla)).toMatchObject({ choices: { enterSends: false }, quiet: null, away: null });
  expectAnswer(await forge.invoke(bob.accountId, 'quietSave', { quiet: null }));
  expectAnswer(await forge.invoke(bob.accountId, 'awaySave', { away: null }));
  expect(await read(bob)).toMatchObject({ choices: { enterSends: true }, quiet: null, away: null });
});

test('who is away is told of by name, with their word and whom they named', async () => {
  const away = absence();
  expectAnswer(await forge.invoke(bob.accountId, 'awaySave', { away }));
  expect(await awayOf(bob.accountId, carla.accountId)).toEqual([
    {
      person: { id: bob.accountId, name: bob.displayName, kind: 'person', active: true },
      until: away.until,
      word: 'Skiing.',
      substitute: { id: carla.accountId, name: 'Carla Diaz', kind: 'person', active: true },
      mayWriteInstead: true,
    },
  ]);
  expectAnswer(await forge.invoke(bob.accountId, 'awaySave', { away: null }));
  expect(await awayOf(bob.accountId)).toEqual([]);
});

test('from the inbox a substitute is written to where that conversation goes on, or may begin', async () => {
  expectAnswer(await forge.invoke(bob.accountId, 'awaySave', { away: absence() }));
  const mayWrite = async (more = {}) => {
    const ask = { people: [bob.accountId], ...more };
    return expectAnswer(await forge.invoke(alice.accountId, 'away', ask)).away.map((it) => it.mayWriteInstead);
  };
  const begins = { begins: true };
  expect(await mayWrite(begins)).toEqual([true]);
  // Whoever only looks costs no point of Jira's: the send decides.
  expect(await forge.platform.meter.costOf(() => mayWrite(begins))).toMatchObject({ points: 0 });
  const { switches } = expectAnswer(await forge.invokeSettings(alice.accountId, 'settings'));
  expectAnswer(
    await forge.invokeSettings(alice.accountId, 'switchesSave', { switches: { ...switches, peopleMayBegin: false } }),
  );
  expect(await mayWrite(begins)).toEqual([false]);
  expect(await mayWrite()).toEqual([true]);
  expectAnswer(
    await forge.invoke(
      alice.accountId,
      'send',
      { with: carla.accountId, text: 'Hi', key: 'k-away' },
      { issueId: '10001' },
    ),
  );
  expect(await mayWrite(begins)).toEqual([true]);
});

test('a substitute whom Jira does not show is nobody by name', async () => {
  const away = { ...absence(), substitute: '557058:9one' };
  expectAnswer(await forge.invoke(bob.accountId, 'awaySave', { away }));
  expect(await awayOf(bob.accountId)).toMatchObject([{ substitute: { name: null, kind: 'unknown', active: false } }]);
});

test('nobody is asked about nobody', async () => {
  expect(await awayOf()).toEqual([]);
  expect(app.requests).toEqual([]);
});

test('an issue and the inbox open with what the asker chose in the same answer, and only where that is asked for', async () => {
  const inbox = (more = {}) => forge.invoke(bob.accountId, 'inboxList', { list: 'all', cursor: '', ...more });
  const panel = (more = {}) => forge.invoke(bob.accountId, 'open', more, { issueId: '10001' });
  for (const open of [inbox, panel]) {
    expect(expectAnswer(await open())).not.toHaveProperty('own');
    expect(app.requests.filter(older)).toEqual([]);
    expect(expectAnswer(await open({ own: true }))).toMatchObject({ own: { quiet: null } });
    app.requests.length = 0;
  }
});

test('where the service does not say what the asker chose, all else is there', async () => {
  app.away = (path) => (older(path) ? new Response('', { status: 500 }) : null);
  expect(await ownOf(bob)).toBeUndefined();
  const ask = { list: 'all', cursor: '', own: true };
  expect(expectAnswer(await forge.invoke(bob.accountId, 'inboxList', ask))).not.toHaveProperty('own');
});

test('a service of the release before has none of it', async () => {
  const preference = { receipts: true, notices: { person: true, rule: true, client: true } };
  app.away = (path) => (older(path) ? Response.json(preference) : null);
  expect(await ownOf(bob)).toBeNull();
  expect(await read(bob)).toMatchObject({ choices: { enterSends: null }, quiet: null, away: null });
});

test('what the service does not take is a problem, and changes nothing', async () => {
  const before = await read(bob);
  const away = { ...absence(), until: iso(-120_000) };
  expect(await forge.invoke(bob.accountId, 'awaySave', { away })).toMatchObject({ ok: false });
  expect(await forge.invoke(bob.accountId, 'quietSave', { quiet: { ...hours, zone: 'No/Where' } })).toMatchObject({
    ok: false,
  });
  expect(await read(bob)).toEqual(before);
});
