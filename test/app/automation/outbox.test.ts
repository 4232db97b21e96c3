import { theApp } from '../../../src/app/policy/check-writing';
import { alice, aUser, bob, carla, FakeJira, webProject } from '../fake-jira';
import { runAppForSuite } from '../forge/running-app';
import { type DeliveredEvent, ForgeRuntime } from '../forge-runtime';

// One event of the queue at a time, with the real platform packages and the real service between them.
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;
let issues = 60_000;
let issueId: string;

beforeEach(() => {
  jira = new FakeJira();
  issueId = String(++issues);
  jira.issues.set(issueId, { key: `WEB-${issueId}`, assignee: bob });
  forge = new ForgeRuntime(jira, app.remote);
});

const anEvent = (changes: object = {}, retryContext?: Partial<DeliveredEvent['retryContext']>): DeliveredEvent => ({
  queueName: 'outbox',
  jobId: 'j',
  eventId: 'e',
  body: {
    kind: 'message',
    id: 'd-1',
    at: new Date().toISOString(),
    entry: 'rule',
    key: `k-${issueId}`,
    sender: alice.accountId,
    issue: issueId,
    issueKey: `WEB-${issueId}`,
    recipient: bob.accountId,
    text: 'Words that only Bob reads',
    label: 'Nightly',
    tries: 1,
    seen: { id: issueId, key: `WEB-${issueId}`, projectId: webProject.id },
    recipientSeenAt: null,
    ...changes,
  },
  ...(retryContext && {
    retryContext: {
      retryCount: 0,
      retryReason: 'FUNCTION_RETRY_REQUEST',
      retryData: null,
      retentionWindow: { startTime: '', remainingTimeMs: 24 * 3_600_000 },
      ...retryContext,
    },
  }),
});

/** The wait that an answer asks the platform for, in seconds; null where it asks for no other try. */
function waitOf(answer: unknown): number | null {
  const { _retry, retryOptions } = (answer ?? {}) as { _retry?: boolean; retryOptions?: { retryAfter: number } };
  return _retry === true ? (retryOptions?.retryAfter ?? null) : null;
}

/** Delivers the event, which is to come again after that many seconds. */
async function expectRetry(event: DeliveredEvent, least: number, most: number) {
  const wait = waitOf(await forge.consume(event));
  expect(wait).toBeGreaterThanOrEqual(least);
  expect(wait).toBeLessThanOrEqual(most);
}

const deliveries = () => forge.kvs.keys('delivery:').map((key) => forge.kvs.read(key));

async function readAs({ accountId }: { accountId: string }) {
  const answer = await forge.invoke(accountId, 'open', {}, { issueId });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.threads.flatMap(({ page }) => page?.messages ?? []);
}

test('an event that comes twice at once sends once', async () => {
  const event = anEvent();
  const answers = await Promise.all([forge.consume(event), forge.consume(event)]);
  for (const answer of answers) {
    // The one that comes while the other is in flight may be asked to come again; then it finds it done.
    if (answer !== undefined) expect(await forge.consume(event)).toBeUndefined();
  }
  expect(await readAs(bob)).toHaveLength(1);
});

test('an event that comes again after its answer was lost sends once', async () => {
  app.losesAnswers = 1;
  const at = new Date().toISOString();
  await expectRetry(anEvent({ at }), 10, 30);
  expect(deliveries()).toMatchObject([
    { status: 'queued', reason: 'service_away', tries: 2, issueKey: `WEB-${issueId}` },
  ]);
  expect(await forge.consume(anEvent({ at }, { retryCount: 1 }))).toBeUndefined();
  expect(await readAs(bob)).toHaveLength(1);
  expect(deliveries()).toMatchObject([{ status: 'sent', reason: null, tries: 3 }]);
});

test('a service that says when to come back is not asked before', async () => {
  app.away = () => Response.json({ error: 'rate_limited' }, { status: 429, headers: { 'Retry-After': '40' } });
  await expectRetry(anEvent(), 40, 200);
  expect(deliveries()).toMatchObject([{ id: 'd-1', status: 'queued', reason: 'rate_limited', tries: 2 }]);
});

test('no wait is longer than the platform allows', async () => {
  app.away = () => Response.json({ error: 'unavailable' }, { status: 503, headers: { 'Retry-After': '86400' } });
  await expectRetry(anEvent(), 900, 900);
});

test('without a time to come back each wait is longer than the one before, up to 15 minutes', async () => {
  app.away = () => new Response(null, { status: 502 });
  await expectRetry(anEvent({ tries: 0 }), 5, 10);
  await expectRetry(anEvent({ tries: 0 }, { retryCount: 3 }), 40, 200);
  await expectRetry(anEvent({ tries: 0 }, { retryCount: 20 }), 900, 900);
});

