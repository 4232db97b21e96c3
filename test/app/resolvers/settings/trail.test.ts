import { createConversationClient } from '../../../../src/app/client/conversation-client';
import { carla, FakeJira, webProject } from '../../fake-jira';
import { callService } from '../../forge/call-service';
import { type RunningApp, runApp } from '../../forge/running-app';
import { startVirtualClock, type VirtualClock } from '../../forge/virtual-clock';
import { ForgeRuntime, site } from '../../forge-runtime';

// What the admin page did, by whom and when, has to stand in the audit of the service, whatever fails on the way.
const hour = 3_600_000;
let clock: VirtualClock;
let app: RunningApp;
let forge: ForgeRuntime;

beforeAll(async () => {
  clock = startVirtualClock();
  app = await runApp();
}, 180_000);

afterAll(async () => {
  await app.close();
  jest.useRealTimers();
});

beforeEach(() => {
  // Records of one millisecond have no order.
  clock.moveTo(clock.now() + 1_000);
  app.away = null;
  forge = new ForgeRuntime(new FakeJira(), app.remote, clock);
});

afterEach(() => jest.restoreAllMocks());

const others = { byPermission: false, peopleMayBegin: true, receipts: true, keepsDrafts: true };
const told = { byPermission: 'off', begin: 'on', receipts: 'on', drafts: 'on' };
const off = { isOn: false, projectsOff: [webProject], rulesMaySend: true, ...others };
const save = () => forge.invokeSettings(carla.accountId, 'switchesSave', { switches: off });
const rotate = () => forge.invokeSettings(carla.accountId, 'triggerRotate');

/** The records after the last one that was seen. */
let seen = '';
async function readTrail() {
  const client = createConversationClient({ fetch: callService(forge, 'app') });
  const { values } = await client.listAudit({ params: { cloudId: site }, query: { sort: 'asc' } });
  const fresh = values.filter(({ id }) => id > seen);
  seen = values.at(-1)?.id ?? seen;
  return fresh.map(({ actor, action, subject, details }) => ({ actor, action, subject, details }));
}

const byCarla = { actor: carla.accountId, subject: null };

test('saved switches and a new secret stand in the audit, with who did it and when, and no words', async () => {
  const [saved, done] = [await save(), new Date().toISOString()];
  // The queue keeps no order; nobody waits so long for it.
  await forge.queue.advance(hour);
  const rotated = await rotate();
  expect([saved.ok, rotated.ok]).toEqual([true, true]);
  await forge.queue.drain();
  const trail = await readTrail();
  expect(trail).toEqual([
    {
      ...byCarla,
      action: 'switches-saved',
      details: { ...{ done, people: 'off', rules: 'on', projectsOff: webProject.id }, ...told },
    },
    { ...byCarla, action: 'trigger-secret-rotated', details: { done: clockTime() } },
  ]);
  const secret = rotated.ok ? rotated.secret : '';
  expect(JSON.stringify([trail, forge.queue.pushed])).not.toMatch(new RegExp(`${secret}|${webProject.name}`));
});

test('what is refused or fails is no deed', async () => {
  expect(await forge.invokeSettings(carla.accountId, 'switchesSave', { switches: { isOn: 'no' } })).toMatchObject({
    ok: false,
  });
  forge.kvs.isAway = true;
  expect([(await save()).ok, (await rotate()).ok]).toEqual([false, false]);
  expect(forge.queue.pushed).toEqual([]);
});

test('an event that comes twice, and whose answer is lost, is one record', async () => {
  forge.faults.comesTwice = () => true;
  app.losesAnswers = 1;
  await rotate();
  await forge.queue.drain();
  expect(await readTrail()).toHaveLength(1);
});

test('sending is switched off while the service is away, and the audit hears of it once it is back', async () => {
  app.away = () => new Response(null, { status: 503 });
  const done = clockTime();
  expect((await save()).ok).toBe(true);
  await forge.queue.advance(20 * hour);
  app.away = null;
  await forge.queue.drain();
  expect(await readTrail()).toMatchObject([{ ...byCarla, details: { done, people: 'off' } }]);
});

test('a service that does not know the newest switch notes the others', async () => {
  let refusals = 0;
  app.away = (path) => {
    if (!path.includes('/audit') || refusals > 0) return null;
    refusals += 1;
    return Response.json({ error: 'invalid_request', message: 'No.' }, { status: 400 });
  };
  expect((await save()).ok).toBe(true);
  await forge.queue.drain();
  app.away = null;
  const [noted, more] = await readTrail();
  expect([noted?.details, more]).toEqual([expect.objectContaining({ people: 'off', receipts: 'on' }), undefined]);
  expect(noted?.details).not.toHaveProperty('begin');
});

test.each<[string, () => void]>([
  [
    'a queue that is away',
    () => {
      forge.queue.refusesWith = 500;
    },
  ],
  [
    'a service that is away for longer than the platform waits',
    () => {
      app.away = () => new Response(null, { status: 503 });
    },
  ],
  [
    'a service of the release before',
    () => {
      app.away = () => Response.json({ error: 'not_found' }, { status: 404 });
    },
  ],
])('%s fails no change, and a line of the platform’s log says what the audit lacks', async (_, arrange) => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  arrange();
  const done = clockTime();
  expect((await rotate()).ok).toBe(true);
  await forge.queue.advance(25 * hour);
  expect(forge.queue.expired).toEqual([]);
  expect(warn.mock.calls).toEqual([
    [expect.stringMatching(new RegExp(`^Not in the audit, since .*: trigger-secret-rotated at ${done}$`))],
  ]);
  app.away = null;
  expect(await readTrail()).toEqual([]);
});

function clockTime(): string {
  return new Date().toISOString();
}
