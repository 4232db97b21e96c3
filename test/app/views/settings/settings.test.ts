import { aProblem } from '../builders';
import { FakeHost, letReactFinish } from '../fake-host';
import { asked, aTrigger, flags, openSettings, remote, someSwitches, tabs } from './open-settings';

afterAll(letReactFinish);

// What an administrator sees and does, over the real view and the real reconciler.

test('while it loads there is a spinner that says what for', async () => {
  const host = new FakeHost({ settings: () => new Promise(() => undefined) });
  await host.open('settings');
  await host.until(() => expect(asked(host, 'settings')).toHaveLength(1));
  expect(host.text).toBe('Loading the settings');
});

test.each([
  ['not_administrator', 'Only Jira administrators can open this'],
  ['settings_unsaved', "Jira's storage for apps does not answer"],
])('%s is said in place of the page', async (code, title) => {
  const host = new FakeHost({ settings: () => aProblem(code) });
  await host.open('settings');
  await host.until(() => expect(host.text).toContain(title));
  expect(host.all('Tabs')).toHaveLength(0);
});

test('has six tabs', async () => {
  const host = await openSettings('connection');
  expect(host.texts('Tab')).toEqual(['Connection', 'Sending', 'Rules', 'Reports', 'Data', 'Logs']);
});

describe('the address', () => {
  test('that is set is shown as the platform keeps it', async () => {
    const host = await openSettings('connection', {}, { __permission__remoteGet: remote('https://aside.example.com') });
    await host.until(() => expect(host.text).toContain('Now set: \nhttps://aside.example.com'));
    expect(host.commanded.find(({ command }) => command === '__permission__remoteGet')?.data).toEqual({
      keys: ['conversation-api'],
    });
  });

  test.each([
    [remote(null), 'No address is set.'],
    [() => Promise.reject(new Error('403')), 'Jira did not say which address is set.'],
  ])('that is not known is said in words', async (get, words) => {
    const host = await openSettings('connection', {}, { __permission__remoteGet: get });
    await host.until(() => expect(host.text).toContain(words));
  });

  test('is set by the platform, which asks for the consent', async () => {
    const set = jest.fn();
    const host = await openSettings('connection', {}, { __permission__remoteSet: set });
    await host.until(() => host.write('New address', ' https://aside.example.com/ '));
    await host.until(() => host.press('Set the address'));
    await host.until(() => expect(flags(host)).toEqual(['The address is set']));
    expect(set).toHaveBeenCalledWith({
      remotes: [{ key: 'conversation-api', configured: { endpoint: 'https://aside.example.com' } }],
    });
    expect(host.text).toContain('https://aside.example.com');
    expect(host.field('New address').props['defaultValue']).toBeUndefined();
  });

  test('that is refused says what Atlassian says and what to do', async () => {
    const host = await openSettings(
      'connection',
      {},
      { __permission__remoteSet: () => Promise.reject(new Error('Forbidden.')) },
    );
    await host.until(() => host.write('New address', 'https://aside.example.com'));
    await host.until(() => host.press('Set the address'));
    await host.until(() => expect(host.text).toContain('Atlassian says: Forbidden. Someone who administers'));
    expect(flags(host)).toEqual([]);
    expect(host.text).toContain('No address is set.');
  });

  test('that is none cannot be set, and is said to be none', async () => {
    const host = await openSettings('connection');
    await host.until(() => host.write('New address', 'aside.example.com'));
    await host.until(() => expect(host.text).toContain('This is not the address of a service.'));
    expect(() => host.press('Set the address')).toThrow('disabled');
  });

  test('is removed after a question', async () => {
    const set = jest.fn();
    const commands = { __permission__remoteGet: remote('https://aside.example.com'), __permission__remoteSet: set };
    const host = await openSettings('connection', {}, commands);
    await host.until(() => host.press('Remove the address'));
    await host.until(() => expect(host.text).toContain('The messages stay in the service.'));
    expect(set).not.toHaveBeenCalled();
    host.press('Remove it');
    await host.until(() => expect(host.text).toContain('No address is set.'));
    expect(set).toHaveBeenCalledWith({ remotes: [{ key: 'conversation-api', configured: { endpoint: null } }] });
  });
});

