import { alice, aUser, carla } from '../fake-jira';
import { hour, type MailStage, minute, openStage } from './mail-stage';

// Who is told by mail of what, with the real platform packages and the real service.
let site: Awaited<ReturnType<typeof openStage>>;
let stage: MailStage;

beforeAll(async () => {
  site = await openStage();
}, 180_000);

afterAll(() => site.close());

beforeEach(() => {
  stage = site.next();
});

test('whoever has not read the first message after a minute gets one mail, without words, that leads to it', async () => {
  const messageId = await stage.send();
  await stage.pass(59_000);
  expect(stage.jira.notifications).toEqual([]);
  await stage.pass(2_000);
  const [mail] = stage.jira.notifications;
  expect(stage.mailed).toEqual([stage.receiver.accountId]);
  expect(mail?.issueId).toBe(stage.issue.id);
  expect(mail?.subject).toBe(`Alice Archer sent you a message about ${stage.issue.key}`);
  const inbox = `https://example.atlassian.net/jira/apps/0b5c6a2e-9d1b-4c3a-8e7f-0a1b2c3d4e5f/e1?conversation=${await stage.conversation()}`;
  for (const body of [mail?.textBody, mail?.htmlBody]) {
    expect(body).toContain(inbox);
    expect(body).toContain(`https://example.atlassian.net/browse/${stage.issue.key}`);
  }
  expect(JSON.stringify(mail)).not.toMatch(/Secret/);
  expect(stage.log).toMatchObject([
    { entry: 'mail', to: stage.receiver.accountId, issueKey: stage.issue.key, status: 'sent' },
  ]);
  expect(JSON.stringify(stage.log)).toContain(messageId);
});

test('the second of two unread messages brings no other mail', async () => {
  await stage.send();
  await stage.send();
  await stage.pass(5 * minute);
  expect(stage.mailed).toEqual([stage.receiver.accountId]);
});

test('whoever reads within the minute gets none', async () => {
  const messageId = await stage.send();
  await stage.pass(30_000);
  await stage.read(messageId);
  await stage.pass(5 * minute);
  expect(stage.mailed).toEqual([]);
});

test('nobody is told of what they wrote themselves', async () => {
  await stage.read(await stage.send());
  await stage.reply();
  await stage.pass(5 * minute);
  expect(stage.mailed).toEqual([alice.accountId]);
});

test('an answer from the inbox is told of as what it is: about the issue that the conversation was last about', async () => {
  await stage.read(await stage.send());
  await stage.reply();
  await stage.pass(5 * minute);
  expect(stage.jira.notifications).toMatchObject([
    { issueId: stage.issue.id, subject: expect.stringMatching(/^Rosa Reader sent you a message about /) },
  ]);
});

test('an answer from the inbox brings no mail to whoever does not see its issue any more', async () => {
  await stage.read(await stage.send());
  stage.jira.issues.set(stage.issue.id, { key: stage.issue.key, assignee: null, hiddenFrom: [alice.accountId] });
  await stage.reply();
  await stage.pass(5 * minute);
  expect(stage.arrivedFor(alice)).toBe(0);
});

test('a second mail about a conversation waits until an hour has passed, and comes if it is still unread', async () => {
  await stage.read(await stage.send());
  await stage.pass(2 * minute);
  const first = await stage.send();
  await stage.pass(2 * minute);
  await stage.read(first);
  expect(stage.mailed).toHaveLength(1);
  await stage.send();
  await stage.pass(50 * minute);
  expect(stage.mailed).toHaveLength(1);
  await stage.pass(30 * minute);
  expect(stage.mailed).toHaveLength(2);
});

test('a second mail is not sent when it was read while it waited', async () => {
  await stage.read(await stage.send('One'));
  const first = await stage.send('Two');
  await stage.pass(2 * minute);
  await stage.read(first);
  const second = await stage.send('Three');
  await stage.pass(10 * minute);
  await stage.read(second);
  await stage.pass(3 * hour);
  expect(stage.mailed).toHaveLength(1);
});

test('conversations with two people are told of one by one', async () => {
  await stage.send('One', alice);
  await stage.send('Two', carla);
  await stage.pass(5 * minute);
  expect(stage.jira.notifications.map(({ subject }) => subject.split(' sent')[0]).sort()).toEqual([
    'Alice Archer',
    'Carla Diaz',
  ]);
});

