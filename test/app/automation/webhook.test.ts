import { timeLeft } from '../../../src/app/client/deadline';
import { bob, carla, dan, FakeJira } from '../fake-jira';
import { runAppForSuite } from '../forge/running-app';
import { ForgeRuntime } from '../forge-runtime';

// The web trigger, its queue and the outbox, with the real platform packages and the real service between them.
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;
let issues = 50_000;
let issueId: string;
let issueKey: string;
let secret: string;

beforeEach(async () => {
  app.away = null;
  app.requests.length = 0;
  jira = new FakeJira();
  issueId = String(++issues);
  issueKey = `WEB-${issueId}`;
  jira.issues.set(issueId, { key: issueKey, assignee: bob, reporter: carla });
  forge = new ForgeRuntime(jira, app.remote);
  const rotated = await forge.invokeSettings(carla.accountId, 'triggerRotate');
  if (!rotated.ok) throw new Error(rotated.problem.code);
  secret = rotated.secret;
});

const ask = (changes = {}) =>
  JSON.stringify({ issue: issueKey, recipient: 'assignee', message: 'It is **red**.', ...changes });
const right = (changes = {}) => ({
  Authorization: [`Bearer ${secret}`],
  'Content-Type': ['application/json'],
  ...changes,
});
const call = (body = ask(), headers: Record<string, string[]> = right(), method = 'POST') =>
  forge.callTrigger({ body, headers, method });

const messages = () => forge.queue.pushed.filter(({ body }) => body['kind'] === 'message');
const deliveries = () => forge.kvs.keys('delivery:').map((key) => forge.kvs.read(key));

async function readAs({ accountId }: { accountId: string }) {
  const answer = await forge.invoke(accountId, 'open', {}, { issueId });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.threads.flatMap(({ page }) => page?.messages ?? []);
}

test('a request that is right is accepted, waits in the queue, and reaches the assignee as a rule’s message', async () => {
  expect(await call(ask({ rule: 'Nightly build' }))).toEqual({ outputKey: 'accepted' });
  expect(app.requests).toEqual([]);
  expect(deliveries()).toMatchObject([{ entry: 'webhook', status: 'queued', to: bob.accountId, tries: 0 }]);
  await forge.queue.deliverDue();
  expect(await readAs(bob)).toMatchObject([{ from: 'them', origin: { kind: 'rule', label: 'Nightly build' } }]);
  expect(deliveries()).toMatchObject([{ status: 'sent', reason: null, tries: 1, label: 'Nightly build', issueKey }]);
});

test('an issue may be named by its id', async () => {
  expect(await call(ask({ issue: issueId }))).toEqual({ outputKey: 'accepted' });
  expect(await call(ask({ issue: Number(issueId), recipient: carla.accountId }))).toEqual({ outputKey: 'accepted' });
});

test('the same key of a caller sends once, in the body as in the header', async () => {
  await call(ask({ key: 'build-7' }));
  await call(ask({ key: 'build-7' }));
  await call(ask(), right({ 'idempotency-key': ['build-7'] }));
  await forge.queue.deliverDue();
  expect(await readAs(bob)).toHaveLength(1);
});

test('one key of a caller is as many messages as there are people, issues and rules that it stands for', async () => {
  const other = String(++issues);
  jira.issues.set(other, { key: `WEB-${other}`, assignee: bob });
  await call(ask({ key: 'build-9' }));
  await call(ask({ key: 'build-9', recipient: 'reporter' }));
  await call(ask({ key: 'build-9', rule: 'Nightly build' }));
  await call(ask({ key: 'build-9', issue: `WEB-${other}` }));
  await forge.queue.deliverDue();
  expect(deliveries()).toHaveLength(4);
  expect(deliveries()).toEqual(deliveries().map(() => expect.objectContaining({ status: 'sent' })));
  expect(await readAs(carla)).toHaveLength(1);
});

test('requests without a key are messages of their own', async () => {
  await call();
  await call();
  await forge.queue.deliverDue();
  expect(await readAs(bob)).toHaveLength(2);
});

test('another text under a key that was used sends nothing, and the log says why', async () => {
  await call(ask({ key: 'build-8' }));
  await forge.queue.deliverDue();
  await call(ask({ key: 'build-8', message: 'Another text' }));
  await forge.queue.deliverDue();
  expect(await readAs(bob)).toHaveLength(1);
  expect(deliveries()).toContainEqual(expect.objectContaining({ status: 'failed', reason: 'already_sent' }));
});

describe('the secret is needed:', () => {
  it.each<[string, () => Record<string, string[]>]>([
    ['none', () => right({ Authorization: [] })],
    ['no header', () => ({ 'Content-Type': ['application/json'] })],
    ['another one', () => right({ Authorization: [`Bearer ${'x'.repeat(43)}`] })],
    ['a part of it', () => right({ Authorization: [`Bearer ${secret.slice(0, -1)}`] })],
    ['without its scheme', () => right({ Authorization: [secret] })],
    ['twice', () => right({ Authorization: [`Bearer ${secret}`, 'Bearer other'] })],
  ])('%s is rejected, whatever else is wrong', async (_, headers) => {
    expect(await call(ask(), headers())).toEqual({ outputKey: 'rejected' });
    expect(await call('not JSON', headers(), 'GET')).toEqual({ outputKey: 'rejected' });
    expect(messages()).toEqual([]);
  });

  it('its header is found in any case', async () => {
    const headers = { AUTHORIZATION: [`bearer ${secret}`], 'content-TYPE': ['application/json; charset=utf-8'] };
    expect(await call(ask(), headers)).toEqual({ outputKey: 'accepted' });
  });

  it('before one was made nothing is accepted', async () => {
    forge.kvs.removeSecrets();
    expect(await call()).toEqual({ outputKey: 'rejected' });
  });

  it('the one before stops working when a new one is made', async () => {
    const before = right();
    await forge.invokeSettings(carla.accountId, 'triggerRotate');
    expect(await call(ask(), before)).toEqual({ outputKey: 'rejected' });
  });
});