describe('the connection test', () => {
  const step = (name: string, outcome: string, more = {}) => ({
    step: name,
    outcome,
    code: null,
    reason: null,
    detail: null,
    ...more,
  });

  test('that passes says so, with what it saw', async () => {
    const steps = ['address', 'reach', 'identity', 'site', 'version'].map((name) => step(name, 'ok'));
    const host = await openSettings('connection', {
      testConnection: () => ({ ok: true, steps: [{ ...step('reach', 'ok'), detail: '42 ms' }, ...steps.slice(2)] }),
    });
    host.press('Test the connection');
    await host.until(() => expect(host.text).toContain('Everything works'));
    expect(host.texts('Lozenge')).toEqual(['OK', 'OK', 'OK', 'OK']);
    expect(host.text).toContain('42 ms');
  });

  test.each([
    ['address', 'Set the address above', false],
    ['reach', 'Check that the service runs', true],
    ['identity', 'ASIDE_FORGE_APP_IDS', true],
    ['site', 'ASIDE_SITES', true],
    ['version', 'Bring the service to the version', true],
  ])('that fails at %s says in words what to do, with the raw code', async (name, words, hasDoctor) => {
    const next = name === 'version' ? 'site' : 'version';
    const steps = [step(name, 'failed', { code: 'RAW_CODE' }), step(next, 'not_tried')];
    const host = await openSettings('connection', { testConnection: () => ({ ok: true, steps }) });
    host.press('Test the connection');
    await host.until(() => expect(host.text).toContain('does not work yet'));
    expect(host.texts('Lozenge')).toEqual(['Failed', 'Not tried']);
    expect(host.text).toContain(words);
    expect(host.text).toContain('Code: RAW_CODE');
    expect(host.text.includes('node bin/aside.cjs doctor')).toBe(hasDoctor);
  });

  test('that fails at the token says why, with how far the clocks are apart', async () => {
    const reason = { word: 'clock_ahead', seconds: 72 };
    const steps = [step('identity', 'failed', { code: 'unauthorized (HTTP 401)', reason })];
    const host = await openSettings('connection', { testConnection: () => ({ ok: true, steps }) });
    host.press('Test the connection');
    await host.until(() => expect(host.text).toContain('72 seconds ahead of Atlassian’s'));
  });

  test('that could not run says why', async () => {
    const host = await openSettings('connection', { testConnection: () => aProblem('not_administrator') });
    host.press('Test the connection');
    await host.until(() => expect(host.text).toContain('Only Jira administrators'));
  });
});

