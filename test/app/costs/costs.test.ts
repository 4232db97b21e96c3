import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cost } from '../../../platform/happenings/meter';
import type { MessagePage } from '../../../src/app/definitions';
import { createRefetchTimer } from '../../../src/app/views/live/refetch-timer';
import { alice, aUser, FakeJira } from '../fake-jira';
import { callService } from '../forge/call-service';
import { type RunningApp, runApp } from '../forge/running-app';
import { startVirtualClock, type VirtualClock } from '../forge/virtual-clock';
import { ForgeRuntime, site } from '../forge-runtime';

// What the app costs on the platform, action by action, against the real service. The table of docs/performance.md is this
// test's: WRITE_COSTS=1 writes it, and a change that costs more has to show it. COSTS_FILE names a file for the figures.
const file = join(__dirname, '..', '..', '..', 'docs', 'performance.md');
const [begin, end] = ['<!-- costs: written by test/app/costs -->', '<!-- end of costs -->'];
const minute = 60_000;
const receiver = aUser('557058:4ece1ve4', 'Rosa Reader');
const stranger = aUser('557058:5t4a4', 'Sam Stranger');
const other = aUser('557058:0t4e4', 'Ole Other');
const issueId = '70001';

let app: RunningApp;
let clock: VirtualClock;
let forge: ForgeRuntime;
let jira: FakeJira;
const rows: [string, Cost][] = [];

/** Writes a line of the table, and holds it to its cap of points. */
const measure = async (name: string, most: number, action: () => Promise<unknown>) => {
  // In a second of its own: hints of one second share what there is of it.
  clock.moveTo(clock.now() + 1_000);
  const cost = await forge.platform.meter.costOf(action);
  rows.push([name, cost]);
  expect([name, cost.points <= most, cost.points]).toEqual([name, true, cost.points]);
};
const invoke = (...[name, payload]: [Parameters<ForgeRuntime['invoke']>[1], object?]) =>
  forge.invoke(receiver.accountId, name, payload ?? {}, { issueId });
const sendTo = async (accountId: string, text = 'Hello') => {
  const ask = { with: accountId, text, key: crypto.randomUUID() };
  const answer = await forge.invoke(alice.accountId, 'send', ask, { issueId });
  if (!answer.ok) throw new Error(answer.problem.code);
};
const beginWith = async (person: string) => {
  const ask = { person, text: 'Hello', key: crypto.randomUUID() };
  const answer = await forge.invoke(alice.accountId, 'send', ask);
  if (!answer.ok) throw new Error(answer.problem.code);
};
/** To the message that was sent last. */
const react = async (isGiven: boolean) => {
  const at = { with: alice.accountId };
  const page = await invoke('page', { ...at, before: null });
  if (!page.ok) throw new Error(page.problem.code);
  const id = (page as unknown as MessagePage).messages.at(-1)?.id;
  return async () => {
    const answer = await invoke('react', { ...at, id, name: 'check', isGiven });
    if (!answer.ok) throw new Error(answer.problem.code);
  };
};
/** Of the message that was sent last, by whoever sent it. */
const askAgain = async () => {
  const at = { with: receiver.accountId };
  const page = await forge.invoke(alice.accountId, 'page', { ...at, before: null }, { issueId });
  if (!page.ok) throw new Error(page.problem.code);
  const id = (page as unknown as MessagePage).messages.at(-1)?.id ?? '';
  const ask = { ...at, id, isOpen: true };
  return async () => {
    const answer = await forge.invoke(alice.accountId, 'question', ask, { issueId });
    if (!answer.ok) throw new Error(answer.problem.code);
    last = id;
  };
};
let last = '';
const remembered = () => ({
  ...{ with: alice.accountId, message: last },
  due: new Date(clock.now() + 24 * 60 * minute).toISOString(),
});
/** The message that was sent last. */
const reportLast = async () => {
  const at = { with: alice.accountId };
  const page = await invoke('page', { ...at, before: null });
  if (!page.ok) throw new Error(page.problem.code);
  const id = (page as unknown as MessagePage).messages.at(-1)?.id;
  return async () => {
    const answer = await invoke('report', { ...at, id, reason: 'spam', note: '' });
    if (!answer.ok) throw new Error(answer.problem.code);
  };
};
const invokeSettings = async (name: 'reports' | 'health', payload = {}) => {
  jira.administrators.add(alice.accountId);
  const answer = await forge.invokeSettings(alice.accountId, name, payload);
  if (!answer.ok) throw new Error(answer.problem.code);
};
const runRule = (recipient: string) =>
  forge.runAction(alice.accountId, {
    issueKey: 'WEB-1',
    recipient,
    message: 'Nightly build is green',
    ruleName: 'Nightly',
  });

beforeAll(async () => {
  clock = startVirtualClock();
  app = await runApp();
}, 180_000);

