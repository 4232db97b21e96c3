import { alice, aUser, type JiraUser } from '../fake-jira';
import { callService } from '../forge/call-service';
import { site as cloudId } from '../forge-runtime';
import { hour, type MailStage, minute, openStage } from './mail-stage';

// What no queue knows of, and what it lost: found by the sweep every five minutes.
let site: Awaited<ReturnType<typeof openStage>>;
let stage: MailStage;

beforeAll(async () => {
  site = await openStage();
}, 180_000);

afterAll(() => site.close());

beforeEach(() => {
  stage = site.next();
});

/** As a script of somebody's sends, past the stage.app. */
async function sendFromOutside(issue: { id: string; key: string } | null = stage.issue) {
  const client = await stage.app.service.addClient({ name: 'Build bot' });
  const form = { grant_type: 'client_credentials', client_id: client.id, client_secret: client.secret };
  const token = await fetch(`${stage.app.service.url}/oauth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(form),
  });
  const { access_token } = (await token.json()) as { access_token: string };
  const body = { version: 1, type: 'doc', content: [] };
  const response = await fetch(
    `${stage.app.service.url}/site/${cloudId}/conversation/user/${encodeURIComponent(stage.receiver.accountId)}/message`,
    {
      method: 'POST',
      headers: { Authorization: `Bearer ${access_token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(issue === null ? { body } : { body, issue }),
    },
  );
  expect(response.status).toBe(201);
}

/** To someone of whom Jira says that they see the issue. */
async function sendToAssignee(assignee: JiraUser): Promise<void> {
  stage.jira.issues.set(stage.issue.id, { key: stage.issue.key, assignee });
  await stage.send('Hello', alice, assignee);
  // Jira takes only so many requests of a moment.
  stage.clock.moveTo(stage.clock.now() + 1_000);
}

/** Messages of which the queue never heard, five minutes ago. */
async function sendToMany(count: number) {
  const name = (n: number) => `557058:many-${stage.number}-${String(n).padStart(2, '0')}`;
  const people = Array.from({ length: count }, (_, n) => aUser(name(n), `Person ${n}`));
  stage.jira.users.push(...people);
  stage.forge.queue.refusesWith = 500;
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  for (const person of people) await sendToAssignee(person);
  warn.mockRestore();
  stage.forge.queue.refusesWith = null;
  await stage.pass(5 * minute);
  return people;
}

/** By Alice, past the app, which sends nothing about an issue into a group. */
async function sendToGroup(members: readonly JiraUser[], issue: { id: string; key: string } | null): Promise<void> {
  const ask = callService(stage.forge, alice.accountId);
  const post = async (path: string, json: unknown) => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await ask(`/site/${cloudId}${path}`, { method: 'POST', headers, body: JSON.stringify(json) });
    expect(response.status).toBe(201);
    return JSON.parse(await response.text()) as { id: string };
  };
  const { id } = await post('/conversation', { name: 'Release', privacy: 'private' });
  const path = `/site/${cloudId}/conversation/${id}/roster`;
  const body = JSON.stringify({ add: members.map(({ accountId }) => accountId), remove: [] });
  const headers = { 'Content-Type': 'application/json' };
  expect((await ask(path, { method: 'PATCH', headers, body })).status).toBeLessThan(300);
  const document = { version: 1, type: 'doc', content: [] };
  await post(`/conversation/${id}/message`, issue === null ? { body: document } : { body: document, issue });
}

