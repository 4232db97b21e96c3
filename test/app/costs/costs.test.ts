import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { subscribeToChannel } from '../../../platform/forge/realtime/subscribe-to-channel';
import type { Cost } from '../../../platform/happenings/meter';
import { liveChannel } from '../../../src/app/definitions';
import { createRefetchTimer } from '../../../src/app/views/live/refetch-timer';
import { alice, aUser, FakeJira } from '../fake-jira';
import { type RunningApp, runApp } from '../forge/running-app';
import { startVirtualClock, type VirtualClock } from '../forge/virtual-clock';
import { ForgeRuntime } from '../forge-runtime';

// What the app costs on the platform, action by action, against the real service. The table of docs/costs.md is this
// test's: WRITE_COSTS=1 writes it, and a change that costs more has to show it.
const file = join(__dirname, '..', '..', '..', 'docs', 'costs.md');
const [begin, end] = ['<!-- costs: written by test/app/costs -->', '<!-- end of costs -->'];
const minute = 60_000;
const receiver = aUser('557058:4ece1ve4', 'Rosa Reader');
const issueId = '70001';

let app: RunningApp;
let clock: VirtualClock;
let forge: ForgeRuntime;
let looksInAnHour: number;
const rows: [string, Cost][] = [];

const measure = async (name: string, action: () => Promise<unknown>) => {
  rows.push([name, await forge.platform.meter.costOf(action)]);
};
const invoke = (...[name, payload]: [Parameters<ForgeRuntime['invoke']>[1], object?]) =>
  forge.invoke(receiver.accountId, name, payload ?? {}, { issueId });
const send = () =>
  forge.invoke(
    alice.accountId,
    'send',
    { with: receiver.accountId, text: 'Hello', key: crypto.randomUUID() },
    { issueId },
  );

beforeAll(async () => {
  looksInAnHour = await countLooks();
  clock = startVirtualClock();
  app = await runApp();
  const jira = new FakeJira();
  jira.users.push(receiver);
  jira.issues.set(issueId, { key: 'WEB-1', assignee: receiver, reporter: alice });
  forge = new ForgeRuntime(jira, app.remote, clock);
}, 180_000);

afterAll(async () => {
  await app.close();
  jest.useRealTimers();
});

test('the costs of the guide are those that were measured', async () => {
  await measure('a message to the assignee', send);
  await measure('the mail about it, a minute later', () => forge.queue.advance(2 * minute));
  await measure('opening the panel', () => invoke('open'));
  await measure('opening the inbox', () => invoke('inboxList', { list: 'all', cursor: '' }));
  await measure('a rule’s message', () =>
    forge.runAction(alice.accountId, {
      issueKey: 'WEB-1',
      recipient: 'assignee',
      message: 'Nightly build is green',
      ruleName: 'Nightly',
    }),
  );
  await measure('an hour of the panel, open and visible, with nothing new', () => passHour(() => invoke('open')));
  await measure('an hour of the inbox, open and visible, with nothing new', () =>
    passHour(() => invoke('inboxList', { list: 'all', cursor: '' })),
  );
  await measure('an hour of the sweep, with nothing new', async () => {
    for (let swept = 0; swept < 12; swept += 1) {
      clock.moveTo(clock.now() + 5 * minute);
      await forge.run('unreadSweep', {});
    }
  });
  const guide = readFileSync(file, 'utf8');
  const written = guide.slice(0, guide.indexOf(begin) + begin.length) + writeTable() + guide.slice(guide.indexOf(end));
  if (process.env['WRITE_COSTS'] === '1') writeFileSync(file, written);
  else expect(guide).toBe(written);
}, 120_000);

/** What a view does by itself in an hour: it asks as often as its timer says, and listens with one token after another. */
async function passHour(ask: () => Promise<unknown>): Promise<void> {
  for (let asked = 0; asked < looksInAnHour; asked += 1) await ask();
  const end = clock.now() + 60 * minute;
  for (let now = clock.now(); now < end; now = clock.now()) {
    const signed = await invoke('live');
    if (!('token' in signed) || typeof signed.token !== 'string') throw new Error('no token');
    const at = { channel: liveChannel, isGlobal: true, place: null, token: signed.token };
    const listening = await subscribeToChannel(forge.platform.realtime, at);
    if (typeof listening === 'string') throw new Error(listening);
    // A minute before its end the view takes another one (listen-for-hints).
    clock.moveTo(Number(signed.expiresAt) * 1_000 - minute);
  }
}

/** How often the timer of the views asks in an hour in which no hint comes. */
async function countLooks(): Promise<number> {
  jest.useFakeTimers();
  let looks = 0;
  const refetch = async () => {
    looks += 1;
  };
  const timer = createRefetchTimer({ refetch, isSeen: () => true, random: () => 0.5 });
  timer.start();
  await jest.advanceTimersByTimeAsync(60 * minute);
  timer.stop();
  jest.useRealTimers();
  return looks;
}

function writeTable(): string {
  const columns = {
    points: 'points',
    invocations: 'invocations',
    jiraCalls: 'calls of Jira',
    remoteCalls: 'calls of the service',
    realtimeOperations: 'Realtime',
    storageOperations: 'storage',
    pushes: 'pushes',
    logLines: 'log lines',
  } as const satisfies Record<keyof Cost, string>;
  const names = Object.keys(columns) as (keyof Cost)[];
  const head = `| what | ${names.map((name) => columns[name]).join(' | ')} |`;
  const rule = `|---|${names.map(() => '---:|').join('')}`;
  const body = rows.map(([what, cost]) => `| ${what} | ${names.map((name) => cost[name]).join(' | ')} |`);
  return `\n${[head, rule, ...body].join('\n')}\n`;
}