afterAll(async () => {
  await app.close();
  jest.useRealTimers();
});

/** A site with so many people, at whose end those of the test are. */
function openSite(people: number): void {
  jira = new FakeJira();
  jira.users.unshift(...Array.from({ length: people }, (_, n) => aUser(`557058:${n}`, `Person ${n}`)));
  jira.users.push(receiver, stranger, other);
  jira.issues.set(issueId, { key: 'WEB-1', assignee: receiver, reporter: alice });
  forge = new ForgeRuntime(jira, app.remote, clock);
}

/** A group beside the issue, of alice's and the others of the test. */
async function foundGroup(): Promise<string> {
  const people = [receiver, stranger, other].map(({ accountId }) => accountId);
  const ask = { name: 'About WEB-1', people, follows: null, key: crypto.randomUUID() };
  const answer = await forge.invoke(alice.accountId, 'groupBeside', ask, { issueId });
  if (!answer.ok) throw new Error(answer.problem.code);
  return (answer as unknown as { readonly id: string }).id;
}

/** A group of so many, whose owner writes. */
async function openGroup(size: number): Promise<string> {
  const members = Array.from({ length: size - 1 }, (_, n) => aUser(`557058:of-${size}-${n}`, `Member ${n}`));
  jira.users.push(...members);
  const made = await ask('POST', '/conversation', { name: `Of ${size}`, privacy: 'private' });
  const { id } = JSON.parse(await made.text()) as { id: string };
  const added = await ask('PATCH', `/conversation/${id}/roster`, {
    add: members.map((it) => it.accountId),
    remove: [],
  });
  expect(added.status).toBeLessThan(300);
  return id;
}

