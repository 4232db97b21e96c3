import * as log from '../../../src/app/storage/delivery-log';
import { alice, bob, carla, FakeJira } from '../fake-jira';
import { callService } from '../forge/call-service';
import { type RunningApp, runApp } from '../forge/running-app';
import { ForgeRuntime, site } from '../forge-runtime';

// The weekly report with the real service behind it; only Atlassian's answer is made up.
let app: RunningApp;
let forge: ForgeRuntime;

beforeAll(async () => {
  app = await runApp();
}, 180_000);

afterAll(() => app.close());

afterEach(() => jest.restoreAllMocks());

beforeEach(() => {
  app.away = null;
  forge = new ForgeRuntime(new FakeJira(), app.remote);
});

const report = () => forge.run('personalData', {});

const noteDelivery = (note: log.DeliveryNote) => forge.as(carla.accountId, () => log.noteDelivery(note));

async function write(from: string | 'app', to: string, text: string): Promise<void> {
  const path = `/site/${site}/conversation/user/${encodeURIComponent(to)}/message`;
  const headers = { 'Content-Type': 'text/plain' };
  const response = await callService(forge, from)(path, { method: 'POST', headers, body: text });
  expect(response.status).toBe(201);
}

const readAs = async (person: string, other: string) => {
  const path = `/site/${site}/conversation/user/${encodeURIComponent(other)}/message`;
  const response = await callService(forge, person)(path, { method: 'GET', headers: {} });
  return JSON.stringify(JSON.parse(await response.text()));
};

test('nobody is reported where nobody is known', async () => {
  await report();
  expect(forge.reported).toEqual([]);
});

test('everyone of whom the service keeps anything is reported, apps left out, in batches that the platform takes', async () => {
  const people = Array.from({ length: 100 }, (_, n) => `557058:person-${String(n).padStart(3, '0')}`);
  for (const person of people) await write('app', person, 'From a rule');
  await report();
  expect(forge.reported.flat().sort()).toEqual(people);
  expect(Math.max(...forge.reported.map((batch) => batch.length))).toBeLessThanOrEqual(90);
  expect(forge.reported.length).toBeGreaterThan(1);
});

test('what someone wrote is taken away once their account is closed, and nobody else’s', async () => {
  await write(alice.accountId, bob.accountId, 'Of Alice');
  await write(bob.accountId, alice.accountId, 'Of Bob');
  await report();
  expect(await readAs(bob.accountId, alice.accountId)).toContain('Of Alice');
  forge.closedAccounts = [alice.accountId];
  await report();
  const left = await readAs(bob.accountId, alice.accountId);
  expect(left).not.toContain('Of Alice');
  expect(left).toContain('Of Bob');
});

const aLine = (id: string, to: string): log.DeliveryNote => ({
  id,
  at: new Date().toISOString(),
  entry: 'rule',
  to,
  issueKey: 'WEB-1',
  label: null,
  status: 'failed',
  reason: 'service_away',
  tries: 1,
});

test('whoever stands in the delivery log alone is reported, too, once', async () => {
  for (const to of ['557058:only-here', '557058:only-here', 'assignee', 'reporter', 'app:1']) {
    await noteDelivery(aLine(`${to}-${Math.random()}`, to));
  }
  await write('app', bob.accountId, 'From a rule');
  await noteDelivery(aLine('d-bob', bob.accountId));
  await report();
  const all = forge.reported.flat();
  expect(all.filter((id) => id === '557058:only-here')).toHaveLength(1);
  expect(all.filter((id) => id === bob.accountId)).toHaveLength(1);
  expect(all).not.toContain('assignee');
  expect(all).not.toContain('reporter');
  expect(all).not.toContain('app:1');
});

test('the lines of a closed account leave the delivery log, and nobody else’s', async () => {
  await write('app', bob.accountId, 'From a rule');
  for (let n = 0; n < 130; n += 1) await noteDelivery(aLine(`d-${n}`, bob.accountId));
  await noteDelivery(aLine('gone', '557058:only-here'));
  await noteDelivery(aLine('stays', carla.accountId));
  forge.closedAccounts = [bob.accountId, '557058:only-here'];
  await report();
  expect(forge.kvs.keys('delivery:')).toEqual([expect.stringMatching(/:stays$/)]);
});

test('a report ends in its time, and says that it did not come to its end', async () => {
  await write('app', bob.accountId, 'From a rule');
  const later = Date.now() + 3_600_000;
  const now = jest.spyOn(Date, 'now');
  app.away = (path) => {
    if (!path.includes('/account')) return null;
    now.mockReturnValue(later);
    return Response.json({ values: [{ id: bob.accountId }], cursor: 'on', limit: 75, size: 1 });
  };
  await expect(report()).rejects.toThrow('not all accounts');
  expect(forge.reported.flat()).toContain(bob.accountId);
});

test('an account whose name has changed loses nothing, since no name is kept', async () => {
  await write(alice.accountId, carla.accountId, 'Still there');
  forge.updatedAccounts = [alice.accountId];
  await report();
  expect(await readAs(carla.accountId, alice.accountId)).toContain('Still there');
});

test('an erase that takes several calls is asked for until it is finished', async () => {
  await write(carla.accountId, bob.accountId, 'Of Carla');
  forge.closedAccounts = [carla.accountId];
  let erases = 0;
  app.away = (path) => {
    if (!path.endsWith('/erase') || ++erases > 2) return null;
    return Response.json({ messages: erases, isFinished: false });
  };
  await report();
  expect(erases).toBe(3);
  expect(await readAs(bob.accountId, carla.accountId)).not.toContain('Of Carla');
});

test('what one page fails with stops no other page, and is said in the end', async () => {
  await write(alice.accountId, bob.accountId, 'Again');
  forge.closedAccounts = ['557058:person-000'];
  app.away = (path) => (path.endsWith('/erase') ? new Response('<html>', { status: 502 }) : null);
  await expect(report()).rejects.toThrow('1 pages of accounts were not reported');
  expect(forge.reported.flat()).toContain(bob.accountId);
});
