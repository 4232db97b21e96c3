import { countMails } from '../../../src/app/notices/count-mails';
import { alice, bob, type JiraUser } from '../fake-jira';
import { hour, type MailStage, minute, openStage } from './mail-stage';

// What came while somebody wanted to be told of nothing, with the real platform packages and the real service.
let site: Awaited<ReturnType<typeof openStage>>;
let stage: MailStage;

beforeAll(async () => {
  site = await openStage();
}, 180_000);

afterAll(() => site.close());

beforeEach(() => {
  stage = site.next();
});

const day = 24 * hour;
const iso = (ahead: number) => new Date(stage.clock.now() + ahead).toISOString();

async function ask(name: 'awaySave' | 'quietSave', payload: object): Promise<void> {
  expect(await stage.forge.invoke(stage.receiver.accountId, name, payload)).toMatchObject({ ok: true });
}
const goAway = (milliseconds: number) =>
  ask('awaySave', { away: { from: iso(0), until: iso(milliseconds), word: 'Skiing.', substitute: null } });
const comeBack = () => ask('awaySave', { away: null });
/** Quiet from the minute that is in so long, for so long, every day. */
function beQuiet(ahead: number, milliseconds: number): Promise<void> {
  const time = (ahead: number) => iso(ahead).slice(11, 16);
  const quiet = { zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: time(ahead), until: time(ahead + milliseconds) };
  return ask('quietSave', { quiet });
}
/** The sweep now and then, with what the queue brings between. */
async function pass(milliseconds: number): Promise<void> {
  const end = stage.clock.now() + milliseconds;
  const step = milliseconds > 3 * hour ? 4 * hour : 20 * minute;
  while (stage.clock.now() < end) {
    await stage.pass(Math.min(step, end - stage.clock.now()));
    await stage.sweep();
  }
  await stage.pass(minute);
}
const subjects = () => stage.jira.notifications.map(({ subject }) => subject);
const held = (what: string) => `Came while you were not disturbed: ${what}`;
const otherIssue = () => ({ id: `${stage.issue.id}9`, key: `${stage.issue.key}9` });
async function sendAboutOther(from: JiraUser = alice): Promise<void> {
  stage.jira.issues.set(otherIssue().id, { key: otherIssue().key, assignee: stage.receiver });
  const payload = { with: stage.receiver.accountId, text: 'Secret words', key: crypto.randomUUID() };
  const answer = await stage.forge.invoke(from.accountId, 'send', payload, { issueId: otherIssue().id });
  if (!answer.ok) throw new Error(answer.problem.code);
}
/** Whatever is asked of Jira about mails, while there is something to say in its place. */
function answerMails(instead: (path: string) => Response | null): void {
  stage.forge.faults.of.jira = ({ path }, answer) => (path.includes('/notify') ? instead(path) : null) ?? answer();
}
const busy = () => new Response('', { status: 429, headers: { 'Retry-After': '600' } });

test('what comes while one is away is told by one mail as it ends, counted and without words', async () => {
  await goAway(3 * day);
  await stage.send();
  await stage.send('Secret again');
  await pass(2 * hour);
  await stage.send('Secret of Bob', bob);
  // A day later nothing reminds of it either.
  await pass(2 * day);
  expect(subjects()).toEqual([]);
  await pass(day);
  expect(subjects()).toEqual([held('3 messages in 2 conversations')]);
  expect(stage.mailed).toEqual([stage.receiver.accountId]);
  expect(stage.jira.notifications[0]?.issueId).toBe(stage.issue.id);
  expect(JSON.stringify(stage.jira.notifications)).not.toMatch(/Secret|Alice|Bob/);
  await pass(2 * hour);
  expect(subjects()).toHaveLength(1);
});

test('who says that they are back is told then', async () => {
  await goAway(30 * day);
  await stage.send();
  await pass(hour);
  expect(subjects()).toEqual([]);
  await comeBack();
  await pass(10 * minute);
  expect(subjects()).toEqual([held('one message')]);
});

test('quiet hours hold as an absence does, again each day', async () => {
  await beQuiet(10 * minute, 2 * hour);
  await pass(20 * minute);
  await stage.send();
  await pass(hour);
  expect(subjects()).toEqual([]);
  await pass(hour);
  expect(subjects()).toEqual([held('one message')]);
  await stage.read(await stage.send('Secret, read at once'));
  await pass(22 * hour);
  await stage.send('Secret of the next day');
  await pass(3 * hour);
  expect(subjects()).toEqual([held('one message'), held('one message')]);
});

test('nothing that was told before is told again, and where nothing is left there is no mail', async () => {
  await stage.send();
  await pass(10 * minute);
  expect(subjects()).toEqual([`Alice Archer sent you a message about ${stage.issue.key}`]);
  await goAway(hour);
  await pass(2 * hour);
  expect(subjects()).toHaveLength(1);
  await goAway(hour);
  await stage.send('Secret of Bob', bob);
  await pass(2 * hour);
  expect(subjects().slice(1)).toEqual([held('one message')]);
});

