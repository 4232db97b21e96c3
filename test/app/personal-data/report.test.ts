import * as log from '../../../src/app/storage/delivery-log';
import { alice, bob, carla, FakeJira } from '../fake-jira';
import { callService } from '../forge/call-service';
import { runAppForSuite } from '../forge/running-app';
import { ForgeRuntime, site } from '../forge-runtime';

// The weekly report with the real service behind it; only Atlassian's answer is made up.
const app = runAppForSuite();
let forge: ForgeRuntime;

afterEach(() => jest.restoreAllMocks());

beforeEach(() => {
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
  forge.kvs.remove('personal-data-report');
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

test('what the app’s storage keeps of a closed account leaves it, and nobody else’s', async () => {
  await write('app', bob.accountId, 'From a rule');
  for (const { accountId } of [bob, carla])
    forge.kvs.write(`held-since:${accountId}`, { since: '2026-12-01T00:00:00Z' });
  for (let n = 0; n < 130; n += 1) await noteDelivery(aLine(`d-${n}`, bob.accountId));
  await noteDelivery(aLine('gone', '557058:only-here'));
  await noteDelivery(aLine('stays', carla.accountId));
  forge.closedAccounts = [bob.accountId, '557058:only-here'];
  await report();
  expect(forge.kvs.keys('delivery:')).toEqual([expect.stringMatching(/:stays$/)]);
  expect(forge.kvs.keys('held-since:')).toEqual([`held-since:${carla.accountId}`]);
});

describe('a report that does not come to its end', () => {
  /** Pages of one account each, and a clock that jumps beyond the run's time at this page of this run. */
  const walk = (pages: readonly string[], jumpsAt: number) => {
    const asked: string[] = [];
    const now = jest.spyOn(Date, 'now');
    app.away = (path) => {
      const { pathname, searchParams } = new URL(path, 'http://service.invalid');
      if (!pathname.endsWith('/account')) return null;
      if (searchParams.has('active')) return Response.json({ values: [], cursor: '', limit: 75, size: 0 });
      const place = Number(searchParams.get('cursor') ?? 0);
      asked.push(pages[place] ?? '');
      if (asked.length === jumpsAt) now.mockReturnValue(later());
      const cursor = place + 1 < pages.length ? String(place + 1) : '';
      return Response.json({ values: [{ id: pages[place] }], cursor, limit: 75, size: 1 });
    };
    return asked;
  };
  let time = 0;
  const later = () => {
    time += 3_600_000;
    return time;
  };
  const pages = ['557058:one', '557058:two', '557058:three', '557058:four'];

  beforeEach(() => {
    time = Date.now();
  });

  test('keeps its place, and the next run goes on there', async () => {
    walk(pages, 2);
    await report();
    expect(forge.reported.flat()).toEqual(pages.slice(0, 2));
    const asked = walk(pages, 0);
    await report();
    expect(asked).toEqual(pages.slice(2));
    expect(forge.reported.flat()).toEqual(pages);
  });

  test('and is begun anew a week after it began, not before', async () => {
    walk(pages, 0);
    await report();
    await report();
    expect(forge.reported.flat()).toEqual(pages);
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 6 * 86_400_000);
    await report();
    expect(forge.reported.flat()).toEqual(pages);
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 86_400_000);
    await report();
    expect(forge.reported.flat()).toEqual([...pages, ...pages]);
  });

  test('begins anew where the service does not know its place any more', async () => {
    walk(pages, 2);
    await report();
    const asked = walk(pages, 0);
    const answer = app.away;
    let losses = 1;
    app.away = (path) => {
      if (!path.includes('cursor=2') || losses === 0) return answer?.(path) ?? null;
      losses -= 1;
      return Response.json({ error: 'invalid_request' }, { status: 400 });
    };
    await report();
    expect(asked).toEqual(pages);
  });
});

test('who wrote or read is reported before anyone whom a client made up, and nobody’s place twice', async () => {
  const client = await app.service.addClient({ name: 'Inventor' });
  const form = { grant_type: 'client_credentials', client_id: client.id, client_secret: client.secret };
  const headers = { 'Content-Type': 'application/json' };
  const granted = await fetch(`${app.service.url}/oauth/token`, {
    method: 'POST',
    headers,
    body: JSON.stringify(form),
  });
  const { access_token } = (await granted.json()) as { access_token: string };
  for (const to of ['0000:made-up', 'unknown', 'unidentified']) {
    const path = `/site/${site}/conversation/user/${to}/message`;
    const sent = { Authorization: `Bearer ${access_token}`, 'Content-Type': 'text/plain' };
    await fetch(app.service.url + path, { method: 'POST', headers: sent, body: 'Hello' });
  }
  await write(alice.accountId, bob.accountId, 'Of Alice');
  await report();
  const all = forge.reported.flat();
  expect(all.indexOf(alice.accountId)).toBeGreaterThanOrEqual(0);
  expect(all.indexOf(alice.accountId)).toBeLessThan(all.indexOf('0000:made-up'));
  expect(all.filter((id) => id === alice.accountId)).toHaveLength(1);
  expect(all).not.toContain('unknown');
  expect(all).not.toContain('unidentified');
});

test('where the list of those who wrote breaks off, everybody is reported all the same, and it is said', async () => {
  await write(alice.accountId, bob.accountId, 'Of Alice');
  app.away = (path) => (path.includes('active=true') ? Response.json({ error: 'unavailable' }, { status: 503 }) : null);
  await expect(report()).rejects.toThrow('not all accounts were listed');
  expect(forge.reported.flat()).toEqual(expect.arrayContaining([alice.accountId, bob.accountId]));
});

test('a service of the release before, which knows no such list, is reported from as a whole', async () => {
  await write(alice.accountId, bob.accountId, 'Of Alice');
  app.away = (path) => (path.includes('active=') ? Response.json({ error: 'invalid_request' }, { status: 400 }) : null);
  await report();
  expect(forge.reported.flat()).toEqual(expect.arrayContaining([alice.accountId, bob.accountId]));
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