describe('a request is invalid', () => {
  it.each<[string, string, object?, string?]>([
    ['that reads', ask(), {}, 'GET'],
    ['of another type', ask(), { 'Content-Type': ['text/plain'] }],
    ['without a type', ask(), { 'Content-Type': [] }],
    ['that is no JSON', '{"issue":'],
    ['that is a list', '[]'],
    ['that is null', 'null'],
    ['without a body', ''],
    ['larger than 64 KiB', ask({ message: 'x'.repeat(64 * 1024) })],
    ['larger than 64 KiB in bytes', ask({ message: '€'.repeat(22 * 1024) })],
    ['without an issue', ask({ issue: undefined })],
    ['whose issue is a path', ask({ issue: '../user' })],
    ['without a recipient', ask({ recipient: null })],
    ['whose recipient is a list', ask({ recipient: ['assignee'] })],
    ['without a message', ask({ message: undefined })],
    ['whose message is empty', ask({ message: ' ' })],
    ['whose message is too long', ask({ message: 'x'.repeat(10_001) })],
    ['whose key is empty', ask({ key: '' })],
    ['whose key has two lines', ask({ key: 'a\nb' })],
    ['whose key is too long', ask({ key: 'k'.repeat(129) })],
  ])('%s', async (_, body, headers = {}, method = 'POST') => {
    expect(await call(body.replace('WEB-50000', issueKey), right(headers), method)).toEqual({ outputKey: 'invalid' });
    expect(messages()).toEqual([]);
  });
});

test('a message that is delivered as soon as the queue has it is not written down as waiting afterwards', async () => {
  let isPushed = false;
  forge.faults.of.queue = (_call, answer) => {
    isPushed = true;
    return answer();
  };
  const late: unknown[] = [];
  forge.faults.of.storage = ({ path, init }, answer) => {
    if (isPushed && path.endsWith('/set')) late.push(init.body);
    return answer();
  };
  expect(await call()).toEqual({ outputKey: 'accepted' });
  expect(late).toEqual([]);
  expect(deliveries()).toMatchObject([{ status: 'queued' }]);
});

test('a message that the queue did not take is not left in the log as waiting', async () => {
  forge.queue.refusesWith = 500;
  expect(await call()).toEqual({ outputKey: 'unavailable' });
  expect(deliveries()).toMatchObject([{ status: 'failed', reason: 'queue_away', tries: 0 }]);
});

test('who may not be written to makes a request invalid, and a line in the log', async () => {
  expect(await call(ask({ recipient: dan.accountId }))).toEqual({ outputKey: 'invalid' });
  expect(deliveries()).toMatchObject([{ status: 'failed', reason: 'recipient_inactive', to: dan.accountId, tries: 0 }]);
});

test('what the app cannot see it does not write about', async () => {
  jira.hiddenFromApp.add(issueId);
  expect(await call()).toEqual({ outputKey: 'invalid' });
  expect(deliveries()).toMatchObject([{ status: 'failed', reason: 'app_blind' }]);
});

test('while Jira is away a request waits, and who is meant is found at its delivery', async () => {
  jira.isAway = true;
  expect(await call()).toEqual({ outputKey: 'accepted' });
  jira.isAway = false;
  await forge.queue.deliverDue();
  expect(await readAs(bob)).toHaveLength(1);
});

test.each<[string, () => void]>([
  [
    'the queue',
    () => {
      forge.queue.refusesWith = 500;
    },
  ],
  [
    'the storage',
    () => {
      forge.kvs.isAway = true;
    },
  ],
])('without %s the caller is told to come back', async (_, arrange) => {
  arrange();
  expect(await call()).toEqual({ outputKey: 'unavailable' });
});

test('a queue that takes only so many in a minute is asked again for a while', async () => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
  let refusals = 2;
  forge.faults.of.queue = (_call, answer) => (refusals-- > 0 ? new Response('{}', { status: 429 }) : answer());
  expect(await call()).toEqual({ outputKey: 'accepted' });
  expect(deliveries()).toMatchObject([{ status: 'queued' }]);
  jest.restoreAllMocks();
}, 20_000);

test('where the context names no site, the installation does', async () => {
  const request = { method: 'POST', headers: right(), body: ask() };
  const nothing = { installContext: undefined, installation: undefined };
  expect(await forge.run('webhook', request, nothing)).toEqual({ outputKey: 'accepted' });
  const body = messages()[0]?.body ?? {};
  expect(await forge.run('outbox', { queueName: 'outbox', jobId: 'j', eventId: 'e', body }, nothing)).toBeUndefined();
  expect(await readAs(bob)).toHaveLength(1);
});

test('all that it asks has its end before the platform’s, together', async () => {
  const left: number[] = [];
  forge.faults.of.jira = (_call, answer) => {
    left.push(timeLeft(100_000));
    return answer();
  };
  await call();
  expect(left.length).toBeGreaterThan(0);
  expect(Math.max(...left)).toBeLessThanOrEqual(48_000);
});

test('it asks Jira as the app, since nobody is logged in', async () => {
  jira.withoutConsent.add('');
  expect(await call()).toEqual({ outputKey: 'accepted' });
  await forge.queue.deliverDue();
  expect(deliveries()).toMatchObject([{ status: 'sent' }]);
});
