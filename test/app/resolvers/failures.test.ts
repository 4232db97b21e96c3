import { longestText } from '../../../src/app/definitions';
import { alice, bob, carla, customer, dan, FakeJira, robot } from '../fake-jira';
import { ForgeRuntime, type Remote, site } from '../forge-runtime';

// What a resolver answers when something is not as it should be. The remote answers what each test wants.
const noThreads: Remote = async () => Response.json({ values: [], cursor: '', limit: 25, size: 0 });
const messageId = '01890000-0000-7000-8000-000000000001';

let jira: FakeJira;
let forge: ForgeRuntime;

beforeEach(() => {
  jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  forge = new ForgeRuntime(jira, noThreads);
});

const open = () => forge.invoke(alice.accountId, 'open');
const problem = (code: string, more = {}) => ({ ok: false, problem: { code, ...more } });
const refusal = (status: number, error: string, headers = {}) =>
  Response.json(
    { statusCode: status, code: status, error, message: 'For people', requestId: 'r-1' },
    { status, headers },
  );
const refusedByPlatform = (code: string, status = 400) =>
  new Response(null, { status, headers: { 'forge-proxy-error': code } });

describe('opening says', () => {
  it.each<[string, Remote, object]>([
    [
      'that no address is set (unknown remote)',
      async () => refusedByPlatform('INVALID_REMOTE'),
      problem('address_not_set'),
    ],
    [
      'that no address is set (proxy code)',
      async () => refusedByPlatform('REMOTE_NOT_CONFIGURED'),
      problem('address_not_set'),
    ],
    [
      'that no address is set (egress)',
      () => Promise.reject(Object.assign(new Error('URL not included'), { name: 'REQUEST_EGRESS_ALLOWLIST_ERR' })),
      problem('address_not_set'),
    ],
    [
      'that the service is away (no connection)',
      () => Promise.reject(new TypeError('fetch failed')),
      problem('service_away'),
    ],
    ['that the service is away (proxy)', async () => refusedByPlatform('TIMEOUT', 504), problem('service_away')],
    [
      'that the service is away (gateway)',
      async () => new Response('<html>', { status: 502 }),
      problem('service_away'),
    ],
    [
      'that the service is away, and when to come back',
      async () => refusal(503, 'unavailable', { 'Retry-After': '7' }),
      problem('service_away', { retryAfter: 7, reference: 'r-1' }),
    ],
    [
      'that the service refused the site',
      async () => refusal(403, 'forbidden'),
      problem('service_refused', { reference: 'r-1' }),
    ],
    [
      'that the service refused the token',
      async () => refusal(401, 'unauthorized'),
      problem('service_refused', { reference: 'r-1' }),
    ],
    [
      'when to come back after too many calls',
      async () => refusal(429, 'rate_limited', { 'Retry-After': '30' }),
      problem('rate_limited', { retryAfter: 30, reference: 'r-1' }),
    ],
    [
      'that the address is of something else (404)',
      async () => new Response('Not here', { status: 404 }),
      problem('not_the_service'),
    ],
    ['that the address is of something else (a page)', async () => new Response('<html>'), problem('not_the_service')],
    [
      'no more than that for a fault of the service',
      async () => refusal(500, 'internal'),
      problem('unexpected', { reference: 'r-1' }),
    ],
  ])('%s', async (_, remote, answer) => {
    forge.remote = remote;
    expect(await open()).toEqual(answer);
  });

  test('that the issue is not to be seen', async () => {
    jira.issues.set('10001', { key: 'WEB-1', assignee: bob, hiddenFrom: [alice.accountId] });
    expect(await open()).toEqual(problem('issue_hidden'));
  });

  test('what the service keeps also while Jira is away, without names', async () => {
    jira.isAway = true;
    expect(await open()).toMatchObject({ ok: true });
  });

  it.each([undefined, 'unidentified', ''])('that one has to log in, and asks nobody: %s', async (accountId) => {
    expect(await forge.invoke(accountId, 'open')).toEqual(problem('not_logged_in'));
    expect(forge.calls).toEqual([]);
  });

  it.each([
    ['no issue', { extension: {} }],
    ['a path for an issue', { issueId: '1/../2' }],
  ])('that it cannot work without an issue: %s', async (_, context) => {
    expect(await forge.invoke(alice.accountId, 'open', {}, context)).toEqual(problem('unexpected'));
    expect(forge.calls).toEqual([]);
  });
});

test("the platform's wish for consent goes back to it untouched", async () => {
  jira.withoutConsent.add(alice.accountId);
  const ask = { with: bob.accountId, text: 'Hi', key: 'k' };
  const answer = forge.invoke(alice.accountId, 'send', ask);
  await expect(answer).rejects.toMatchObject({ name: 'NEEDS_AUTHENTICATION_ERR', status: 401 });
});

test('who asks is whom the platform names, not whom a payload names', async () => {
  let header: string | undefined;
  forge.remote = async ({ headers }) => {
    header = headers['aside-account-id'];
    return noThreads({ path: '', method: 'GET', headers: {} });
  };
  await forge.invoke(alice.accountId, 'open', { accountId: carla.accountId }, { accountId: carla.accountId });
  expect(header).toBe(alice.accountId);
});

test("the site is the installation's, not the one that a context names", async () => {
  await forge.invoke(alice.accountId, 'open', {}, { cloudId: 'somewhere-else' });
  expect(forge.calls).toContain('conversation-api /site/somewhere-else/conversation');
  const context = { cloudId: 'somewhere-else', extension: { issue: { id: '10001' } } };
  const installation = { principal: { accountId: alice.accountId }, installContext: `ari:cloud:jira::site/${site}` };
  forge.calls.length = 0;
  await forge.run('panel', { call: { functionKey: 'open' }, context }, installation, alice.accountId);
  expect(forge.calls).toContain(`conversation-api /site/${site}/conversation`);
});

