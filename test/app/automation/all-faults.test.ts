import type { DeliveryNote } from '../../../src/app/storage/delivery-log';
import { seedRandom } from '../../shared/random/seeded-random';
import { alice, bob, carla, FakeJira } from '../fake-jira';
import { type RunningApp, runApp } from '../forge/running-app';
import { startVirtualClock, type VirtualClock } from '../forge/virtual-clock';
import { ForgeRuntime } from '../forge-runtime';
import { breakAtRandom } from './break-at-random';
import { readAll } from './read-all';

// Rules and web requests while everything between them and the service fails at random, all at once. What is promised
// then: nothing arrives twice, what was accepted arrives or stands as failed in the delivery log, and what has arrived
// stands there as sent, but for what was taken by an answer that was lost and whose later tries all failed: of that nobody
// knows, and the log says that it failed. AUTOMATION_SEED for another run, AUTOMATION_MESSAGES for a longer one.
const seeds = process.env['AUTOMATION_SEED'] === undefined ? [1, 2, 3] : [Number(process.env['AUTOMATION_SEED'])];
const many = Number(process.env['AUTOMATION_MESSAGES'] ?? 60);
const minute = 60_000;

let clock: VirtualClock;
let app: RunningApp;

beforeAll(async () => {
  clock = startVirtualClock();
  app = await runApp();
}, 600_000);

afterAll(async () => {
  await app.close();
  jest.useRealTimers();
});

afterEach(() => jest.restoreAllMocks());

test.each(seeds)(
  'each message once, each failure in the log: seed %i',
  async (seed) => {
    const random = seedRandom(seed);
    const jira = new FakeJira();
    jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
    const forge = new ForgeRuntime(jira, app.remote, clock);
    // Once the platform counts the lines: it keeps back what a function that was ended would still write.
    for (const method of ['error', 'warn'] as const) jest.spyOn(console, method).mockImplementation(() => undefined);
    const rotated = await forge.invokeSettings(carla.accountId, 'triggerRotate');
    const secret = rotated.ok ? rotated.secret : '';
    const faults = breakAtRandom(forge, app, random);
    /** By label: whether the app has promised anything. */
    const promised = new Map<string, boolean>();

    for (let n = 1; n <= many; n += 1) {
      const label = `${seed}:${n}`;
      const isRule = random() < 0.5;
      const message = `Words of ${label}`;
      const rule = { issueKey: 'WEB-1', recipient: 'assignee', message, ruleName: label };
      const body = JSON.stringify({ issue: 'WEB-1', recipient: 'assignee', message, rule: label, key: label });
      const headers = { Authorization: [`Bearer ${secret}`], 'Content-Type': ['application/json'] };
      const call = async () => {
        const answer = isRule ? forge.runAction(alice.accountId, rule) : forge.callTrigger({ body, headers });
        const given = (await answer.catch(() => null)) as { status?: string; outputKey?: string } | null;
        return given?.status !== undefined || given?.outputKey === 'accepted';
      };
      // A web request without an answer is sent again, and some rules send each of theirs twice.
      const times = !isRule && random() < 0.5 ? 2 : 1;
      const answers = await Promise.all(Array.from({ length: times }, call));
      promised.set(label, answers.includes(true));
      await forge.queue.advance(Math.floor(random() * 5 * minute));
    }
    await forge.queue.advance(12 * 60 * minute);
    // The last ones meet a service that is away until the platform gives them up.
    const awayFor = Array.from({ length: 10 }, (_, n) => `${seed}:away ${n}`);
    faults.keepServiceAway();
    for (const label of awayFor) {
      const rule = { issueKey: 'WEB-1', recipient: 'assignee', message: `Words of ${label}`, ruleName: label };
      const given = (await forge.runAction(alice.accountId, rule).catch(() => null)) as { status?: string } | null;
      promised.set(label, given?.status !== undefined);
    }
    await forge.queue.advance(25 * 60 * minute);
    faults.stop();
    await forge.queue.advance(25 * 60 * minute);
    expect(forge.queue.size).toBe(0);
    await forge.run('trimDeliveryLog', {});

    for (const [fault, count] of Object.entries(faults.counts())) expect([fault, count > 0]).toEqual([fault, true]);
    const arrived = (await readAll(forge)).filter((text) => text.startsWith(`Words of ${seed}:`));
    expect(arrived).toEqual([...new Set(arrived)]);
    const lines = forge.kvs.keys('delivery:').map((key) => forge.kvs.read(key) as DeliveryNote);
    const wrong: unknown[] = [];
    for (const [label, isPromised] of promised) {
      const isThere = arrived.includes(`Words of ${label}`);
      const told = lines.filter((line) => line.label === label && line.entry !== 'mail').map(({ status }) => status);
      const isTold = told.includes(isThere ? 'sent' : 'failed');
      const isUntrue = told.includes('queued') || (!isThere && told.includes('sent'));
      const isUnknown = isThere && told.includes('failed') && faults.hasLostAnswerTo(`Words of ${label}`);
      if ((isPromised && !isTold && !isUnknown) || isUntrue) wrong.push({ label, isPromised, isThere, told });
    }
    expect(wrong).toEqual([]);
    expect(awayFor.some((label) => promised.get(label))).toBe(true);
  },
  600_000,
);