test('what was read meanwhile is told by no mail', async () => {
  await goAway(hour);
  await stage.read(await stage.send());
  await pass(2 * hour);
  expect(subjects()).toEqual([]);
});

test('a mention in a muted conversation is told, too', async () => {
  await stage.read(await stage.send());
  await stage.forge.invoke(stage.receiver.accountId, 'inboxMute', { id: await stage.conversation(), isMuted: true });
  await goAway(hour);
  await stage.send(`Secret, [~accountid:${stage.receiver.accountId}]`);
  await pass(2 * hour);
  expect(subjects()).toEqual([held('one message')]);
  await pass(2 * hour);
  expect(subjects()).toHaveLength(1);
});

test('without a work item there is no mail: Jira’s mails are about work items', async () => {
  await goAway(hour);
  const payload = { person: stage.receiver.accountId, text: 'Secret words', key: crypto.randomUUID() };
  expect(await stage.forge.invoke(alice.accountId, 'send', payload)).toMatchObject({ ok: true });
  await pass(2 * hour);
  expect(subjects()).toEqual([]);
});

test('it is about the newest work item of which Jira takes a mail', async () => {
  await goAway(hour);
  await stage.send();
  await sendAboutOther();
  stage.jira.hiddenFromApp.add(otherIssue().id);
  await pass(2 * hour);
  expect(stage.jira.notifications.map(({ issueId }) => issueId)).toEqual([stage.issue.id]);
  expect(subjects()).toEqual([held('2 messages in one conversation')]);
});

test('while Jira is busy it waits, and is told once', async () => {
  await goAway(hour);
  await stage.send();
  let isBusy = true;
  answerMails(() => (isBusy ? busy() : null));
  await pass(3 * hour);
  expect(subjects()).toEqual([]);
  isBusy = false;
  await pass(hour);
  expect(subjects()).toEqual([held('one message')]);
  await pass(day);
  expect(subjects().slice(1)).toEqual([expect.stringContaining('Not read yet')]);
});

test('what the queue brings again after hours, as quiet hours have begun, is told when they end, once', async () => {
  let isBusy = true;
  answerMails(() => (isBusy ? busy() : null));
  await stage.send();
  await pass(2 * hour);
  await beQuiet(minute, 2 * hour);
  await pass(10 * minute);
  isBusy = false;
  await pass(hour);
  expect(subjects()).toEqual([]);
  await pass(2 * hour);
  expect(subjects()).toEqual([held('one message')]);
  await pass(2 * hour);
  expect(subjects()).toHaveLength(1);
});

test('what could not be told until quiet hours begin again is told when those end, from the first day on', async () => {
  await goAway(3 * day);
  await stage.send();
  let isBusy = true;
  answerMails(() => (isBusy ? busy() : null));
  await pass(3 * day);
  await beQuiet(30 * minute, 2 * hour);
  await pass(hour);
  isBusy = false;
  await pass(hour);
  expect(subjects()).toEqual([]);
  await pass(2 * hour);
  expect(subjects()).toEqual([held('one message')]);
});

test('a function that was ended between the marks and the mail loses nothing', async () => {
  await goAway(hour);
  const id = await stage.send();
  await stage.pass(50 * minute);
  const until = JSON.stringify({ at: iso(15 * minute), isSettled: false });
  stage.forge.kvs.write(`mailed:${id}:${stage.receiver.accountId}`, JSON.parse(until));
  await pass(15 * minute);
  expect(subjects()).toEqual([]);
  await pass(hour);
  expect(subjects()).toEqual([held('one message')]);
});

test('who is back and away again before they are told is told as that ends, from the first absence on', async () => {
  await goAway(20 * day);
  await stage.send();
  await pass(2 * day);
  await comeBack();
  await stage.pass(2 * minute);
  await goAway(2 * day);
  await pass(hour);
  await stage.send('Secret of Bob', bob);
  await pass(day);
  expect(subjects()).toEqual([]);
  await pass(day);
  expect(subjects()).toEqual([held('2 messages in 2 conversations')]);
  await goAway(hour);
  await pass(2 * hour);
  expect(subjects()).toHaveLength(1);
  expect(stage.forge.kvs.keys(`held-since:${stage.receiver.accountId}`)).toEqual([]);
});

test('what is unread a day after it was told is told once more as the next quiet hours end, and then no more', async () => {
  await beQuiet(10 * minute, 2 * hour);
  await pass(20 * minute);
  await stage.send();
  await pass(3 * hour);
  expect(subjects()).toEqual([held('one message')]);
  for (let hours = 0; hours < 24; hours += 3) await pass(3 * hour);
  expect(subjects().slice(1)).toEqual([held('one message')]);
  await pass(2 * day);
  expect(subjects()).toHaveLength(2);
});

test('what came in the last minutes is told by the one mail, too', async () => {
  await goAway(hour);
  await stage.pass(57 * minute);
  await stage.send();
  await stage.send('Secret of Bob', bob);
  await stage.pass(4.5 * minute);
  await stage.sweep();
  await stage.pass(2 * minute);
  expect(subjects()).toEqual([held('2 messages in 2 conversations')]);
});

