import { alice, aUser } from '../fake-jira';
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

  test('tells of a message whose push failed', async () => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await stage.sweep();
    stage.forge.queue.refusesWith = 500;
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
    expect(stage.mailed).toEqual([]);
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
    for (const person of many) await stage.send('Hello', alice, person);
    jest.restoreAllMocks();
    stage.forge.queue.refusesWith = null;
    await stage.pass(5 * minute);
    await stage.sweep();
    expect(stage.mailed).toHaveLength(80);
  });

  test('keeps the delivery log within its bounds', async () => {
    for (let n = 0; n < 1_010; n += 1) {
      const at = 9_999_999_999_999 - Date.parse('2026-01-01T00:00:00Z') + n;
      stage.forge.kvs.values.set(`delivery:${at}:d-${n}`, { value: { id: `d-${n}` }, expiresAt: null });
    }
    await stage.sweep();
    expect(stage.log).toHaveLength(1_000);
  });
});
