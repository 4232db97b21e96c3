import type { SettingsDefinitions } from '../../../../src/app/definitions';
import * as log from '../../../../src/app/storage/delivery-log';
import { features } from '../../../../src/contract/features';
import { writeTokenClock } from '../../../../src/contract/token-clock';
import { alice, bob, carla, FakeJira, webProject } from '../../fake-jira';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime, site, triggerUrl } from '../../forge-runtime';

// The admin page's resolver, with the real platform packages and the real service between them. Carla administers Jira.
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;

beforeEach(() => {
  jira = new FakeJira();
  forge = new ForgeRuntime(jira, app.remote);
});

const ask = async (name: keyof SettingsDefinitions, payload: unknown = {}) =>
  (await forge.invokeSettings(carla.accountId, name, payload)) as unknown as Record<string, unknown>;

const names = [
  'settings',
  'switchesSave',
  'findProjects',
  'testConnection',
  'triggerRotate',
  'deliveries',
  'health',
  'siteData',
  'audit',
  'reports',
  'diagnostics',
] as const;

const problem = (code: string) => ({ ok: false, problem: { code } });
const everythingOn = {
  isOn: true,
  projectsOff: [],
  rulesMaySend: true,
  byPermission: false,
  peopleMayBegin: true,
  receipts: true,
  keepsDrafts: true,
};

describe.each(names)('%s', (name) => {
  it('is for administrators of Jira only, and does nothing for anyone else', async () => {
    expect(await forge.invokeSettings(alice.accountId, name, { switches: everythingOn })).toEqual(
      problem('not_administrator'),
    );
    expect(forge.calls).toEqual(['jira /rest/api/3/mypermissions']);
  });

  it('asks again each time, since who was an administrator may not be one now', async () => {
    const payload = { switches: everythingOn, text: '', cursor: '' };
    expect(await ask(name, payload)).toMatchObject({ ok: true });
    jira.administrators.clear();
    expect(await ask(name, payload)).toEqual(problem('not_administrator'));
  });

  it('is for nobody who is not logged in', async () => {
    for (const nobody of [undefined, '', 'unidentified']) {
      expect(await forge.invokeSettings(nobody, name)).toEqual(problem('not_logged_in'));
    }
    expect(forge.calls).toEqual([]);
  });

  it('says that Jira is away, and takes that for no right', async () => {
    jira.isAway = true;
    expect(await ask(name)).toEqual(problem('jira_away'));
  });

  it('lets the platform ask for consent', async () => {
    jira.withoutConsent.add(carla.accountId);
    await expect(ask(name)).rejects.toMatchObject({ name: 'NEEDS_AUTHENTICATION_ERR' });
  });
});

test('before anything is saved everything is on, and there is no secret', async () => {
  expect(await ask('settings')).toEqual({
    ok: true,
    switches: everythingOn,
    trigger: { url: triggerUrl, madeAt: null },
  });
});

test('switches are as they were saved', async () => {
  const switches = {
    isOn: false,
    projectsOff: [webProject],
    rulesMaySend: false,
    byPermission: true,
    peopleMayBegin: true,
    receipts: false,
    keepsDrafts: false,
  };
  expect(await ask('switchesSave', { switches })).toEqual({ ok: true });
  expect(await ask('settings')).toMatchObject({ switches });
});

test('a view of the release before, which does not know who may begin, leaves that as it was saved', async () => {
  const { peopleMayBegin: _, ...older } = everythingOn;
  expect(await ask('switchesSave', { switches: { ...everythingOn, peopleMayBegin: false } })).toEqual({ ok: true });
  expect(await ask('switchesSave', { switches: { ...older, receipts: false } })).toEqual({ ok: true });
  expect(await ask('settings')).toMatchObject({ switches: { ...older, receipts: false, peopleMayBegin: false } });
});

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'switches'],
  ['a text for a switch', { ...everythingOn, isOn: 'no' }, 'switches.isOn'],
  ['no list', { ...everythingOn, projectsOff: webProject }, 'switches.projectsOff'],
  ['a project without an id', { ...everythingOn, projectsOff: [{ key: 'WEB' }] }, 'switches.projectsOff.0.id'],
  [
    'a project whose id is a key',
    { ...everythingOn, projectsOff: [{ ...webProject, id: 'WEB' }] },
    'switches.projectsOff.0.id',
  ],
  [
    'too many projects',
    { ...everythingOn, projectsOff: Array.from({ length: 501 }, () => webProject) },
    'switches.projectsOff',
  ],
])('switches that are forged are not saved: %s', async (_, switches, field) => {
  const wrong = { code: 'payload_wrong', field, rule: expect.any(String) };
  expect(await ask('switchesSave', { switches })).toEqual({ ok: false, problem: wrong });
  expect(forge.kvs.keys()).toEqual([]);
});