describe('what lasts ends at once, in the log, with its reason:', () => {
  it.each<[string, string, () => void, object?]>([
    ['nobody says that the sender saw the issue', 'issue_hidden', () => undefined, { seen: undefined }],
    ['the web trigger’s issue was deleted', 'app_blind', () => jira.issues.clear(), { sender: theApp, seen: null }],
    ['rules were switched off', 'rules_off', () => save({ rulesMaySend: false })],
    ['the site was switched off', 'site_off', () => save({ isOn: false })],
    ['the project was switched off', 'project_off', () => save({ projectsOff: [webProject] })],
    ['the receiver left', 'recipient_unknown', () => undefined, { recipient: '557058:gone' }],
    ['the receiver blocked it', 'blocked', () => refuse(403, 'blocked')],
    ['the service cannot take it', 'unexpected', () => refuse(400, 'invalid_request')],
    ['the key was used for something else', 'already_sent', () => refuse(422, 'idempotency_mismatch')],
  ])('%s', async (_, reason, arrange, changes = {}) => {
    arrange();
    expect(await forge.consume(anEvent(changes))).toBeUndefined();
    expect(deliveries()).toMatchObject([{ id: 'd-1', status: 'failed', reason, tries: 2 }]);
    expect(JSON.stringify(deliveries())).not.toContain('Words');
  });
});

describe('what an administrator or time repairs is tried again:', () => {
  it.each<[string, string, () => void]>([
    ['no address is set', 'address_not_set', () => refusePlatform('INVALID_REMOTE')],
    ['something else answers there', 'not_the_service', () => answerWith(() => new Response('Hello'))],
    ['the service does not know the site', 'service_refused', () => refuse(403, 'forbidden')],
    ['the service does not know the app', 'service_refused', () => refuse(401, 'unauthorized')],
    ['the service fails', 'unexpected', () => refuse(500, 'internal')],
    [
      'Jira is away',
      'jira_away',
      () => {
        jira.isAway = true;
      },
    ],
  ])('%s', async (_, reason, arrange) => {
    arrange();
    await expectRetry(anEvent(), 1, 900);
    expect(deliveries()).toMatchObject([{ status: 'queued', reason, tries: 2 }]);
  });
});

test('while the storage is away nothing is sent and nothing is lost', async () => {
  forge.kvs.isAway = true;
  await expectRetry(anEvent(), 1, 900);
  forge.kvs.isAway = false;
  expect(await readAs(bob)).toEqual([]);
  expect(await forge.consume(anEvent({}, { retryCount: 1 }))).toBeUndefined();
  expect(await readAs(bob)).toHaveLength(1);
});

test('at the end of the platform’s window it ends in the log, with the reason of its last try', async () => {
  app.away = () => Response.json({ error: 'unavailable' }, { status: 503, headers: { 'Retry-After': '600' } });
  const retentionWindow = { startTime: '', remainingTimeMs: 10 * 60_000 };
  expect(await forge.consume(anEvent({}, { retryCount: 90, retentionWindow }))).toBeUndefined();
  expect(deliveries()).toMatchObject([{ status: 'failed', reason: 'service_away', tries: 92 }]);
});

test('where the platform does not name its window, a day counts from when the message came', async () => {
  app.away = () => new Response(null, { status: 502 });
  const at = new Date(Date.now() - 24 * 3_600_000).toISOString();
  expect(await forge.consume(anEvent({ at }))).toBeUndefined();
  expect(deliveries()).toMatchObject([{ status: 'failed', reason: 'service_away' }]);
});

test('a message of the web trigger has no person behind it who would have to see the issue', async () => {
  expect(await forge.consume(anEvent({ entry: 'webhook', sender: theApp, seen: null }))).toBeUndefined();
  expect(deliveries()).toMatchObject([{ status: 'sent' }]);
});

test('the service is asked as the app, whoever the sender is', async () => {
  let named: string | undefined = 'not asked';
  forge.remote = async (request) => {
    named = request.headers['aside-account-id'];
    return app.remote(request);
  };
  await forge.consume(anEvent());
  expect(named).toBeUndefined();
});

test('the receiver’s open views hear of it', async () => {
  await forge.consume(anEvent());
  expect(forge.realtime.published).toMatchObject([{ isGlobal: true, claims: { accountId: bob.accountId } }]);
  expect(JSON.stringify(forge.realtime.published)).not.toContain('Words');
});

test('an event of another version of the app is dropped, and the platform’s log names its kind and nothing else', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  for (const body of [{ kind: 'letter', text: 'Words' }, anEvent({ key: undefined }).body, { kind: 'two words' }, {}]) {
    expect(await forge.consume({ ...anEvent(), body })).toBeUndefined();
  }
  const lines = warn.mock.calls.map((line) => line.join(' '));
  expect(lines.map((line) => /kind "(\w*)"/.exec(line)?.[1])).toEqual(['letter', 'message', '', '']);
  expect(lines.join()).not.toMatch(/Words|words/);
  expect(app.requests).toEqual([]);
  jest.restoreAllMocks();
});

