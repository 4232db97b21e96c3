import { createConversationClient } from '../../../src/app/client/conversation-client';
import type { DeliveryNote } from '../../../src/app/storage/delivery-log';
import { seedRandom } from '../../shared/random/seeded-random';
import { alice, bob, carla, FakeJira } from '../fake-jira';
import { callService } from '../forge/call-service';
import { type RunningApp, runApp } from '../forge/running-app';
import { startVirtualClock, type VirtualClock } from '../forge/virtual-clock';
import { appId, ForgeRuntime, site } from '../forge-runtime';

/**
 * Everything goes wrong at once and at random, with a seed (`OUTBOX_SEED`): events come twice, late and in any order,
 * functions are ended between a send and its acknowledgement, callers of the web trigger call again, and the storage,
 * the queue and the service fail for single calls. The service is the real one.
 */
const random = seedRandom(Number(process.env['OUTBOX_SEED'] ?? 16));
const many = Number(process.env['OUTBOX_MESSAGES'] ?? 60);
const minute = 60_000;

const happens = (share: number) => random() < share;

let clock: VirtualClock;
let app: RunningApp;
let forge: ForgeRuntime;
let secret: string;

beforeAll(async () => {
  clock = startVirtualClock();
  app = await runApp();
  const jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  forge = new ForgeRuntime(jira, app.remote, clock);
  const rotated = await forge.invokeSettings(carla.accountId, 'triggerRotate');
  if (!rotated.ok) throw new Error(rotated.problem.code);
  secret = rotated.secret;
}, 600_000);

afterAll(async () => {
  await app.close();
  jest.useRealTimers();
});

const deliveries = () => forge.kvs.keys('delivery:').map((key) => forge.kvs.read(key) as DeliveryNote);

async function readAll(): Promise<string[]> {
  const client = createConversationClient({ fetch: callService(forge, bob.accountId) });
  const params = { cloudId: site, userId: `app:${appId}` };
  const texts: string[] = [];
  for (let query: { beforeMessage?: string } | null = {}; query !== null; ) {
    const page: Awaited<ReturnType<typeof client.listDirectMessages>> = await client.listDirectMessages({
      params,
      query,
    });
    texts.unshift(...page.values.map(({ text }) => text));
    query = page.before === null ? null : { beforeMessage: page.before };
  }
  return texts;
}

function breakEverything(): void {
  const away = () => new Response(null, { status: 503 });
  forge.faults.comesTwice = () => happens(0.3);
  forge.faults.failsInBatches = () => happens(0.2);
  forge.faults.of.storage = (_, answer) =>
    happens(0.15) ? Response.json({ code: 'INTERNAL' }, { status: 503 }) : answer();
  forge.faults.of.queue = (_, answer) => (happens(0.2) ? Response.json({ errors: [] }, { status: 503 }) : answer());
  forge.faults.of.remote = async (_, answer) => {
    if (happens(0.2)) return away();
    const given = await answer();
    // The function is ended here: what the service has kept, nobody is told any more.
    if (happens(0.3)) throw new Error('The function has ended');
    return given;
  };
}

function mendEverything(): void {
  forge.faults.comesTwice = () => false;
  forge.faults.failsInBatches = () => false;
  for (const service of ['storage', 'queue', 'remote'] as const) delete forge.faults.of[service];
}

/** What a caller is told is taken; the trigger's callers ask again under their key until then, and now and then twice. */
async function callTrigger(n: number): Promise<boolean> {
  const body = JSON.stringify({ issue: 'WEB-1', recipient: 'assignee', message: `Number ${n}`, key: `key-${n}` });
  const headers = { Authorization: [`Bearer ${secret}`], 'Content-Type': ['application/json'] };
  const call = () => forge.callTrigger({ body, headers }).catch(() => null) as Promise<{ outputKey?: string } | null>;
  for (let tries = 0; tries < 20; tries += 1) {
    const answers = await Promise.all(happens(0.3) ? [call(), call()] : [call()]);
    if (answers.some((answer) => answer?.outputKey === 'accepted')) return true;
  }
  return false;
}

async function runRule(n: number): Promise<boolean> {
  const inputs = { issueKey: 'WEB-1', recipient: 'assignee', message: `Number ${n}`, ruleName: 'Faulty' };
  const answer = await forge.runAction(alice.accountId, inputs).catch(() => null);
  const { status } = (answer ?? {}) as { status?: string };
  return status === 'sent' || status === 'queued';
}

test(`of ${many} messages each that was taken arrives once, whatever fails on the way, and the log says so`, async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  breakEverything();
  const taken: number[] = [];
  for (let n = 0; n < many; n += 1) {
    if (await (n % 2 === 0 ? runRule(n) : callTrigger(n))) taken.push(n);
    clock.moveTo(clock.now() + 1_000);
  }
  await forge.queue.advance(60 * minute);
  mendEverything();
  await forge.queue.drain();

  const arrived = await readAll();
  expect(taken.length).toBeGreaterThan(many / 2);
  expect(new Set(arrived).size).toBe(arrived.length);
  expect(arrived).toEqual(expect.arrayContaining(taken.map((n) => `Number ${n}`)));
  expect(forge.queue.size).toBe(0);
  for (const { status, reason } of deliveries()) {
    // What is in the log as failed was told so to whoever sent it, and has its reason.
    if (status === 'failed') expect(reason).not.toBeNull();
    else expect([status, reason]).toEqual(['sent', null]);
  }
  jest.restoreAllMocks();
});

test('what fails until nobody waits any more is in the log once, with its reason, and not with Bob', async () => {
  const before = await readAll();
  const waiting = deliveries().length;
  forge.faults.comesTwice = () => happens(0.5);
  app.away = () => new Response(null, { status: 503 });
  for (let n = 0; n < 10; n += 1) expect(await callTrigger(1_000 + n)).toBe(true);
  await forge.queue.drain();
  app.away = null;
  const failed = deliveries().filter(({ status }) => status === 'failed');
  expect(deliveries().length - waiting).toBe(10);
  expect(failed.filter(({ reason }) => reason === 'service_away').length).toBeGreaterThanOrEqual(10);
  expect(await readAll()).toEqual(before);
});