test('what does not belong to the switches is not kept', async () => {
  await ask('switchesSave', {
    switches: { ...everythingOn, note: 'x', projectsOff: [{ ...webProject, lead: 'Bob' }] },
  });
  expect(forge.kvs.read('switches')).toEqual({ ...everythingOn, projectsOff: [webProject] });
});

test('a switch is met by the next message, and by the person as by the rule', async () => {
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  await ask('switchesSave', { switches: { ...everythingOn, isOn: false } });
  const message = { with: bob.accountId, text: 'Hi', key: crypto.randomUUID() };
  expect(await forge.invoke(alice.accountId, 'send', message)).toEqual(problem('site_off'));
  const inputs = { issueKey: 'WEB-1', recipient: 'assignee', message: 'Hi' };
  expect(await forge.runAction(alice.accountId, inputs)).toMatchObject({ errors: [{}] });
});

test('while the storage does not answer nobody’s settings are shown or saved', async () => {
  forge.kvs.isAway = true;
  expect(await ask('settings')).toEqual(problem('settings_unsaved'));
  expect(await ask('switchesSave', { switches: everythingOn })).toEqual(problem('settings_unsaved'));
  expect(await ask('triggerRotate')).toEqual(problem('settings_unsaved'));
  expect(await ask('deliveries', { cursor: '' })).toEqual(problem('settings_unsaved'));
});

test('projects are found by key or name', async () => {
  expect(await ask('findProjects', { text: 'oper' })).toEqual({
    ok: true,
    projects: [{ id: '20002', key: 'OPS', name: 'Operations' }],
  });
  expect(await ask('findProjects', { text: '' })).toMatchObject({ projects: [{ key: 'WEB' }, { key: 'OPS' }] });
  expect(await ask('findProjects', { text: 7 })).toMatchObject({ problem: { code: 'payload_wrong', field: 'text' } });
});

test('a secret is shown once, and only enough to know it again is kept', async () => {
  const first = await ask('triggerRotate');
  expect(first).toEqual({
    ok: true,
    secret: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
    trigger: { url: triggerUrl, madeAt: expect.any(String) },
  });
  expect(await ask('settings')).toMatchObject({ trigger: first['trigger'] });
  expect(JSON.stringify(forge.kvs.dump())).not.toContain(first['secret']);
  expect((await ask('triggerRotate'))['secret']).not.toBe(first['secret']);
});

test('where the platform gives no address, the rest is there', async () => {
  forge.faults.of.atlassian = () => new Response(null, { status: 500 });
  expect(await ask('settings')).toMatchObject({ ok: true, trigger: { url: null } });
});