describe('a message does not leave the site', () => {
  it.each([
    ['when it is empty', ' \n ', problem('text_empty')],
    ['when nothing of it can be seen', '\u200b\n\n[]()\n\n```', problem('text_empty')],
    [
      'when it is too long',
      'x'.repeat(longestText + 1),
      problem('text_too_long', { limit: { unit: 'characters', most: longestText, over: 1 } }),
    ],
    [
      'when its document would be too large',
      '**a** '.repeat(1_600),
      problem('text_too_long', { limit: { unit: 'bytes', most: 65_536, over: 65_708 } }),
    ],
  ])('%s', async (_, text, refused) => {
    expect(await forge.invoke(alice.accountId, 'send', { with: bob.accountId, text, key: 'k' })).toEqual(refused);
    const edit = { with: bob.accountId, id: messageId, text };
    expect(await forge.invoke(alice.accountId, 'edit', edit)).toEqual(refused);
    expect(forge.calls).toEqual([]);
  });

  it.each([
    ['send', { with: '../me', text: 'x', key: 'k' }, 'with'],
    ['send', { with: bob.accountId, text: 'x', key: 'two\nlines' }, 'key'],
    ['send', { with: bob.accountId, text: { toString: 'no' }, key: 'k' }, 'text'],
    ['send', { text: 'x', key: 'k' }, 'with'],
    ['send', { with: bob.accountId, conversationId: messageId, text: 'x', key: 'k' }, 'with'],
    ['edit', { with: bob.accountId, id: '1', text: 'x' }, 'id'],
    ['remove', { with: bob.accountId }, 'id'],
    ['page', { with: bob.accountId, before: '..' }, 'before'],
    ['page', { with: 'a b', before: null }, 'with'],
    ['page', { with: bob.accountId, before: null, around: crypto.randomUUID() }, 'around'],
  ] as const)('when the payload of %s is forged: %j, which names its %s', async (name, payload, field) => {
    const wrong = problem('payload_wrong', { field, rule: expect.any(String) });
    expect(await forge.invoke(alice.accountId, name, payload)).toEqual(wrong);
    expect(forge.calls).toEqual([]);
  });
});

describe('there is no composer, and no sending, for an assignee who is', () => {
  it.each([
    ['inactive', dan, 'recipient_inactive'],
    ['an app', robot, 'recipient_app'],
    ['a portal customer', customer, 'recipient_customer'],
  ])('%s', async (_, assignee, code) => {
    jira.issues.set('10001', { key: 'WEB-1', assignee });
    expect(await open()).toMatchObject({ ok: true, threads: [{ isAssignee: true, refusal: code }] });
    const ask = { with: assignee.accountId, text: 'Hi', key: 'k' };
    expect(await forge.invoke(alice.accountId, 'send', ask)).toEqual(problem(code));
  });
});

test('nobody writes to themselves', async () => {
  const ask = { with: alice.accountId, text: 'Hi', key: 'k' };
  expect(await forge.invoke(alice.accountId, 'send', ask)).toEqual(problem('recipient_self'));
  expect(forge.calls.filter((call) => call.startsWith('conversation-api'))).toEqual([]);
});

test('editing needs sight of the issue, deleting does not', async () => {
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob, hiddenFrom: [alice.accountId] });
  const found = { id: messageId, issue: { id: '10001', key: 'WEB-1' } };
  forge.remote = async ({ method, path }) => {
    if (method === 'DELETE') return new Response(null, { status: 204 });
    return Response.json(path.includes('?') ? { values: [found], cursor: '', limit: 1, size: 1 } : found);
  };
  const message = { with: bob.accountId, id: messageId };
  expect(await forge.invoke(alice.accountId, 'edit', { ...message, text: 'New' })).toEqual(problem('issue_hidden'));
  expect(await forge.invoke(alice.accountId, 'remove', message)).toMatchObject({ ok: true });
});

test('a thread that the list did not carry is left for the view to ask for', async () => {
  const conversation = { id: 'c', type: 'direct', user: { id: carla.accountId } };
  const group = { id: 'g', type: 'group' };
  forge.remote = async () => Response.json({ values: [conversation, group], cursor: '', limit: 25, size: 2 });
  const answer = await open();
  expect(answer).toMatchObject({
    threads: [{ isAssignee: true }, { person: { name: 'Carla Diaz' }, page: null, refusal: null }],
  });
});

test('a program that wrote here has its messages shown, is not looked up in Jira, and gets no composer', async () => {
  const program = {
    id: 'c',
    type: 'direct',
    user: { id: 'client:ci' },
    messages: {
      values: [
        {
          id: messageId,
          sender: { id: 'client:ci' },
          body: null,
          text: '',
          origin: { kind: 'client', label: 'Build bot' },
        },
      ],
      before: null,
      after: null,
    },
  };
  forge.remote = async () => Response.json({ values: [program], cursor: '', limit: 25, size: 1 });
  expect(await open()).toMatchObject({
    threads: [{}, { person: { id: 'client:ci', kind: 'program', name: 'Build bot' }, refusal: 'recipient_program' }],
  });
  expect(forge.calls).not.toContain('jira /rest/api/3/user/bulk');
});

test('an account that Jira does not show any more keeps its thread, without a name or a composer', async () => {
  const gone = {
    id: 'c',
    type: 'direct',
    user: { id: '557058:gone' },
    messages: { values: [], before: null, after: null },
  };
  forge.remote = async () => Response.json({ values: [gone], cursor: '', limit: 25, size: 1 });
  expect(await open()).toMatchObject({ threads: [{}, { person: { name: null }, refusal: 'recipient_unknown' }] });
});