test('a message of a rule is told of as one', async () => {
  const inputs = { issueKey: stage.issue.key, recipient: 'assignee', message: 'Secret', ruleName: 'Nightly' };
  await stage.forge.runAction(alice.accountId, inputs);
  await stage.pass(5 * minute);
  expect(stage.mailed).toEqual([stage.receiver.accountId]);
  expect(stage.jira.notifications).toMatchObject([
    { subject: `An automation rule sent you a message about ${stage.issue.key}` },
  ]);
});

test('a name that looks like markup is no markup in a mail', async () => {
  const mallory = aUser(`557058:mallory-${stage.issue.id}`, 'M <b>{key}</b>\r\nBcc: x');
  stage.jira.users.push(mallory);
  await stage.send('Hello', mallory);
  await stage.pass(5 * minute);
  const [mail] = stage.jira.notifications;
  expect(mail?.subject).not.toMatch(/[\r\n]/);
  expect(mail?.htmlBody).toContain('M &lt;b&gt;{key}&lt;/b&gt;');
});

test('whoever has muted the conversation is not told', async () => {
  await stage.read(await stage.send());
  await stage.forge.invoke(stage.receiver.accountId, 'inboxMute', { id: await stage.conversation(), isMuted: true });
  await stage.send();
  await stage.pass(5 * minute);
  await stage.sweep();
  expect(stage.mailed).toEqual([]);
});

test('whoever wants no mails of people is not told', async () => {
  const choices = { mailOfPeople: false, mailOfRules: true, mailOfPrograms: true, receipts: true };
  await stage.forge.invoke(stage.receiver.accountId, 'preferencesSave', { choices });
  await stage.send();
  await stage.pass(5 * minute);
  await stage.sweep();
  expect(stage.mailed).toEqual([]);
});

test('whoever cannot see the issue any more when the mail is due is not told', async () => {
  await stage.send();
  stage.jira.issues.set(stage.issue.id, {
    key: 'WEB-1',
    assignee: stage.receiver,
    hiddenFrom: [stage.receiver.accountId],
  });
  await stage.pass(5 * minute);
  await stage.sweep();
  expect(stage.arrivedFor(stage.receiver)).toBe(0);
});

test('who receives a mail is Jira’s to decide, when it sends', async () => {
  await stage.send();
  await stage.pass(2 * minute);
  expect(stage.arrivedFor(stage.receiver)).toBe(1);
  expect(stage.jira.notifications).toMatchObject([{ restrict: { permissions: [{ key: 'BROWSE' }] } }]);
  expect(stage.forge.calls.join()).not.toContain('permissions');
});

test('of a stranger whom Jira does not show to the sender no mail tells, from the queue or the sweep', async () => {
  const stranger = aUser(`557058:stranger-${stage.number}`, 'Sam Stranger');
  stage.jira.users.push(stranger);
  await stage.sweep();
  const ask = { with: stranger.accountId, text: 'Secret words', key: crypto.randomUUID() };
  const answer = await stage.forge.invoke(alice.accountId, 'send', ask, { issueId: stage.issue.id });
  expect(answer).toMatchObject({ ok: true, mailClosed: 'sight_unknown' });
  await stage.pass(6 * minute);
  await stage.sweep();
  expect(stage.mailed).toEqual([]);
});

test('a mail about an issue that the app does not see is given up, and the log says why', async () => {
  await stage.sweep();
  await stage.send();
  stage.jira.hiddenFromApp.add(stage.issue.id);
  await stage.pass(6 * minute);
  await stage.sweep();
  expect(stage.mailed).toEqual([]);
  expect(stage.log).toMatchObject([{ entry: 'mail', status: 'failed', reason: 'app_blind' }]);
});

test('two issues of one pair are told of one by one, the second after the hour, with how many came since', async () => {
  await stage.send('About the first');
  await stage.pass(2 * minute);
  const other = { id: `${stage.issue.id}7`, key: `SHOP-${stage.number}` };
  stage.jira.issues.set(other.id, { key: other.key, assignee: stage.receiver });
  const sendAbout = async (issueId: string) => {
    const ask = { with: stage.receiver.accountId, text: 'More', key: crypto.randomUUID() };
    expect(await stage.forge.invoke(alice.accountId, 'send', ask, { issueId })).toMatchObject({ ok: true });
  };
  await sendAbout(other.id);
  await stage.pass(5 * minute);
  expect(stage.mailed).toHaveLength(1);
  await sendAbout(stage.issue.id);
  await sendAbout(other.id);
  await stage.pass(70 * minute);
  expect(stage.jira.notifications.map(({ subject }) => subject)).toEqual([
    `Alice Archer sent you a message about ${stage.issue.key}`,
    `Alice Archer sent you a message about ${other.key}`,
  ]);
  expect(stage.jira.notifications[0]?.textBody).not.toContain('more message');
  expect(stage.jira.notifications[1]?.textBody).toContain('2 more messages have come in this conversation since');
});

