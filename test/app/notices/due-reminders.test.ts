import { alice, type JiraUser } from '../fake-jira';
import { hour, type MailStage, minute, openStage } from './mail-stage';

// Reminders that people set for themselves, told by the sweep.
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

/** The receiver sets it in their inbox, or takes it away. */
async function remind(message: string | null, ahead: number | null, who: JiraUser = stage.receiver) {
  const due = ahead === null ? null : new Date(stage.clock.now() + ahead).toISOString();
  const answer = await stage.forge.invoke(who.accountId, 'remind', {
    conversationId: await stage.conversation(),
    message,
    due,
  });
  expect(answer).toMatchObject({ ok: true });
}

/** A message that they have read, so that no other mail is due. */
async function aReadMessage(): Promise<string> {
  await stage.sweep();
  const id = await stage.send();
  await stage.read(id);
  return id;
}
const dueMails = () => stage.jira.notifications.filter(({ subject }) => subject.startsWith('Reminder'));

/** That Jira takes mails about, whatever is the matter with the stage's own. */
const otherIssue = () => ({ id: `${stage.issue.id}9`, key: `${stage.issue.key}9` });
async function sendAboutOther(text: string): Promise<string> {
  stage.jira.issues.set(otherIssue().id, { key: otherIssue().key, assignee: stage.receiver });
  const ask = { with: stage.receiver.accountId, text, key: crypto.randomUUID() };
  const answer = await stage.forge.invoke(alice.accountId, 'send', ask, { issueId: otherIssue().id });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.message.id;
}
/** A message of which the queue never heard, so that the sweep alone can tell of it. */
async function sendPastQueue(text = 'Secret words'): Promise<void> {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  stage.forge.queue.refusesWith = 500;
  await sendAboutOther(text);
  stage.forge.queue.refusesWith = null;
  warn.mockRestore();
}
const mention = () => `Secret, [~accountid:${stage.receiver.accountId}]`;
const subjects = () => stage.jira.notifications.map(({ subject }) => subject);
const ofMention = () => `Alice Archer mentioned you about ${otherIssue().key}`;
const ofMessage = () => `Alice Archer sent you a message about ${otherIssue().key}`;
/** Whatever is asked of Jira about mails of the stage's issue alone. */
function answerMails(answerInstead: () => Response | null): void {
  stage.forge.faults.of.jira = ({ path }, answer) =>
    (path.includes(`/issue/${stage.issue.id}/notify`) ? answerInstead() : null) ?? answer();
}
async function writeBegunMark(id: string, due: string): Promise<void> {
  const key = `due:${due}:${await stage.conversation()}:${id}:${stage.receiver.accountId}`;
  stage.forge.kvs.write(key, { at: new Date(stage.clock.now()).toISOString(), isSettled: false });
}
const flags = () => stage.forge.realtime.published.filter(({ payload }) => 'reminder' in (payload as object));
/** What is written here is about no issue, so that nothing but a flag can remind of it. */
async function remindWithoutIssue(): Promise<void> {
  await stage.sweep();
  const ask = { person: stage.receiver.accountId, text: 'Secret words', key: crypto.randomUUID() };
  expect(await stage.forge.invoke(alice.accountId, 'send', ask)).toMatchObject({ ok: true });
  await remind(null, hour);
  await stage.pass(65 * minute);
}
/** All hints of this second and of the next are told by others. */
function takeHints(): void {
  const second = Math.floor(stage.clock.now() / 1_000);
  for (const at of [second, second + 1])
    for (const place of [0, 1, 2]) stage.forge.kvs.write(`hints:${at}:${place}`, true);
}