describe('how the site is doing', () => {
  const points = { quota: 65_000, mails: 12, mostOfMails: 21_666, pausedUntil: null };
  const health = {
    ...{ mails: { handed: 12, unreadAfterDay: 3, isMore: false }, points, service: null },
    ...{ realtime: 'works', appVersion: '4.2.0' },
  };
  const aService = { version: '1.2.3', features: [], missing: [], clockAhead: 40, certificate: null };
  /** Jira as the page asks it, through the bridge. */
  const jiraSays = (answers: Readonly<Record<string, unknown>>) => ({
    fetchProduct: ({ restPath }: Record<string, unknown>) => {
      const path = String(restPath).split('?')[0] ?? '';
      const body = JSON.stringify(answers[path] ?? {});
      return {
        body,
        headers: {},
        status: answers[path] === undefined ? 404 : 200,
        statusText: '',
        isAttachment: false,
      };
    },
  });

  test('is told in words: mails, the service, and what is closed to apps', async () => {
    const project = (id: string, key: string) => ({ id, key, name: `Project ${key}` });
    const policy = (id: number, is: boolean) => ({ id, dataPolicy: { anyContentBlocked: is } });
    const jira = jiraSays({
      '/rest/api/3/data-policy': { anyContentBlocked: true },
      '/rest/api/3/project/search': { values: [project('1', 'WEB'), project('2', 'HR')], isLast: true },
      '/rest/api/3/data-policy/project': { projectDataPolicies: [policy(1, false), policy(2, true)] },
    });
    const service = { ...aService, missing: ['unread-until'] };
    const host = await openSettings('logs', { health: () => ({ ok: true, health: { ...health, service } }) }, jira);
    await host.until(() => expect(host.text).toContain('Handed to Jira: 12.'));
    expect(host.text).toContain('still unread after 24 hours: 3.');
    expect(host.text).toContain('1.2.3');
    expect(host.text).toContain('Update the service');
    expect(host.text).toContain('unread-until');
    expect(host.text).toContain('Project HR');
    expect(host.text).not.toContain('Project WEB');
    expect(host.text).toContain('The app runs version 4.2.0.');
    expect(host.text).toContain('Realtime takes hints');
    expect(host.text).toContain('gives it 65,000 points an hour');
    expect(host.text).toContain('differ by less than two seconds');
    expect(host.text).toContain('Until when its certificate holds is not known yet.');
    expect(host.texts('SectionMessage')).toEqual([]);
  });

  test('says what is not known', async () => {
    const host = await openSettings('logs', { health: () => ({ ok: true, health }) }, jiraSays({}));
    await host.until(() => expect(host.text).toContain('The service does not say'));
    expect(host.text).toContain('Jira does not say');
  });

  test('asks about no project where nothing of the site is closed', async () => {
    const jira = jiraSays({ '/rest/api/3/data-policy': { anyContentBlocked: false } });
    const host = await openSettings('logs', { health: () => ({ ok: true, health }) }, jira);
    await host.until(() => expect(host.text).toContain('None of those that you see'));
  });

  test.each([
    ['a clock that is ahead', { clockAhead: 7_400 }, 'about 7 seconds ahead'],
    ['a clock that is behind', { clockAhead: -3_000 }, 'about 3 seconds behind'],
    [
      'a certificate that ends',
      { certificate: { host: 'aside.example.com', ends: new Date(Date.now() + 5 * 86_400_000).toISOString() } },
      'aside.example.com, as the service itself sees it, ends on',
    ],
    [
      'a certificate that it cannot see',
      { certificate: { host: 'aside.example.com', ends: null } },
      'could make no connection to its own address',
    ],
  ])('warns of %s', async (_, changes, words) => {
    const service = { ...aService, ...changes };
    const host = await openSettings('logs', { health: () => ({ ok: true, health: { ...health, service } }) });
    await host.until(() => expect(host.texts('SectionMessage')).toEqual([expect.stringContaining(words)]));
  });

  test('warns where mails wait for points, and says that views look for themselves without Realtime', async () => {
    const pausedUntil = '2026-03-04T06:00:00.000Z';
    const changed = { ...health, points: { ...points, pausedUntil }, realtime: 'refused: RATE_LIMIT_EXCEEDED' };
    const host = await openSettings('logs', { health: () => ({ ok: true, health: changed }) });
    await host.until(() => expect(host.texts('SectionMessage')).toEqual([expect.stringContaining('Mails wait until')]));
    expect(host.text).toContain('Realtime takes no hints now.');
    expect(host.text).toContain('refused: RATE_LIMIT_EXCEEDED');
  });

  test('is asked for when one looks, and again when one wants it', async () => {
    const host = await openSettings('connection', { health: () => ({ ok: true, health }) });
    expect(asked(host, 'health')).toEqual([]);
    host.choose(tabs.indexOf('logs'));
    await host.until(() => expect(host.text).toContain('Realtime takes hints'));
    host.press('Look again');
    await host.until(() => expect(asked(host, 'health')).toHaveLength(2));
  });
});

describe('who may send', () => {
  const change = (host: FakeHost, label: string, value?: unknown) =>
    (host.field(label).props['onChange'] as (value: unknown) => void)(value);

  test('is saved as a whole, and unsaved changes are said', async () => {
    const host = await openSettings('sending', {
      switchesSave: () => ({ ok: true }),
      findProjects: () => ({ ok: true, projects: [{ id: '10', key: 'HR', name: 'People' }] }),
    });
    expect(() => host.press('Save')).toThrow('disabled');
    change(host, 'Automation rules and the web trigger may send');
    change(host, 'Keep what people have begun to write');
    await host.until(() => expect(host.text).toContain('Your changes are not saved yet.'));
    const projects = 'Projects in which nobody may send';
    (host.field(projects).props['onInputChange'] as (text: string) => void)('peo');
    await host.until(() => expect(host.field(projects).props['options']).toHaveLength(1));
    change(host, projects, host.field(projects).props['options']);
    await host.until(() =>
      expect(host.field(projects).props['value']).toEqual([{ value: '10', label: 'People (HR)' }]),
    );
    host.press('Save');
    await host.until(() => expect(flags(host)).toEqual(['The settings are saved']));
    expect(asked(host, 'switchesSave')).toEqual([
      {
        switches: {
          ...{ ...someSwitches, rulesMaySend: false, keepsDrafts: false },
          projectsOff: [{ id: '10', key: 'HR', name: 'People' }],
        },
      },
    ]);
    await host.until(() => expect(host.text).not.toContain('not saved yet'));
  });

  test('is as it was after the changes are undone', async () => {
    const host = await openSettings('sending');
    change(host, 'People may send messages from this site');
    await host.until(() =>
      expect(host.field('People may send messages from this site').props['isChecked']).toBe(false),
    );
    host.press('Undo changes');
    await host.until(() => expect(host.field('People may send messages from this site').props['isChecked']).toBe(true));
    expect(host.text).not.toContain('not saved yet');
  });

  test('that is not saved says why and stays as it was changed', async () => {
    const host = await openSettings('sending', { switchesSave: () => aProblem('settings_unsaved') });
    change(host, 'People may send messages from this site');
    await host.until(() => host.press('Save'));
    await host.until(() => expect(host.texts('ErrorMessage')[0]).toContain('Your changes are not saved.'));
    expect(host.text).toContain('Your changes are not saved yet.');
    expect(flags(host)).toEqual([]);
  });

  test('says when projects cannot be looked up', async () => {
    const host = await openSettings('sending', { findProjects: () => aProblem('jira_away') });
    (host.field('Projects in which nobody may send').props['onInputChange'] as (text: string) => void)('p');
    await host.until(() => expect(host.text).toContain('Projects could not be looked up'));
  });
});