test('each rule’s account is told of by itself', async () => {
  const inputs = { issueKey: stage.issue.key, recipient: 'assignee', message: 'Secret', ruleName: 'Nightly' };
  await stage.forge.runAction(alice.accountId, inputs);
  await stage.pass(70 * minute);
  await stage.forge.runAction(alice.accountId, inputs);
  await stage.forge.runAction(carla.accountId, inputs);
  await stage.pass(70 * minute);
  expect(stage.mailed).toHaveLength(2);
});

const notices = () => stage.forge.queue.bodies().filter(({ kind }) => kind === 'notice');

test('while the service is away a notice comes less and less often, and ends after an hour; the sweep finds it', async () => {
  await stage.sweep();
  await stage.send();
  let tries = 0;
  stage.app.away = () => {
    tries += 1;
    return new Response('<html>', { status: 502 });
  };
  await stage.pass(3 * hour);
  expect(tries).toBeGreaterThan(3);
  expect(tries).toBeLessThan(10);
  expect(notices()).toEqual([]);
  stage.app.away = null;
  await stage.sweep();
  expect(stage.mailed).toHaveLength(1);
});

it.each<[string, () => Response]>([
  ['no address is set', () => new Response(null, { status: 400, headers: { 'forge-proxy-error': 'INVALID_REMOTE' } })],
  ['the service does not know the site', () => Response.json({ error: 'forbidden' }, { status: 403 })],
  ['the service is too old', () => Response.json({ error: 'not_found' }, { status: 404 })],
])('a notice ends at once where %s', async (_, answer) => {
  await stage.send();
  stage.app.away = answer;
  await stage.pass(2 * minute);
  expect(notices()).toEqual([]);
});

test('a mail that was begun and never sent is sent after a while, once', async () => {
  const messageId = await stage.send();
  const begun = { at: new Date(stage.clock.now()).toISOString(), isSettled: false };
  const key = `mailed:${messageId}:${stage.receiver.accountId}`;
  stage.forge.kvs.write(key, begun);
  await stage.pass(2 * minute);
  expect(stage.mailed).toEqual([]);
  await stage.pass(30 * minute);
  expect(stage.mailed).toHaveLength(1);
});

test('the same event delivered twice sends one mail', async () => {
  stage.forge.faults.comesTwice = () => true;
  await stage.send();
  await stage.pass(5 * minute);
  expect(stage.mailed).toHaveLength(1);
});

test('a mail that Jira could not take for now is sent later, once, and the log tells of both', async () => {
  stage.jira.notifyFailsWith = 503;
  await stage.send();
  await stage.pass(2 * minute);
  expect(stage.log).toMatchObject([{ status: 'queued', reason: 'jira_away' }]);
  stage.jira.notifyFailsWith = null;
  await stage.pass(10 * minute);
  expect(stage.mailed).toHaveLength(1);
  expect(stage.log).toMatchObject([{ status: 'sent', reason: null }]);
});

test('a mail that Jira refuses for good is not tried again, and the log says so', async () => {
  stage.jira.notifyFailsWith = 403;
  await stage.send();
  await stage.pass(2 * minute);
  stage.jira.notifyFailsWith = null;
  await stage.pass(hour);
  await stage.sweep();
  expect(stage.mailed).toEqual([]);
  expect(stage.log).toMatchObject([{ status: 'failed', reason: 'mail_refused' }]);
});

it.each<[string, () => void, () => void]>([
  [
    'the service is away',
    () => {
      stage.app.away = () => new Response('<html>', { status: 502 });
    },
    () => {
      stage.app.away = null;
    },
  ],
  [
    'the storage is away',
    () => {
      stage.forge.kvs.isAway = true;
    },
    () => {
      stage.forge.kvs.isAway = false;
    },
  ],
])('a mail is not lost while %s', async (_, leave, comeBack) => {
  await stage.send();
  leave();
  await stage.pass(30 * minute);
  expect(stage.mailed).toEqual([]);
  comeBack();
  await stage.pass(30 * minute);
  expect(stage.mailed).toHaveLength(1);
  // Asked for by itself, and not as the platform does after a fault.
  expect(stage.forge.queue.thrown).toEqual([]);
});