const ask = (method: string, path: string, json: unknown) =>
  callService(forge, alice.accountId)(`/site/${site}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(json),
  });

const sendToGroup = async (conversationId: string) => {
  const sent = await forge.invoke(alice.accountId, 'send', { conversationId, text: 'Hello', key: crypto.randomUUID() });
  if (!sent.ok) throw new Error(sent.problem.code);
};

/** A program writes about a work item, and the next sweep tells the members. */
async function tellGroup(conversationId: string): Promise<Cost> {
  const body = { version: 1, type: 'doc', content: [] };
  const issue = { id: issueId, key: 'WEB-1' };
  const sent = await ask('POST', `/conversation/${conversationId}/message`, { body, issue });
  expect(sent.status).toBe(201);
  clock.moveTo(clock.now() + 5 * minute);
  const mails = jira.notifications.length;
  const cost = await forge.platform.meter.costOf(() => forge.run('unreadSweep', {}));
  expect(jira.notifications).toHaveLength(mails + 1);
  return cost;
}

/** Two messages for who was away, and is back since five minutes ago. */
async function holdMessages(): Promise<void> {
  const [from, until] = [clock.now(), clock.now() + 60 * minute].map((at) => new Date(at).toISOString());
  const answer = await invoke('awaySave', { away: { from, until, word: '', substitute: null } });
  if (!answer.ok) throw new Error(answer.problem.code);
  await sendTo(receiver.accountId);
  await sendTo(receiver.accountId);
  await forge.queue.advance(60 * minute);
  clock.moveTo(clock.now() + 5 * minute);
}

test('the costs of the guide are those that were measured', async () => {
  openSite(50);
  await measure('a message to the assignee', 4, () => sendTo(receiver.accountId));
  await measure('the mail about it, a minute later', 6, () => forge.queue.advance(2 * minute));
  await measure('a message to someone else, to begin with', 8, () => sendTo(stranger.accountId));
  await measure('the next one to them, with a mention', 8, () =>
    sendTo(stranger.accountId, `Hi [~accountid:${other.accountId}]`),
  );
  await measure('a quick answer to a message', 4, await react(true));
  await measure('the same, taken back', 0, await react(false));
  await measure('a question, made of a message that was sent', 2, await askAgain());
  await measure('a reminder, set', 0, () => invoke('remind', remembered()));
  await measure('a report of a message', 0, await reportLast());
  await measure('the settings’ list of reports', 2, () => invokeSettings('reports', { cursor: '' }));
  await measure('the settings’ page of health', 2, () => invokeSettings('health'));
  await measure('opening the panel', 0, () => invoke('open', { own: true }));
  await measure('who of its people is away', 0, () => invoke('away', { people: [alice.accountId, other.accountId] }));
  await measure('what is new, as the page of a work item opens', 0, () => invoke('news'));
  let beside = '';
  await measure('a group beside a work item, of four', 10, async () => {
    beside = await foundGroup();
  });
  await measure('a message into it', 3, () => sendToGroup(beside));
  await measure('opening the inbox', 0, () => invoke('inboxList', { list: 'all', cursor: '', own: true }));
  await measure('a first message from the inbox, to someone whom Jira shows', 4, () => beginWith(other.accountId));
  await measure('marking all as read', 0, () => invoke('inboxReadAll', { cursor: '' }));
  const place = { with: other.accountId, message: null };
  await measure('a draft, saved after a pause', 0, () =>
    invoke('draftSave', { ...place, text: 'Half', revision: null }),
  );
  await measure('a draft, loaded with its composer', 0, () => invoke('draft', place));
  await measure('a rule’s message to the assignee', 8, () => runRule('assignee'));
  await measure('a rule’s message to an account', 8, () => runRule(other.accountId));
  await forge.queue.advance(5 * minute);
  await forge.run('unreadSweep', {});
  const few = await openGroup(5);
  const many = await openGroup(500);
  clock.moveTo(clock.now() + 1_000);
  const sendToFew = await forge.platform.meter.costOf(() => sendToGroup(few));
  await measure('a message to a group of 500', 4, () => sendToGroup(many));
  expect(rows.at(-1)?.[1]).toEqual(sendToFew);
  const mailToFew = await tellGroup(few);
  await measure('the mail about one to a group of 500, about a work item', 6, () => tellGroup(many));
  expect(rows.at(-1)?.[1].points).toBe(mailToFew.points);
  await holdMessages();
  await measure('the mail of what was held, as that ends', 6, async () => {
    await forge.run('unreadSweep', {});
    await forge.queue.advance(0);
  });
  await measure('an hour of a view with a live subscription, seen and idle', 0, () => passHour(true));
  await measure('an hour of a view that is hidden', 0, () => passHour(false));
  expect(rows.slice(-2).map(([, { invocations }]) => invocations)).toEqual([2, 0]);
  await measure('an hour of the sweep, with nothing new', 0, async () => {
    for (let swept = 0; swept < 12; swept += 1) {
      clock.moveTo(clock.now() + 5 * minute);
      await forge.run('unreadSweep', {});
    }
  });
  if (process.env['COSTS_FILE']) writeFileSync(process.env['COSTS_FILE'], JSON.stringify(rows));
  const guide = readFileSync(file, 'utf8');
  const written = guide.slice(0, guide.indexOf(begin) + begin.length) + writeTable() + guide.slice(guide.indexOf(end));
  if (process.env['WRITE_COSTS'] === '1') writeFileSync(file, written);
  else expect(guide).toBe(written);
}, 120_000);

test('the same action costs the same on a site of 50 and of 5,000', async () => {
  const costs: number[][] = [];
  for (const people of [50, 5_000]) {
    clock.moveTo(clock.now() + 3 * 60 * minute);
    openSite(people);
    const someone = aUser(`557058:fresh-${people}`, 'Fay Fresh');
    jira.users.push(someone);
    const points = async (action: () => Promise<unknown>) => (await forge.platform.meter.costOf(action)).points;
    costs.push([
      await points(() => sendTo(receiver.accountId)),
      await points(() => sendTo(someone.accountId)),
      await points(() => runRule(someone.accountId)),
      await points(() => invoke('open')),
      await points(() => forge.findNamed(alice.accountId, 'Fay')),
    ]);
  }
  expect(costs[1]).toEqual(costs[0]);
}, 120_000);

/**
 * What a view does by itself in an hour in which nobody does anything: it listens with one token after another, and looks
 * as often as its timer says. The real timers and the real listening, over a clock that moves an hour at once.
 */
async function passHour(isSeen: boolean): Promise<void> {
  const asked: string[] = [];
  const time = clock.now();
  jest.useRealTimers();
  jest.useFakeTimers({ now: time });
  Object.assign(globalThis, {
    self: globalThis,
    document: { visibilityState: isSeen ? 'visible' : 'hidden', addEventListener() {}, removeEventListener() {} },
    __bridge: {
      callBridge: async (command: string, { functionKey }: Record<string, unknown>) => {
        if (command !== 'invoke') return { unsubscribe: async () => undefined };
        asked.push(String(functionKey));
        return { ok: true, token: 'token', expiresAt: Date.now() / 1_000 + 900 };
      },
    },
  });
  const { listenForHints } = await import('../../../src/app/views/live/listen-for-hints');
  const { isQuiet, noteActivity } = await import('../../../src/app/views/live/page-activity');
  noteActivity();
  const stop = listenForHints(() => undefined);
  await jest.advanceTimersByTimeAsync(0);
  // The first token is the opening's.
  asked.length = 0;
  const timer = createRefetchTimer({
    refetch: () => asked.push('open'),
    isSeen: () => isSeen,
    isQuiet,
    random: () => 0.5,
  });
  timer.start();
  await jest.advanceTimersByTimeAsync(60 * minute - 1);
  timer.stop();
  stop();
  Reflect.deleteProperty(globalThis, 'document');
  jest.useRealTimers();
  startVirtualClock(time + 60 * minute);
  for (const name of asked) await invoke(name as 'open' | 'live');
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
