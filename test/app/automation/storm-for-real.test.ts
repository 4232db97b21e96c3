import { setTimeout as wait } from 'node:timers/promises';
import type { DeliveryNote } from '../../../src/app/storage/delivery-log';
import { alice, bob, FakeJira } from '../fake-jira';
import { type RunningApp, runApp } from '../forge/running-app';
import { ForgeRuntime } from '../forge-runtime';
import { readAll } from './read-all';

// The storm once more, by the clock on the wall: what the virtual one could hide is time that passes inside of a try.
const many = 300;
const awayFor = 10_000;

let app: RunningApp;
let forge: ForgeRuntime;

beforeAll(async () => {
  app = await runApp();
  const jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  forge = new ForgeRuntime(jira, app.remote);
}, 600_000);

afterAll(() => app.close());

test(`the service is away for ten seconds and more while a rule sends ${many} messages: each arrives once`, async () => {
  const start = Date.now();
  let begun = 0;
  app.away = () => {
    // However slow the machine is, most of them meet a service that is away.
    if (Date.now() - start > awayFor && begun > (2 / 3) * many) return null;
    return Response.json({ error: 'unavailable' }, { status: 503, headers: { 'Retry-After': '1' } });
  };
  const rule = (async () => {
    for (let n = 1; n <= many; n += 1) {
      begun = n;
      const inputs = { issueKey: 'WEB-1', recipient: 'assignee', message: `Number ${n}` };
      expect(await forge.runAction(alice.accountId, inputs)).not.toHaveProperty('errors');
      await wait(20);
    }
  })();
  const messages = () => forge.queue.bodies().filter(({ kind }) => kind === 'message').length;
  let isSending = true;
  void rule.finally(() => {
    isSending = false;
  });
  while (isSending || messages() > 0) {
    await forge.queue.deliverDue();
    await wait(100);
  }
  await rule;
  const status = lines().map(({ status }) => status);
  expect(status.filter((it) => it === 'sent')).toHaveLength(many);
  expect(lines().filter(({ tries }) => tries > 1).length).toBeGreaterThan(many / 2);
  expect((await readAll(forge)).sort()).toEqual(Array.from({ length: many }, (_, n) => `Number ${n + 1}`).sort());
  expect(forge.queue.thrown).toEqual([]);
}, 600_000);

const lines = () =>
  forge.kvs
    .keys('delivery:')
    .map((key) => forge.kvs.read(key) as DeliveryNote)
    .filter(({ entry }) => entry === 'rule');
