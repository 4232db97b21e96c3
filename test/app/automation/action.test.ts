import { timeLeft } from '../../../src/app/client/deadline';
import { alice, aUser, bob, carla, customer, dan, FakeJira, robot, webProject } from '../fake-jira';
import { runAppForSuite } from '../forge/running-app';
import { ForgeRuntime, site } from '../forge-runtime';

// The action of a rule, with the real platform packages and the real service between them; only Jira is made up.
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;
let issues = 40_000;
let issueId: string;
let issueKey: string;

beforeEach(() => {
  jira = new FakeJira();
  issueId = String(++issues);
  issueKey = `WEB-${issueId}`;
  jira.issues.set(issueId, { key: issueKey, assignee: bob, reporter: carla });
  forge = new ForgeRuntime(jira, app.remote);
});

const inputs = (changes = {}) => ({
  issueKey,
  recipient: 'assignee',
  message: 'The build of **main** is broken.',
  ruleName: 'Broken build',
  ...changes,
});
const run = (changes = {}, accountId: string | undefined = alice.accountId) =>
  forge.runAction(accountId, inputs(changes));
const away = (status: number, headers = {}) => Response.json({ error: 'unavailable' }, { status, headers });

/** What the service keeps about the issue for someone, read as that person. */
async function readAs({ accountId }: { accountId: string }) {
  const answer = await forge.invoke(accountId, 'open', {}, { issueId });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.threads.flatMap(({ page }) => page?.messages ?? []);
}

const deliveries = () => forge.kvs.keys('delivery:').map((key) => forge.kvs.read(key));

test('a rule writes to the assignee, who sees that it was a rule, and which', async () => {
  const answer = await run();
  expect(answer).toEqual({ status: 'sent', messageId: expect.any(String), conversationId: expect.any(String) });
  const [message] = await readAs(bob);
  expect(message).toMatchObject({
    from: 'them',
    origin: { kind: 'rule', label: 'Broken build', owner: { id: alice.accountId, name: 'Alice Archer' } },
  });
  expect(JSON.stringify(message?.body)).toContain('"text":"main","marks":[{"type":"strong"}]');
});

test.each<[string, string, { accountId: string }]>([
  ['the reporter', 'reporter', carla],
  ['the reporter, written large', ' Reporter ', carla],
  ['an account', bob.accountId, bob],
])('a rule writes to %s', async (_, recipient, receiver) => {
  expect(await run({ recipient })).toMatchObject({ status: 'sent' });
  expect(await readAs(receiver)).toHaveLength(1);
});

test('whom its owner blocked out a rule does not reach either, and the log says whose it was and why', async () => {
  await forge.invoke(bob.accountId, 'block', { person: alice.accountId });
  expect(await run()).toMatchObject({
    errors: [{ message: expect.stringContaining("the user of the rule's connection") }],
  });
  expect(await readAs(bob)).toEqual([]);
  expect(deliveries()).toMatchObject([{ status: 'failed', reason: 'blocked', account: alice.accountId }]);
  await forge.invoke(bob.accountId, 'unblock', { person: alice.accountId });
  expect(await run({ accountId: carla.accountId, account: carla.accountId })).toMatchObject({ status: 'sent' });
  expect(await readAs(bob)).toMatchObject([{ origin: { owner: { id: alice.accountId } } }]);
});

test('what a rule sends is no message of its owner', async () => {
  await run();
  const answer = await forge.invoke(alice.accountId, 'open', {}, { issueId });
  expect(answer).toMatchObject({ ok: true });
  expect(await readAs(alice)).toEqual([]);
});

test.each<[string, unknown, string | null]>([
  ['with line breaks and control characters', ' Nightly\n\u0000 build ', 'Nightly build'],
  ['that is too long for the service', `${'x'.repeat(254)}\u{1f514}`, 'x'.repeat(254)],
  ['that is empty', ' ', null],
  ['that is no text', 7, null],
])('a name of a rule %s does not stop it', async (_, ruleName, label) => {
  expect(await run({ ruleName })).toMatchObject({ status: 'sent' });
  expect(await readAs(bob)).toMatchObject([{ origin: { kind: 'rule', label } }]);
});

test('a sent message is a line in the delivery log, without its words', async () => {
  await run();
  expect(deliveries()).toEqual([
    {
      id: expect.any(String),
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      entry: 'rule',
      to: bob.accountId,
      issueKey,
      label: 'Broken build',
      account: alice.accountId,
      status: 'sent',
      reason: null,
      tries: 1,
    },
  ]);
  expect(JSON.stringify(deliveries())).not.toContain('build of');
});

test('without the id of the conversation the message is still sent', async () => {
  app.away = (path) => (path.endsWith('/message') ? null : away(500));
  expect(await run()).toEqual({ status: 'sent', messageId: expect.any(String), conversationId: null });
});