describe('the web trigger', () => {
  const made = { ok: true, secret: 's3cret', trigger: { ...aTrigger, madeAt: '2026-04-05T06:07:08.000Z' } };

  test('shows its address and when its secret was made, never the secret', async () => {
    const host = await openSettings('automation');
    expect(host.text).toContain(aTrigger.url);
    expect(host.text).toMatch(/The secret was made on Mar 4, 2026/);
  });

  test('without a secret says that every request is refused, and makes one at once', async () => {
    const trigger = { ...aTrigger, madeAt: null };
    const host = await openSettings('automation', {
      settings: () => ({ ok: true, switches: someSwitches, trigger }),
      triggerRotate: () => made,
    });
    expect(host.text).toContain('every request is refused');
    host.press('Make a secret');
    await host.until(() => expect(host.text).toContain('it is shown this once and never again'));
    expect(host.texts('CodeBlock')).toEqual([
      aTrigger.url,
      's3cret',
      expect.stringContaining("-H 'Authorization: Bearer s3cret'"),
    ]);
    host.press('I have copied it');
    await host.until(() => expect(host.text).not.toContain('s3cret'));
    expect(flags(host)).toEqual(['A new secret is made']);
  });

  test('makes a new secret after a question only', async () => {
    const host = await openSettings('automation', { triggerRotate: () => made });
    host.press('Make a new secret');
    await host.until(() => expect(host.text).toContain('stops working at once'));
    expect(asked(host, 'triggerRotate')).toEqual([]);
    host.press('Make a new one');
    await host.until(() => expect(host.text).toContain('s3cret'));
    expect(host.text).toMatch(/The secret was made on Apr 5, 2026/);
  });

  test('whose secret could not be made says why', async () => {
    const host = await openSettings('automation', { triggerRotate: () => aProblem('settings_unsaved') });
    host.press('Make a new secret');
    await host.until(() => host.press('Make a new one'));
    await host.until(() => expect(host.texts('ErrorMessage')[0]).toContain('That was not done.'));
  });

  test('without an address says what to do', async () => {
    const trigger = { url: null, madeAt: null };
    const host = await openSettings('automation', { settings: () => ({ ok: true, switches: someSwitches, trigger }) });
    expect(host.text).toContain('Jira gave no address for the web trigger');
  });
});