describe('the connection test', () => {
  const outcomes = async () => {
    const { steps } = (await ask('testConnection')) as { steps: { step: string; outcome: string; code: string }[] };
    return steps.map(({ step, outcome, code }) => [step, outcome, code]);
  };
  const order = ['address', 'reach', 'identity', 'site', 'version'];
  const standsStillAt = (failed: string, code: string) =>
    order.map((step) => {
      const place = order.indexOf(step) - order.indexOf(failed);
      return [step, place < 0 ? 'ok' : place === 0 ? 'failed' : 'not_tried', place === 0 ? code : null];
    });

  it('walks through to the version', async () => {
    expect(await ask('testConnection')).toEqual({
      ok: true,
      steps: [
        { step: 'address', outcome: 'ok', code: null, reason: null, detail: null },
        { step: 'reach', outcome: 'ok', code: null, reason: null, detail: expect.stringMatching(/^\d+ ms$/) },
        { step: 'identity', outcome: 'ok', code: null, reason: null, detail: null },
        { step: 'site', outcome: 'ok', code: null, reason: null, detail: null },
        { step: 'version', outcome: 'ok', code: null, reason: null, detail: `development (${app.service.store.kind})` },
      ],
    });
  });

  it.each([
    ['token.iat', writeTokenClock(72), { word: 'clock_ahead', seconds: 72 }],
    ['token.iat', writeTokenClock(-90), { word: 'clock_behind', seconds: 90 }],
    ['token.aud', 'must name an app of ASIDE_FORGE_APP_IDS', { word: 'audience', seconds: null }],
    ['token.iss', 'is Forge', { word: 'not_set_up', seconds: null }],
    ['token.app.environment', 'must be one', { word: 'environment', seconds: null }],
    ['token.later', 'of a newer service', { word: 'claim', seconds: null }],
    ['header.Other', 'nothing of a token', null],
  ])('says why a token is not taken, where the service says it: %s %s', async (field, rule, reason) => {
    app.away = () => Response.json({ error: 'unauthorized', details: [{ field, rule }] }, { status: 401 });
    const { steps } = (await ask('testConnection')) as { steps: readonly unknown[] };
    expect(steps[2]).toMatchObject({ step: 'identity', outcome: 'failed', reason });
  });

  it.each<[string, string, string, () => Response | Promise<Response>]>([
    ['without an address', 'address', 'address_not_set (INVALID_REMOTE_ERR)', () => byPlatform('INVALID_REMOTE')],
    [
      'with a code of the proxy',
      'address',
      'address_not_set (REMOTE_NOT_CONFIGURED)',
      () => byPlatform('REMOTE_NOT_CONFIGURED'),
    ],
    [
      'with a code that is not its name',
      'address',
      'address_not_set (REQUEST_EGRESS_ALLOWLIST_ERR)',
      () => Promise.reject(Object.assign(new Error('no'), { errorCode: 'REQUEST_EGRESS_ALLOWLIST_ERR' })),
    ],
    [
      'where nothing answers',
      'reach',
      'unreachable (TypeError)',
      () => Promise.reject(new TypeError('fetch failed at https://secret.example')),
    ],
    ['behind a gateway', 'reach', 'unreachable (HTTP 502)', () => new Response('<html>', { status: 502 })],
    ['at something else', 'reach', 'not_the_service (HTTP 200)', () => new Response('Hello')],
    ['that is overloaded', 'reach', 'unavailable (HTTP 503)', () => says('unavailable', 503)],
    ['that knows no such app', 'identity', 'unauthorized (HTTP 401)', () => says('unauthorized', 401)],
    [
      'that takes us for a browser',
      'identity',
      'caller_not_function (HTTP 403)',
      () => says('caller_not_function', 403),
    ],
    ['that does not serve this site', 'site', 'forbidden (HTTP 403)', () => says('forbidden', 403)],
    ['that is too old', 'version', 'not_found (HTTP 404)', () => says('not_found', 404)],
    ['that fails', 'version', 'internal (HTTP 500)', () => says('internal', 500)],
  ])('says where it stands still: a service %s', async (_, step, code, answer) => {
    app.away = answer;
    expect(await outcomes()).toEqual(standsStillAt(step, code));
    expect(JSON.stringify(await ask('testConnection'))).not.toContain('secret.example');
  });

  it('finds that the real service does not serve another site', async () => {
    const elsewhere = '33333333-3333-4333-8333-33333333cccc';
    forge.remote = (request) => app.remote({ ...request, path: request.path.replace(site, elsewhere) });
    expect(await outcomes()).toEqual(standsStillAt('site', 'forbidden (HTTP 403)'));
  });
});

