import type { JiraUser } from '../fake-jira';
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
    const key = `due:${due}:${await stage.conversation()}:${id}:${stage.receiver.accountId}`;
    stage.forge.kvs.write(key, { at: new Date(stage.clock.now()).toISOString(), isSettled: false });
    await stage.sweep();
    expect(dueMails()).toEqual([]);
    await stage.pass(15 * minute);
    await stage.sweep();
    await stage.pass(5 * minute);
    await stage.sweep();
    expect(dueMails()).toHaveLength(1);
  });

  test('waits for a Jira that is away, and keeps none that comes after it waiting', async () => {
    const id = await aReadMessage();
    await remind(id, hour);
    await stage.pass(65 * minute);
    stage.jira.notifyFailsWith = 503;
    await stage.sweep();
    await remind(null, hour);
    stage.jira.notifyFailsWith = null;
    await stage.pass(65 * minute);
    await stage.sweep();
    expect(dueMails()).toHaveLength(2);
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