describe('the delivery log', () => {
  const delivery = (n: number, more = {}) => ({
    id: `d${n}`,
    at: '2026-03-04T05:06:07.000Z',
    entry: 'rule',
    to: 'bob',
    toName: 'Bob Brown',
    owner: null,
    issueKey: 'SHOP-1',
    label: 'Remind',
    status: 'sent',
    reason: null,
    tries: 1,
    ...more,
  });
  const rows = (host: FakeHost) => host.texts('Row').map((text) => text.replaceAll('\n', ' | '));

  test('is asked for when it is looked at, and pages on', async () => {
    const host = await openSettings('connection', {
      deliveries: ({ cursor }: { cursor: string }) =>
        cursor === ''
          ? { ok: true, deliveries: [delivery(2)], cursor: 'c1' }
          : { ok: true, deliveries: [delivery(2), delivery(1)], cursor: '' },
    });
    expect(asked(host, 'deliveries')).toEqual([]);
    host.choose(tabs.indexOf('logs'));
    await host.until(() => expect(rows(host)).toHaveLength(1));
    host.press('Show more');
    await host.until(() => expect(rows(host)).toHaveLength(2));
    expect(asked(host, 'deliveries')).toEqual([{ cursor: '' }, { cursor: 'c1' }]);
    expect(host.texts('Button')).not.toContain('Show more');
  });

  test('says by what, to whom, about what, and how it ended, in words', async () => {
    const host = await openSettings('logs', {
      deliveries: () => ({
        ok: true,
        deliveries: [
          delivery(1),
          delivery(2, { entry: 'webhook', label: null, status: 'queued', reason: 'service_away', tries: 3 }),
          delivery(3, {
            entry: 'mail',
            label: null,
            toName: null,
            status: 'failed',
            reason: 'new_word',
            issueKey: null,
          }),
        ],
        cursor: '',
      }),
    });
    await host.until(() => expect(rows(host)).toHaveLength(3));
    expect(rows(host)[0]).toMatch(/Rule “Remind” \| Bob Brown \| SHOP-1 \| Sent$/);
    expect(rows(host)[1]).toMatch(
      /Web trigger \| Bob Brown \| SHOP-1 \| Waiting, will be tried again \| Tries: 3 \| The conversation service does not answer\. /,
    );
    expect(rows(host)[2]).toMatch(/Mail \| Former user \| Not sent \| Reason: new_word$/);
  });

  test('says whose rule it was, and of one that its owner’s blocks kept back what that means', async () => {
    const owner = { id: 'carla', name: 'Carla Diaz', kind: 'person', active: true };
    const host = await openSettings('logs', {
      deliveries: () => ({
        ok: true,
        deliveries: [delivery(1, { owner, status: 'failed', reason: 'blocked' })],
        cursor: '',
      }),
    });
    await host.until(() => expect(rows(host)).toHaveLength(1));
    expect(rows(host)[0]).toMatch(/^.*Rule “Remind”, of Carla Diaz \| Bob Brown \| SHOP-1 \| Not sent/);
    expect(rows(host)[0]).toContain('The receiver takes no messages from rules, or none from whose rule it is.');
  });

  test('names a place on the issue while nobody knows who has it', async () => {
    const nameless = { toName: null, status: 'failed', reason: 'service_away' };
    const host = await openSettings('logs', {
      deliveries: () => ({
        ok: true,
        deliveries: [delivery(1, { ...nameless, to: 'assignee' }), delivery(2, { ...nameless, to: 'reporter' })],
        cursor: '',
      }),
    });
    await host.until(() => expect(rows(host)).toHaveLength(2));
    expect(rows(host)[0]).toContain('| The assignee |');
    expect(rows(host)[1]).toContain('| The reporter |');
  });

  test('tells a mail that Jira refused from a message that was not delivered', async () => {
    const refused = { entry: 'mail', label: null, status: 'failed', reason: 'mail_refused' };
    const host = await openSettings('logs', {
      deliveries: () => ({ ok: true, deliveries: [delivery(1, refused)], cursor: '' }),
    });
    await host.until(() =>
      expect(rows(host)[0]).toContain('Jira did not take the mail. The message itself is delivered'),
    );
  });

  test('that is empty says what will stand there', async () => {
    const host = await openSettings('logs', { deliveries: () => ({ ok: true, deliveries: [], cursor: '' }) });
    await host.until(() => expect(host.text).toContain('Nothing delivered yet'));
  });

  test('that does not come says why, and comes when asked again', async () => {
    let tries = 0;
    const host = await openSettings('logs', {
      deliveries: () => (++tries === 1 ? aProblem('jira_away') : { ok: true, deliveries: [delivery(1)], cursor: '' }),
    });
    await host.until(() => expect(host.text).toContain('Jira does not answer'));
    host.press('Try again');
    await host.until(() => expect(rows(host)).toHaveLength(1));
  });
});

describe('diagnostics', () => {
  test('are collected when asked for', async () => {
    const host = await openSettings('logs', {
      diagnostics: () => ({ ok: true, lines: [{ name: 'claims.aud', value: 'ari:…' }] }),
    });
    expect(asked(host, 'diagnostics')).toEqual([]);
    host.press('Collect');
    await host.until(() => expect(host.texts('Row')).toEqual(['claims.aud\nari:…']));
  });

  test('that cannot be collected say why', async () => {
    const host = await openSettings('logs', { diagnostics: () => aProblem('service_away') });
    host.press('Collect');
    await host.until(() => expect(host.text).toContain('does not answer'));
  });
});