describe('it goes into the queue when', () => {
  it.each<[string, () => Response | Promise<Response>, string]>([
    ['the service is away', () => away(503), 'service_away'],
    ['the service is away for a while', () => away(503, { 'Retry-After': '30' }), 'service_away'],
    ['a gateway gives up', () => new Response('<html>', { status: 504 }), 'service_away'],
    ['nothing answers', () => Promise.reject(new TypeError('fetch failed')), 'service_away'],
    ['there are too many at once', () => Response.json({ error: 'rate_limited' }, { status: 429 }), 'rate_limited'],
  ])('%s', async (_, answer, reason) => {
    app.away = answer;
    expect(await run()).toEqual({ status: 'queued', messageId: null, conversationId: null });
    expect(forge.queue.pushed).toMatchObject([{ queueName: 'outbox', body: { kind: 'message', tries: 1 } }]);
    expect(deliveries()).toMatchObject([{ status: 'queued', reason, tries: 1, to: bob.accountId, issueKey }]);
  });
});

test('a message in the queue says that its sender saw the issue, since only they could be asked for themselves', async () => {
  app.away = () => away(503);
  await run();
  expect(forge.queue.pushed).toMatchObject([
    { body: { seen: { key: issueKey, projectId: webProject.id }, recipientSeenAt: expect.any(String) } },
  ]);
});

test('a message is written down as waiting before the queue has it', async () => {
  app.away = () => away(503);
  let before: unknown[] = [];
  forge.faults.of.queue = (_call, answer) => {
    before = deliveries();
    return answer();
  };
  await run();
  expect(before).toMatchObject([{ status: 'queued', reason: 'service_away', tries: 1 }]);
  expect(deliveries()).toEqual(before);
});

test('a message that neither the service nor the queue took is not left in the log as waiting', async () => {
  app.away = () => away(503);
  forge.queue.refusesWith = 500;
  await run();
  expect(deliveries()).toMatchObject([{ status: 'failed', reason: 'service_away', tries: 1 }]);
});

test('where the context names no site, the installation does', async () => {
  const nothing = { installContext: undefined, installation: undefined, principal: { accountId: alice.accountId } };
  expect(await forge.run('automation', inputs(), nothing, alice.accountId)).toMatchObject({ status: 'sent' });
});

test('the wait that the service asks for is kept before the next try', async () => {
  app.away = () => away(503, { 'Retry-After': '120' });
  await run();
  expect(forge.queue.pushed[0]?.delay).toBeGreaterThanOrEqual(120);
  expect(forge.queue.pushed[0]?.delay).toBeLessThanOrEqual(180);
});

test('a message whose answer was lost is sent once, under the key of its first try', async () => {
  app.losesAnswers = 1;
  expect(await run()).toMatchObject({ status: 'queued' });
  const [pushed] = forge.queue.pushed;
  const event = { queueName: 'outbox', jobId: 'j', eventId: 'e', body: pushed?.body ?? {} };
  expect(await forge.consume(event)).toBeUndefined();
  expect(await readAs(bob)).toHaveLength(1);
});

test('a queued message is for who was the assignee when the rule ran', async () => {
  app.away = () => away(503);
  await run();
  app.away = null;
  jira.issues.set(issueId, { key: issueKey, assignee: carla });
  await forge.consume({ queueName: 'outbox', jobId: 'j', eventId: 'e', body: forge.queue.pushed[0]?.body ?? {} });
  expect(await readAs(bob)).toHaveLength(1);
  expect(await readAs(carla)).toEqual([]);
});

const words = 'the words that nobody else may read';