describe('the delivery log', () => {
  const noteDelivery = (note: log.DeliveryNote) => forge.as(carla.accountId, () => log.noteDelivery(note));
  const line = (n: number, changes: Partial<log.DeliveryNote> = {}): log.DeliveryNote => ({
    id: `d-${n}`,
    at: new Date(Date.UTC(2026, 10, 1) + n * 1000).toISOString(),
    entry: 'rule',
    to: bob.accountId,
    issueKey: 'WEB-1',
    label: null,
    status: 'sent',
    reason: null,
    tries: 1,
    ...changes,
  });

  it('shows the newest first, with names, page by page', async () => {
    for (let n = 0; n < 30; n += 1) await noteDelivery(line(n));
    const first = (await ask('deliveries', { cursor: '' })) as { deliveries: { id: string }[]; cursor: string };
    expect(first.deliveries).toHaveLength(25);
    expect(first.deliveries[0]).toEqual({ ...line(29), toName: 'Bob Brown', owner: null });
    const second = (await ask('deliveries', { cursor: first.cursor })) as typeof first;
    expect(second.deliveries.map(({ id }) => id)).toEqual(['d-4', 'd-3', 'd-2', 'd-1', 'd-0']);
    expect(second.cursor).toBe('');
  });

  it('names whose rule it was, and no account beside it', async () => {
    await noteDelivery(line(1, { account: bob.accountId }));
    const { deliveries } = (await ask('deliveries', { cursor: '' })) as { deliveries: object[] };
    expect(deliveries).toMatchObject([{ owner: { id: bob.accountId, name: 'Bob Brown' } }]);
    expect(deliveries[0]).not.toHaveProperty('account');
  });

  it('shows a delivery once, as it stands now', async () => {
    await noteDelivery(line(1, { status: 'queued', reason: 'service_away' }));
    await noteDelivery(line(1, { tries: 4 }));
    expect(await ask('deliveries', { cursor: '' })).toMatchObject({ deliveries: [{ status: 'sent', tries: 4 }] });
  });

  it('is there without names where Jira gives none', async () => {
    await noteDelivery(line(1, { to: '557058:gone' }));
    await noteDelivery(line(2, { to: 'assignee' }));
    expect(await ask('deliveries', { cursor: '' })).toMatchObject({
      deliveries: [{ to: 'assignee', toName: null }, { toName: null }],
    });
  });
});