describe('the sweep', () => {
  test('tells of what a program sent, once', async () => {
    await stage.sweep();
    await sendFromOutside();
    await stage.pass(5 * minute);
    await stage.sweep();
    expect(stage.jira.notifications).toMatchObject([
      { issueId: stage.issue.id, subject: `You have a message about ${stage.issue.key}` },
    ]);
    await stage.pass(5 * minute);
    await stage.sweep();
    expect(stage.mailed).toHaveLength(1);
  });

  test('gives them a minute to read it first', async () => {
    await stage.sweep();
    await stage.pass(5 * minute);
    await sendFromOutside();
    await stage.pass(30_000);
    await stage.sweep();
    expect(stage.mailed).toEqual([]);
    await stage.pass(5 * minute);
    await stage.sweep();
    expect(stage.mailed).toHaveLength(1);
  });

  test('and the queue never both tell of one message', async () => {
    await stage.send();
    await stage.pass(2 * minute);
    await stage.sweep();
    expect(stage.mailed).toHaveLength(1);
    await stage.pass(2 * hour);
    await stage.sweep();
    expect(stage.mailed).toHaveLength(1);
  });

  test.each([500, 429])('tells of a message whose push failed with status %s', async (status) => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await stage.sweep();
    stage.forge.queue.refusesWith = status;
    await stage.send();
    await stage.pass(5 * minute);
    expect(stage.mailed).toEqual([]);
    stage.forge.queue.refusesWith = null;
    await stage.sweep();
    expect(stage.mailed).toHaveLength(1);
    jest.restoreAllMocks();
  });

  test('tells nobody of what is about no issue, or about one that they do not see', async () => {
    await stage.sweep();
    await sendFromOutside(null);
    stage.jira.issues.set('55', { key: 'SEC-1', assignee: null, hiddenFrom: [stage.receiver.accountId] });
    await sendFromOutside({ id: '55', key: 'SEC-1' });
    await stage.pass(5 * minute);
    await stage.sweep();
    expect(stage.arrivedFor(stage.receiver)).toBe(0);
  });

  test('says the key that Jira has for an issue, whatever a client wrote beside its id', async () => {
    await stage.sweep();
    await sendFromOutside({ id: stage.issue.id, key: 'HACK-1' });
    await stage.pass(5 * minute);
    await stage.sweep();
    expect(stage.jira.notifications).toMatchObject([{ subject: `You have a message about ${stage.issue.key}` }]);
    expect(JSON.stringify(stage.jira.notifications)).not.toContain('HACK');
  });

  test('begins where the last one stopped that went through', async () => {
    await stage.sweep();
    await sendFromOutside();
    stage.app.away = () => new Response('<html>', { status: 502 });
    await stage.pass(5 * minute);
    await expect(stage.sweep()).rejects.toThrow();
    await stage.pass(2 * hour);
    await expect(stage.sweep()).rejects.toThrow();
    stage.app.away = null;
    await stage.sweep();
    expect(stage.mailed).toHaveLength(1);
  });

  test('does not tell of what lay there before the app came', async () => {
    await sendFromOutside();
    await stage.pass(2 * hour);
    await stage.sweep();
    expect(stage.mailed).toEqual([]);
  });

  test('leaves to the queue what has to wait for its hour', async () => {
    await stage.sweep();
    await stage.send();
    await stage.pass(2 * minute);
    await stage.read(await stage.send());
    stage.forge.queue.refusesWith = 500;
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await stage.send();
    jest.restoreAllMocks();
    stage.forge.queue.refusesWith = null;
    await stage.pass(5 * minute);
    await stage.sweep();
    expect(stage.mailed).toHaveLength(1);
    await stage.pass(hour);
    expect(stage.mailed).toHaveLength(2);
  });

  test('sees everybody, also beyond the first page', async () => {
    await stage.sweep();
    const many = Array.from({ length: 80 }, (_, n) => aUser(`557058:many-${n}`, `Person ${n}`));
    stage.jira.users.push(...many);
    stage.forge.queue.refusesWith = 500;
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    for (const person of many) await sendToAssignee(person);
    jest.restoreAllMocks();
    stage.forge.queue.refusesWith = null;
    await stage.pass(5 * minute);
    await stage.sweep();
    expect(stage.mailed).toHaveLength(80);
  });

  test('is not stopped by one mail that fails, which goes to the queue', async () => {
    await stage.sweep();
    const people = await sendToMany(3);
    const [unlucky] = people;
    let isUnlucky = true;
    stage.forge.faults.of.storage = ({ init: { body } }, answer) =>
      isUnlucky && String(body).includes('mailed:') && String(body).includes(`${unlucky?.accountId}"`)
        ? Response.json({ code: 'INTERNAL' }, { status: 503 })
        : answer();
    await stage.sweep();
    expect(stage.mailed).toHaveLength(2);
    isUnlucky = false;
    await stage.pass(hour);
    expect(stage.mailed).toHaveLength(3);
  });

  test('ends in its time, and the next one goes on where it stopped', async () => {
    await stage.sweep();
    await sendToMany(80);
    stage.forge.faults.of.jira = ({ path }, answer) => {
      if (path.endsWith('/notify')) stage.clock.moveTo(stage.clock.now() + 5_000);
      return answer();
    };
    await stage.sweep();
    expect(stage.mailed.length).toBeGreaterThan(20);
    expect(stage.mailed.length).toBeLessThan(50);
    await stage.sweep();
    await stage.sweep();
    expect(new Set(stage.mailed).size).toBe(80);
    expect(stage.mailed).toHaveLength(80);
  });

  test('goes on beyond a page that it has finished', async () => {
    await stage.sweep();
    await sendToMany(80);
    let isOver = false;
    stage.app.away = (path) => {
      if (!path.includes('/unread?') || !path.includes('cursor=')) return null;
      return isOver ? null : new Response('<html>', { status: 502 });
    };
    await expect(stage.sweep()).rejects.toThrow();
    // How many stand on a page is the service's to say.
    const onFirstPage = stage.mailed.length;
    expect(onFirstPage).toBeGreaterThan(0);
    expect(onFirstPage).toBeLessThan(80);
    isOver = true;
    const asked: string[] = [];
    stage.forge.remote = async (request) => {
      asked.push(request.path);
      return stage.app.remote(request);
    };
    await stage.sweep();
    const pages = asked.filter((path) => path.includes('/unread?') && !path.includes('mentions='));
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) expect(page).toContain('cursor=');
    expect(stage.mailed).toHaveLength(80);
  });

  test('begins anew where the service does not know any more where it stopped', async () => {
    await stage.sweep();
    await sendToMany(1);
    const value = stage.forge.kvs.read('sweep-watermark') ?? {};
    const until = new Date(stage.clock.now()).toISOString();
    stage.forge.kvs.write('sweep-watermark', { ...(value as object), until, cursor: 'bm90LWEtY3Vyc29y' });
    await stage.sweep().catch(() => undefined);
    await stage.sweep();
    expect(stage.mailed).toHaveLength(1);
  });

  describe('after a day', () => {
    const day = 24 * hour;
    /** As the clock does it: every five minutes. */
    const sweepFor = async (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += 30 * minute) {
        await stage.pass(30 * minute);
        await stage.sweep();
      }
    };

    test('reminds once of what is still unread, and says that it does', async () => {
      await stage.sweep();
      await stage.send();
      await sweepFor(26 * hour);
      expect(stage.jira.notifications.map(({ subject }) => subject)).toEqual([
        `Alice Archer sent you a message about ${stage.issue.key}`,
        `Not read yet: Alice Archer sent you a message about ${stage.issue.key}`,
      ]);
      expect(stage.log).toMatchObject([
        { entry: 'reminder', status: 'sent' },
        { entry: 'mail', status: 'sent' },
      ]);
      await sweepFor(2 * day);
      expect(stage.mailed).toHaveLength(2);
    });

    test('reminds of nothing that was read', async () => {
      await stage.sweep();
      const messageId = await stage.send();
      await sweepFor(20 * hour);
      await stage.read(messageId);
      await sweepFor(8 * hour);
      expect(stage.mailed).toHaveLength(1);
    });

    test('reminds of nothing of which no mail told', async () => {
      await stage.sweep();
      stage.jira.notifyFailsWith = 403;
      await stage.send();
      await stage.pass(2 * minute);
      stage.jira.notifyFailsWith = null;
      await sweepFor(26 * hour);
      expect(stage.mailed).toEqual([]);
    });

    test('holds a reminder back to the hour of the mail before, which is then said once', async () => {
      await stage.sweep();
      await stage.send();
      await sweepFor(23 * hour);
      const other = { id: `${stage.issue.id}8`, key: `SHOP-${stage.number}` };
      stage.jira.issues.set(other.id, { key: other.key, assignee: stage.receiver });
      await stage.pass(35 * minute);
      const ask = { with: stage.receiver.accountId, text: 'More', key: crypto.randomUUID() };
      await stage.forge.invoke(alice.accountId, 'send', ask, { issueId: other.id });
      const sentAt: number[] = [];
      let seen = stage.mailed.length;
      for (let step = 0; step < 18; step += 1) {
        await stage.pass(10 * minute);
        await stage.sweep();
        if (stage.mailed.length > seen) sentAt.push(stage.clock.now());
        seen = stage.mailed.length;
      }
      expect(stage.jira.notifications.map(({ subject }) => subject.split(':')[0])).toEqual([
        expect.stringContaining(stage.issue.key),
        expect.stringContaining(other.key),
        'Not read yet',
      ]);
      expect((sentAt[1] ?? 0) - (sentAt[0] ?? 0)).toBeGreaterThanOrEqual(hour);
      expect(stage.jira.notifications[2]?.textBody).toContain('One more message has come');
    });

    test('a mail that the sweep finds after two days of silence is sent, without a reminder at its heels', async () => {
      await stage.sweep();
      stage.forge.queue.refusesWith = 500;
      jest.spyOn(console, 'warn').mockImplementation(() => undefined);
      await stage.send();
      jest.restoreAllMocks();
      stage.forge.queue.refusesWith = null;
      await stage.pass(2 * day);
      await stage.sweep();
      await sweepFor(3 * hour);
      expect(stage.mailed).toHaveLength(1);
    });

    test('works with a service of the release before, which knows no end of a span', async () => {
      stage.app.away = (path) =>
        path.includes('/unread?') && path.includes('until=')
          ? Response.json({ error: 'invalid_request' }, { status: 400 })
          : null;
      await stage.sweep();
      await stage.send();
      await sweepFor(26 * hour);
      expect(stage.mailed).toHaveLength(2);
    });
  });

  test('one mail tells all the members of a group, about an issue, and one line of the log says so', async () => {
    await stage.sweep();
    const members = Array.from({ length: 30 }, (_, n) => aUser(`557058:member-${stage.number}-${n}`, `Member ${n}`));
    stage.jira.users.push(...members);
    await sendToGroup(members, stage.issue);
    await sendToGroup(members, null);
    await stage.pass(5 * minute);
    await stage.sweep();
    expect(stage.jira.notifications).toHaveLength(1);
    expect(stage.jira.notifications[0]?.to.users).toHaveLength(30);
    expect(stage.jira.notifications[0]?.subject).toBe(
      `Alice Archer wrote in one of your groups about ${stage.issue.key}`,
    );
    expect(stage.log).toMatchObject([{ entry: 'mail', to: 'group', status: 'sent' }]);
  });

  test('puts the same mail off once, however often it sees it', async () => {
    await stage.sweep();
    await sendToMany(2);
    stage.jira.notifyFailsWith = 503;
    let pushes = 0;
    stage.forge.faults.of.queue = (_call, answer) => (++pushes === 2 ? new Response('{}', { status: 429 }) : answer());
    await stage.sweep();
    await stage.sweep();
    expect(stage.forge.queue.bodies()).toHaveLength(2);
    stage.jira.notifyFailsWith = null;
    await stage.pass(hour);
    expect(stage.mailed).toHaveLength(2);
  });
});