describe('a reminder', () => {
  test('is one mail to who set it, about the issue, without a word or a name of anybody', async () => {
    await remind(await aReadMessage(), hour);
    await stage.pass(50 * minute);
    await stage.sweep();
    expect(dueMails()).toEqual([]);
    await stage.pass(15 * minute);
    for (let runs = 0; runs < 3; runs += 1) {
      await stage.sweep();
      await stage.pass(5 * minute);
    }
    expect(dueMails()).toMatchObject([
      {
        issueId: stage.issue.id,
        subject: `Reminder: ${stage.issue.key}`,
        to: { users: [{ accountId: stage.receiver.accountId }] },
      },
    ]);
    const [{ textBody = '' } = {}] = dueMails();
    expect(textBody).not.toMatch(/Secret|Alice/);
    expect(JSON.stringify(stage.log)).not.toContain('due');
  });

  test('of a conversation is about what was last written about', async () => {
    await aReadMessage();
    await remind(null, hour);
    await stage.pass(65 * minute);
    await stage.sweep();
    expect(dueMails()).toMatchObject([{ issueId: stage.issue.id }]);
  });

  test('that was taken away, or set anew, is not told of as it was', async () => {
    const id = await aReadMessage();
    await remind(id, hour);
    await remind(null, hour);
    await remind(id, null);
    await remind(null, day);
    await stage.pass(2 * hour);
    await stage.sweep();
    expect(dueMails()).toEqual([]);
    await stage.pass(day);
    await stage.sweep();
    expect(dueMails()).toHaveLength(1);
  });

  test('is told of by a hint to who set it, to nobody else, and again by none', async () => {
    const id = await aReadMessage();
    await remind(id, hour);
    const before = stage.forge.realtime.published.length;
    const hints = () => stage.forge.realtime.published.slice(before);
    await stage.pass(65 * minute);
    await stage.sweep();
    await stage.pass(5 * minute);
    await stage.sweep();
    expect(hints()).toMatchObject([
      {
        claims: { accountId: stage.receiver.accountId },
        payload: { issueId: stage.issue.id, reminder: expect.any(String) },
      },
    ]);
  });

  test('is told of once where a function was ended between its mark and its mail, a while later', async () => {
    const id = await aReadMessage();
    await remind(id, hour);
    const due = new Date(stage.clock.now() + hour).toISOString();
    await stage.pass(61 * minute);
    await writeBegunMark(id, due);
    await stage.sweep();
    expect(dueMails()).toEqual([]);
    await stage.pass(15 * minute);
    await stage.sweep();
    await stage.pass(5 * minute);
    await stage.sweep();
    expect(dueMails()).toHaveLength(1);
  });

  test('waits for a Jira that is away, and keeps none that comes after it waiting', async () => {
    await remind(await aReadMessage(), hour);
    const other = await sendAboutOther('Secret words');
    await stage.read(other);
    await remind(other, hour + minute);
    await stage.pass(65 * minute);
    await sendPastQueue(mention());
    await stage.pass(2 * minute);
    let isAway = true;
    answerMails(() => (isAway ? new Response('', { status: 503 }) : null));
    await stage.sweep();
    expect(subjects()).toEqual([ofMention(), `Reminder: ${otherIssue().key}`]);
    // The lane has gone on: no other run has to look at it again.
    expect(stage.forge.kvs.read('due-watermark')).toMatchObject({ at: new Date(stage.clock.now()).toISOString() });
    await stage.pass(30 * minute);
    await stage.sweep();
    expect(dueMails()).toHaveLength(1);
    isAway = false;
    await stage.pass(30 * minute);
    expect(subjects().slice(2)).toEqual([`Reminder: ${stage.issue.key}`]);
  });

  test('that another run left between its mark and its mail keeps no other mail waiting', async () => {
    const id = await aReadMessage();
    await remind(id, hour);
    const due = new Date(stage.clock.now() + hour).toISOString();
    await stage.pass(61 * minute);
    await sendPastQueue(mention());
    await stage.pass(2 * minute);
    await writeBegunMark(id, due);
    await stage.sweep();
    expect(subjects()).toEqual([ofMention()]);
  });

  test('that cannot be looked for keeps no other mail waiting, and the run says so at its end', async () => {
    await stage.sweep();
    await sendPastQueue();
    await stage.pass(5 * minute);
    stage.app.away = (path) => (path.includes('/reminder/due') ? new Response('<html>', { status: 502 }) : null);
    await expect(stage.sweep()).rejects.toThrow();
    expect(subjects()).toEqual([ofMessage()]);
  });

  test('takes no time from other mails, nor they all of its own', async () => {
    await remind(await aReadMessage(), hour);
    await stage.pass(65 * minute);
    await sendPastQueue();
    await stage.pass(2 * minute);
    stage.forge.faults.of.jira = ({ path }, answer) => {
      if (path.endsWith('/notify')) stage.clock.moveTo(stage.clock.now() + 160_000);
      return answer();
    };
    await stage.sweep();
    expect(subjects()).toEqual([ofMessage(), `Reminder: ${stage.issue.key}`]);
  });

  test('that waits in the queue and is taken away is not told of any more', async () => {
    const id = await aReadMessage();
    await remind(id, hour);
    await stage.pass(65 * minute);
    stage.jira.notifyFailsWith = 503;
    await stage.sweep();
    stage.jira.notifyFailsWith = null;
    await remind(id, null);
    await stage.pass(hour);
    expect([dueMails(), flags()]).toEqual([[], []]);
  });

  test('that waits in the queue is found however many are due in its moment', async () => {
    const id = await aReadMessage();
    await remind(id, hour);
    const due = new Date(stage.clock.now() + hour).toISOString();
    const conversationId = await stage.conversation();
    await stage.pass(65 * minute);
    stage.jira.notifyFailsWith = 503;
    await stage.sweep();
    stage.jira.notifyFailsWith = null;
    const found = { user: { id: stage.receiver.accountId }, conversationId, messageId: id, issue: stage.issue, due };
    let asked = 0;
    stage.app.away = (path) => {
      if (!path.includes('/reminder/due')) return null;
      asked += 1;
      const isLast = asked > 12;
      return Response.json({ values: isLast ? [found] : [], cursor: isLast ? '' : 'bW9yZQ', limit: 75, size: 1 });
    };
    await stage.pass(5 * minute);
    expect([asked, dueMails().length]).toEqual([13, 1]);
  });

  test('of which Jira takes no mail is told of by a flag, once', async () => {
    await remind(await aReadMessage(), hour);
    await stage.pass(65 * minute);
    stage.jira.notifyFailsWith = 403;
    takeHints();
    const seen = stage.forge.kvs.read('due-watermark') as object;
    await stage.sweep();
    expect(flags()).toEqual([]);
    await stage.pass(5 * minute);
    stage.forge.kvs.write('due-watermark', seen);
    await stage.sweep();
    expect(flags()).toMatchObject([{ claims: { accountId: stage.receiver.accountId } }]);
    expect(dueMails()).toEqual([]);
  });

  test('about no issue is told of by a flag, once however often it is looked at', async () => {
    await remindWithoutIssue();
    const seen = stage.forge.kvs.read('due-watermark') as object;
    for (let runs = 0; runs < 3; runs += 1) {
      await stage.sweep();
      await stage.pass(5 * minute);
      stage.forge.kvs.write('due-watermark', seen);
    }
    expect(flags()).toMatchObject([{ claims: { accountId: stage.receiver.accountId }, payload: { issueId: null } }]);
    expect(subjects()).toEqual([]);
  });

  test('about no issue whose flag was dropped is told of a while later', async () => {
    await remindWithoutIssue();
    takeHints();
    await stage.sweep();
    expect(flags()).toEqual([]);
    await stage.pass(5 * minute);
    await stage.sweep();
    expect(flags()).toHaveLength(1);
  });

  test('is told of by no mail where its owner does not see the issue any more', async () => {
    await remind(await aReadMessage(), hour);
    stage.jira.issues.set(stage.issue.id, {
      key: stage.issue.key,
      assignee: null,
      hiddenFrom: [stage.receiver.accountId],
    });
    await stage.pass(65 * minute);
    await stage.sweep();
    expect(stage.arrivedFor(stage.receiver)).toBe(0);
  });

  test('is looked for in no service of the release before, and the rest of the sweep goes on', async () => {
    const unknown = { error: 'not_found', message: 'There is no such address.' };
    stage.app.away = (path) => (path.includes('/reminder/due') ? Response.json(unknown, { status: 404 }) : null);
    await stage.sweep();
    await stage.send();
    await stage.pass(2 * minute);
    await stage.pass(5 * minute);
    await stage.sweep();
    expect(stage.mailed).toHaveLength(1);
  });
});