test('what waited for no mail before is not counted with what came meanwhile', async () => {
  const payload = { person: stage.receiver.accountId, text: 'Secret words', key: crypto.randomUUID() };
  expect(await stage.forge.invoke(bob.accountId, 'send', payload)).toMatchObject({ ok: true });
  await pass(10 * minute);
  await goAway(hour);
  await stage.send();
  await pass(2 * hour);
  expect(subjects()).toEqual([held('one message')]);
});

test('it is about the newest work item that its receiver sees', async () => {
  await goAway(hour);
  await stage.send();
  await sendAboutOther();
  const { receiver } = stage;
  stage.jira.issues.set(otherIssue().id, { key: otherIssue().key, assignee: null, hiddenFrom: [receiver.accountId] });
  // A Jira that looks for the account itself, and not at the first people of the site.
  stage.forge.faults.of.jira = ({ path }, answer) => {
    if (!path.includes('/viewissue/')) return answer();
    return Response.json(path.includes(`issueKey=${stage.issue.key}&`) ? [receiver] : []);
  };
  await pass(2 * hour);
  expect(stage.jira.notifications.map(({ issueId }) => issueId)).toEqual([stage.issue.id]);
  expect(stage.arrivedFor(receiver)).toBe(1);
});

test('where Jira does not say what they see, it is about the newest', async () => {
  await goAway(hour);
  await stage.send();
  await sendAboutOther();
  stage.forge.faults.of.jira = ({ path }, answer) =>
    path.includes('/viewissue/') ? new Response(null, { status: 403 }) : answer();
  await pass(2 * hour);
  expect(stage.jira.notifications.map(({ issueId }) => issueId)).toEqual([otherIssue().id]);
});

test('the settings count one mail, however many conversations it is about', async () => {
  const count = async () => (await stage.forge.as(alice.accountId, () => countMails(stage.clock.now()))).handed;
  const before = await count();
  await goAway(hour);
  await stage.send();
  await stage.send('Secret of Bob', bob);
  await pass(2 * hour);
  expect(subjects()).toEqual([held('2 messages in 2 conversations')]);
  expect((await count()) - before).toBe(1);
});

test('a service of the release before ends no holds, and the sweep goes on', async () => {
  await stage.sweep();
  stage.app.away = (path) =>
    path.includes('/hold') ? Response.json({ error: 'not_found', message: 'No' }, { status: 404 }) : null;
  await stage.send();
  await pass(10 * minute);
  await stage.sweep();
  expect(subjects()).toEqual([`Alice Archer sent you a message about ${stage.issue.key}`]);
});

test('no flag tells of what comes meanwhile, what is unread is counted, and one’s own reminders come', async () => {
  const invoke = (name: 'arrivals' | 'news' | 'remind' | 'inboxList', payload = {}) =>
    stage.forge.invoke(stage.receiver.accountId, name, payload, { issueId: stage.issue.id });
  const told = async () => [await invoke('arrivals'), await invoke('news')];
  await stage.send();
  expect(await told()).toMatchObject([{ arrivals: [{}] }, { unreadCount: 1 }]);
  await goAway(2 * hour);
  await stage.send('Secret again');
  expect(await told()).toMatchObject([{ arrivals: [] }, { unreadCount: 0 }]);
  const [entry] = ((await invoke('inboxList', { list: 'unread', cursor: '' })) as unknown as { entries: object[] })
    .entries;
  expect(entry).toMatchObject({ unreadCount: 2 });
  const conversationId = await stage.conversation();
  await invoke('remind', { conversationId, message: null, due: iso(30 * minute) });
  await pass(hour);
  expect(subjects()).toEqual([`Reminder: ${stage.issue.key}`]);
});

/** A service that ends the holds of so many people at once, a hundred a page. */
function endHoldsOf(people: number): void {
  const span = { from: iso(-hour), until: iso(-minute) };
  const all = Array.from({ length: people }, (_, n) => ({ user: { id: `557058:many-${n}` }, ...span }));
  stage.app.away = (path) => {
    if (!path.includes('/hold?')) return null;
    const start = Number(new URL(path, 'https://a.test').searchParams.get('cursor') || 0);
    const values = all.slice(start, start + 100);
    const cursor = start + 100 < people ? String(start + 100) : '';
    return Response.json({ values, cursor, limit: 100, size: values.length });
  };
}

test('of many that end at once some are queued together, and the next run goes on where the platform took no more', async () => {
  endHoldsOf(350);
  let [taken, atWork, most] = [0, 0, 0];
  stage.forge.faults.of.queue = async (_, answer) => {
    atWork += 1;
    most = Math.max(most, atWork);
    await Promise.resolve();
    atWork -= 1;
    taken += 1;
    return taken > 230 ? Response.json({ errors: [] }, { status: 429 }) : answer();
  };
  await stage.sweep();
  expect(stage.forge.kvs.read('hold-watermark')).toMatchObject({ cursor: '200' });
  expect(most).toBe(25);
  taken = 0;
  await stage.sweep();
  expect(stage.forge.kvs.read('hold-watermark')).not.toHaveProperty('cursor');
  expect(taken).toBeLessThanOrEqual(150);
});