describe('the rule stops with a sentence when', () => {
  it.each<[string, RegExp, object, (() => void)?]>([
    ['the key is none', /work item key is not one/, { issueKey: '{{issue.key}}' }],
    ['the key is a path', /work item key is not one/, { issueKey: '../../myself' }],
    ['the key is of another type', /work item key is not one/, { issueKey: 7 }],
    ['the recipient is empty, as a smart value without a value', /has a value for this work item/, { recipient: '' }],
    ['the recipient is a name', /neither assignee, reporter nor an account id/, { recipient: 'Bob Brown' }],
    ['there is no message', /The message is no text/, { message: undefined }],
    ['the message is empty', /The message is empty/, { message: '  ' }],
    ['the message is too long', /too long/, { message: words.repeat(500) }],
    ['the issue does not exist', /does not exist, or the user/, { issueKey: 'WEB-999' }],
    ['the account is unknown', /Jira knows no such account/, { recipient: '557058:nobody' }],
    ['the recipient is deactivated', /deactivated/, { recipient: dan.accountId }],
    ['the recipient is an app', /is an app/, { recipient: robot.accountId }],
    ['the recipient is a customer', /customer of the help centre/, { recipient: customer.accountId }],
    [
      'the connection cannot see the issue',
      /cannot see it/,
      {},
      () => jira.issues.set(issueId, { key: issueKey, assignee: bob, hiddenFrom: [alice.accountId] }),
    ],
    [
      'the issue has no assignee',
      /has no assignee/,
      {},
      () => jira.issues.set(issueId, { key: issueKey, assignee: null }),
    ],
    ['the connection has not consented', /has not allowed Aside/, {}, () => jira.withoutConsent.add(alice.accountId)],
    [
      'Jira is away',
      /Jira did not answer/,
      {},
      () => {
        jira.isAway = true;
      },
    ],
    [
      'the storage is away',
      /storage for apps did not answer/,
      {},
      () => {
        forge.kvs.isAway = true;
      },
    ],
    [
      'no address is set',
      /address of the conversation service/,
      {},
      () => {
        app.away = () => new Response(null, { status: 400, headers: { 'forge-proxy-error': 'INVALID_REMOTE' } });
      },
    ],
    [
      'the service refuses the site',
      /does not accept calls/,
      {},
      () => {
        app.away = () => Response.json({ error: 'forbidden' }, { status: 403 });
      },
    ],
    [
      'the receiver has blocked rules',
      /takes no messages from rules/,
      {},
      () => {
        app.away = () => Response.json({ error: 'blocked' }, { status: 403 });
      },
    ],
    [
      'neither the service nor the queue takes it',
      /could not be queued/,
      {},
      () => {
        app.away = () => away(503);
        forge.queue.refusesWith = 500;
      },
    ],
  ])('%s', async (_, sentence, changes, arrange = () => undefined) => {
    arrange();
    const answer = await run({ message: words, ...changes });
    expect(answer).toEqual({ errors: [{ message: expect.stringMatching(sentence) }] });
    expect(JSON.stringify(answer)).not.toContain(words);
    expect(forge.queue.pushed).toEqual([]);
  });

  it.each(['unidentified', '', undefined])('nobody stands behind the connection: %s', async (accountId) => {
    expect(await forge.runAction(accountId, inputs())).toEqual({
      errors: [{ message: expect.stringMatching(/names no user/) }],
    });
    expect(forge.calls).toEqual([]);
  });
});

describe('what an administrator switched off stays off', () => {
  const rules = { isOn: true, projectsOff: [], rulesMaySend: true };
  it.each<[string, object, RegExp]>([
    ['the site', { ...rules, isOn: false }, /for this site/],
    ['rules', { ...rules, rulesMaySend: false }, /that rules send/],
    ['the project', { ...rules, projectsOff: [webProject] }, /work item's project/],
  ])('%s', async (_, switches, sentence) => {
    forge.kvs.write('switches', switches);
    expect(await run()).toEqual({ errors: [{ message: expect.stringMatching(sentence) }] });
    expect(app.requests).toEqual([]);
    expect(deliveries()).toMatchObject([{ status: 'failed', tries: 1 }]);
  });
});

test('the user of the connection is the principal, whatever else a context names', async () => {
  jira.issues.set(issueId, { key: issueKey, assignee: bob, hiddenFrom: [alice.accountId] });
  const context = { principal: { accountId: alice.accountId }, accountId: carla.accountId };
  expect(await forge.run('automation', inputs({}), context, alice.accountId)).toMatchObject({ errors: [{}] });
});

test('who cannot see the issue gets the message, and whether they get a mail is Jira’s to decide', async () => {
  const erin = aUser('557058:e41a', 'Erin Evans');
  jira.users.push(erin);
  jira.issues.set(issueId, { key: issueKey, assignee: bob, hiddenFrom: [erin.accountId] });
  expect(await run({ recipient: erin.accountId })).toMatchObject({ status: 'sent' });
  expect(forge.queue.pushed).toMatchObject([{ body: { kind: 'notice', to: erin.accountId } }]);
  expect(forge.calls.join()).not.toContain('permissions');
});

test('all that it asks has its end before the platform’s, together', async () => {
  const left: number[] = [];
  const note = () => left.push(timeLeft(100_000));
  app.away = () => {
    note();
    return null;
  };
  forge.faults.of.jira = (_call, answer) => {
    note();
    return answer();
  };
  await run();
  expect(left.length).toBeGreaterThan(2);
  expect(Math.max(...left)).toBeLessThanOrEqual(48_000);
});

test('the site is the installation’s', async () => {
  await run();
  expect(app.requests[0]).toBe(`POST /site/${site}/conversation/user/${encodeURIComponent(bob.accountId)}/message`);
});