test('a sender keeps what they saw when the rule ran, whatever they see now', async () => {
  hideFrom(alice);
  expect(await forge.consume(anEvent())).toBeUndefined();
  expect(deliveries()).toMatchObject([{ status: 'sent' }]);
});

test('what its sender saw is delivered where the app is blind to the issue, without a mail, and the log says so', async () => {
  jira.hiddenFromApp.add(issueId);
  expect(await forge.consume(anEvent())).toBeUndefined();
  expect(deliveries()).toMatchObject([{ status: 'sent', reason: 'app_blind' }]);
  expect(forge.queue.pushed).toEqual([]);
});

test('a message that is tried again asks Jira once an hour who its recipient is', async () => {
  const asked = () => forge.calls.filter((call) => call.endsWith('/user/bulk')).length;
  jira.users.push(carlaElsewhere);
  const event = { recipient: carlaElsewhere.accountId, recipientSeenAt: new Date().toISOString() };
  await forge.consume(anEvent(event));
  expect(asked()).toBe(0);
  await forge.consume(
    anEvent({ ...event, key: 'k-2', recipientSeenAt: new Date(Date.now() - 3_700_000).toISOString() }),
  );
  expect(asked()).toBe(1);
});

test('a message that was delivered is never written down as anything else', async () => {
  forge.faults.of.storage = ({ init }, answer) =>
    String(init.body).includes('"status":"sent"') ? Response.json({ code: 'INTERNAL' }, { status: 503 }) : answer();
  await expectRetry(anEvent(), 1, 900);
  expect(deliveries()).toEqual([]);
  expect(await readAs(bob)).toHaveLength(1);
  delete forge.faults.of.storage;
  expect(await forge.consume(anEvent({}, { retryCount: 1 }))).toBeUndefined();
  expect(deliveries()).toMatchObject([{ status: 'sent' }]);
  expect(await readAs(bob)).toHaveLength(1);
});

test('what was delivered is told of as delivered, also where it could not be sent any more by then', async () => {
  forge.faults.of.storage = ({ init }, answer) =>
    String(init.body).includes('"status":"sent"') ? Response.json({ code: 'INTERNAL' }, { status: 503 }) : answer();
  const answer = (await forge.consume(anEvent())) as { retryOptions: { retryData: unknown } };
  const { retryData } = answer.retryOptions;
  expect(JSON.stringify(retryData)).not.toContain('Words');
  delete forge.faults.of.storage;
  forge.kvs.write('switches', { isOn: true, projectsOff: [], rulesMaySend: false });
  const other = anEvent({ id: 'd-2', key: 'k-2' }, { retryCount: 1, retryData });
  await forge.consume(other);
  expect(deliveries()).toMatchObject([{ id: 'd-2', status: 'failed' }]);
  expect(await forge.consume(anEvent({}, { retryCount: 1, retryData }))).toBeUndefined();
  expect(deliveries().find((line) => (line as { id: string }).id === 'd-1')).toMatchObject({ status: 'sent' });
});

test('a line that could not be written at first is written all the same, so that it does not say that it waits', async () => {
  let failures = 1;
  forge.faults.of.storage = ({ init }, answer) =>
    String(init.body).includes('"status":"sent"') && failures-- > 0
      ? Response.json({ code: 'INTERNAL' }, { status: 503 })
      : answer();
  await forge.consume(anEvent());
  expect(deliveries()).toMatchObject([{ status: 'sent' }]);
});

test('a hint that Realtime does not take is one line of the platform’s log, with a code alone', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  forge.realtime.failsWith = 500;
  await forge.invoke(
    alice.accountId,
    'send',
    { with: bob.accountId, text: 'Hi', key: crypto.randomUUID() },
    { issueId },
  );
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/^No live hint: [A-Za-z_]+$/)]]);
  jest.restoreAllMocks();
});

const carlaElsewhere = aUser('557058:e15e', 'Elsa Elsewhere');

function hideFrom({ accountId }: { accountId: string }) {
  jira.issues.set(issueId, { key: `WEB-${issueId}`, assignee: bob, reporter: carla, hiddenFrom: [accountId] });
}

function save(changes: object) {
  const value = { isOn: true, projectsOff: [], rulesMaySend: true, ...changes };
  forge.kvs.write('switches', value);
}

function answerWith(answer: () => Response) {
  app.away = answer;
}

function refuse(status: number, error: string) {
  answerWith(() => Response.json({ error }, { status }));
}

function refusePlatform(code: string) {
  answerWith(() => new Response(null, { status: 400, headers: { 'forge-proxy-error': code } }));
}