test('diagnostics are names and values, without tokens or people', async () => {
  const { lines } = (await ask('diagnostics')) as { lines: { name: string; value: string }[] };
  const names = lines.map(({ name }) => name);
  expect(names.filter((name) => !name.startsWith('token.'))).toEqual([
    'context',
    'context.installContext',
    'app.appAri',
    'app.appVersion',
    'app.environmentAri',
    'app.environmentType',
    'app.installationAri',
    'app.moduleKey',
    'app.installation.contexts',
    'jira.points',
    'realtime.publish',
    'realtime.publishFromQueue',
  ]);
  const values = Object.fromEntries(lines.map(({ name, value }) => [name, value]));
  expect(values).toMatchObject({
    context: expect.stringContaining('accountId'),
    'app.appVersion': '1.0.0',
    'app.appAri': expect.stringMatching(/^ari:cloud:ecosystem::app\//),
    'app.installation.contexts': `jira: ${site}`,
    'jira.points': expect.stringMatching(/^\d{5} of 65000 left; asking for one person took 3$/),
    'realtime.publish': 'works',
    'token.iss': 'forge/invocation-token',
    'token.app.installation.contexts': '(not shown)',
  });
  expect(JSON.stringify(lines)).not.toContain(carla.accountId);
});

test('diagnostics say so where the service does not tell what it received', async () => {
  app.away = () => new Response('', { status: 503 });
  const { lines } = (await ask('diagnostics')) as { lines: { name: string; value: string }[] };
  expect(lines).toContainEqual({ name: 'token', value: expect.stringMatching(/^not known: ./) });
});

test.each<[number, string]>([
  [429, 'RATE_LIMIT_EXCEEDED'],
  [500, 'Away'],
])('diagnostics say what Realtime says with status %s', async (status, reason) => {
  forge.realtime.failsWith = status;
  const { lines } = (await ask('diagnostics')) as { lines: { name: string; value: string }[] };
  expect(lines).toContainEqual({ name: 'realtime.publish', value: `no token: ${reason}` });
});

test('diagnostics ask the queue whether Realtime works from there, and show its answer the next time', async () => {
  const line = async () => {
    const { lines } = (await ask('diagnostics')) as { lines: { name: string; value: string }[] };
    return lines.find(({ name }) => name === 'realtime.publishFromQueue')?.value;
  };
  expect(await line()).toBe('asked now; open the diagnostics again in a minute');
  await forge.queue.deliverDue();
  expect(await line()).toMatch(/^works \(\d{4}-.*Z\)$/);
  forge.realtime.failsWith = 429;
  await forge.queue.deliverDue();
  expect(await line()).toMatch(/^no token: RATE_LIMIT_EXCEEDED/);
  forge.queue.refusesWith = 500;
  expect(await line()).toBe('the queue does not take it: InternalServerError');
});

function byPlatform(code: string) {
  return new Response(null, { status: 400, headers: { 'forge-proxy-error': code } });
}

function says(error: string, status: number) {
  return Response.json({ error }, { status });
}

describe('how the site is doing', () => {
  const mark = (prefix: string, n: number, more: object) => {
    const at = new Date(Date.now() - 3_600_000).toISOString();
    forge.kvs.write(`${prefix}:0190-${n}:${bob.accountId}`, { at, isSettled: true, ...more });
  };

  it('counts what Jira took in seven days, and what of that is unread after a day', async () => {
    for (let n = 0; n < 130; n += 1) mark('mailed', n, { end: 'mailed' });
    mark('mailed', 200, { end: 'closed' });
    mark('mailed', 201, { isSettled: false });
    mark('mailed', 202, { end: 'mailed', at: new Date(Date.now() - 7.5 * 86_400_000).toISOString() });
    mark('mailed', 203, {});
    for (let n = 0; n < 3; n += 1) mark('reminded', n, { end: n === 0 ? 'closed' : 'mailed' });
    expect(await ask('health')).toMatchObject({
      health: { mails: { handed: 131, unreadAfterDay: 3, isMore: false } },
    });
  });

  it('counts to a thousand, and says that there are more', async () => {
    for (let n = 0; n < 1_001; n += 1) mark('mailed', n, { end: 'mailed' });
    expect(await ask('health')).toMatchObject({ health: { mails: { handed: 1_000, isMore: true } } });
  });

  it('says of the points what the storage knows, and asks Jira for none', async () => {
    const hour = Math.floor(Date.now() / 3_600_000);
    forge.kvs.write(`mail-points:${hour}`, 7);
    const pausedUntil = new Date(Date.now() + 60_000).toISOString();
    forge.kvs.write('background-points', { quota: 36_000, pausedUntil });
    forge.calls.length = 0;
    expect(await ask('health')).toMatchObject({
      health: { points: { quota: 36_000, mails: 42, mostOfMails: 12_000, pausedUntil } },
    });
    expect(forge.calls.filter((call) => call.startsWith('jira'))).toEqual(['jira /rest/api/3/mypermissions']);
  });

  it('compares the clock of the service with its own, and knows no certificate where none is told', async () => {
    const { health } = (await ask('health')) as { health: { service: { clockAhead: number; certificate: unknown } } };
    expect(Math.abs(health.service.clockAhead)).toBeLessThan(2_000);
    expect(health.service.certificate).toBeNull();
    app.away = (path) =>
      path.endsWith('/state')
        ? Response.json({
            now: new Date(Date.now() + 9_000).toISOString(),
            retentionDays: null,
            purged: null,
            certificate: { host: 'aside.example.com', checked: '2026-11-30T10:00:00.000Z', ends: null },
          })
        : null;
    const later = (await ask('health')) as { health: typeof health };
    expect(Math.round(later.health.service.clockAhead / 1_000)).toBe(9);
    expect(later.health.service.certificate).toEqual({ host: 'aside.example.com', ends: null });
    app.away = null;
  });

  it('says what the service can do, and what of that the app misses', async () => {
    expect(await ask('health')).toMatchObject({
      health: { service: { version: 'development', features, missing: [] } },
    });
    app.away = () => Response.json({ version: '1', claims: [], store: 'embedded', limits: {} });
    expect(await ask('health')).toMatchObject({
      health: { service: { version: '1', features: [], missing: features } },
    });
    app.away = () => new Response('<html>', { status: 502 });
    expect(await ask('health')).toMatchObject({ ok: true, health: { service: null } });
  });
});
