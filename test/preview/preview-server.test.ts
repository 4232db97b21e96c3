import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { publishGlobal, signRealtimeToken } from '@forge/realtime';
import type { FastifyInstance } from 'fastify';
import { pathOfTrigger } from '../../platform/forge/triggers/web-triggers';
import { loadManifest } from '../../platform/manifest/load-manifest';
import { demoSite } from '../../preview/demo/site';
import { createPreviewServer } from '../../preview/http/create-preview-server';
import type { Boot } from '../../preview/wire/wire';
import { aPerson, openTestPlatform, type TestPlatform, temporaryFolder, testManifest } from '../platform/test-platform';

const root = join(__dirname, '..', '..');

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

describe('the preview’s server', () => {
  const { folder, remove } = temporaryFolder();
  let test: TestPlatform;
  let server: FastifyInstance;
  let port: number;
  let asked: { readonly payload: object; readonly context: object }[];
  let answer: () => unknown;

  beforeAll(async () => {
    const handler = async (payload: object, context: object) => {
      asked.push({ payload, context });
      return answer();
    };
    test = await openTestPlatform({ folder, handlers: { panel: handler, act: handler, hook: handler, tick: handler } });
    const { translations, folders, views } = loadManifest(root);
    const [panel] = views;
    server = createPreviewServer({
      root,
      manifest: {
        ...testManifest,
        translations,
        folders,
        views: testManifest.views.map((view) => ({ ...view, icon: panel?.icon ?? null })),
      },
      signer: test.signer,
      platform: test.platform,
      hostFiles: new Map([['main.js', 'page']]),
      views: new Map([['panel.tsx', 'view']]),
    });
    await server.listen({ host: '127.0.0.1', port: 0 });
    port = (server.server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    asked = [];
    answer = () => 'done';
  });
  afterAll(async () => {
    await server.close();
    await test.close();
    remove();
  });

  const invocation = { moduleKey: 'panel', functionKey: 'open', issueKey: 'WEB-1', localId: 'here' };
  const invoke = (headers: Record<string, string>, body: object = invocation): Promise<Answer> =>
    send('POST', '/preview/invoke', { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
  /** As the page sends it, for this person. */
  const as = async (handle: string, method: string, path: string, body?: unknown) => {
    const headers = { origin: `http://127.0.0.1:${port}`, 'preview-person': handle };
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const { status, body: text } = await send(method, path, { ...headers, ...json }, JSON.stringify(body) ?? '');
    return { status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  };

  it('adds a panel of the app to an issue for everyone, where nobody has before', async () => {
    const panelsOf = async (handle: string) => {
      const { issues } = (await as(handle, 'GET', '/preview/boot')).body as Boot;
      return issues.find(({ key }) => key === 'WEB-6')?.panels;
    };
    const add = (handle: string, issueKey: string, moduleKey: string) =>
      as(handle, 'POST', '/preview/panels', { issueKey, moduleKey });
    expect(await panelsOf('bob')).toEqual([]);
    expect((await add('anonymous', 'WEB-6', 'panel')).status).toBe(401);
    expect((await add('alice', 'WEB-6', 'page')).status).toBe(404);
    expect((await add('alice', 'WEB-400', 'panel')).status).toBe(404);
    expect(await panelsOf('bob')).toEqual([]);
    expect((await add('alice', 'WEB-6', 'panel')).status).toBe(204);
    expect(await panelsOf('bob')).toEqual(['panel']);
  });

  describe('its pages', () => {
    it('are one under every path of the site, and load nothing from elsewhere', async () => {
      for (const path of [
        '/',
        '/browse/WEB-1',
        '/automation',
        '/jira/apps/one/two',
        '/jira/settings/apps?x=1',
        '/automation/1',
      ]) {
        const { status, body, headers } = await send('GET', path);
        expect(status).toBe(200);
        expect(body).toContain('<div id="root">');
        expect(headers['content-security-policy']).toContain("default-src 'self'");
      }
    });

    it('have the view’s frame, its script and its texts where @forge/bridge looks for them', async () => {
      expect((await send('GET', '/views/panel/')).body).toContain('src="view.js"');
      expect((await send('GET', '/views/panel/view.js')).body).toBe('view');
      const info = JSON.parse((await send('GET', '/views/panel/__LOCALES__/i18n-info.json')).body);
      expect(info.config.fallback.default).toBe('en-US');
      const texts = JSON.parse((await send('GET', '/views/panel/__LOCALES__/en-US.json')).body);
      expect(Object.keys(texts).length).toBeGreaterThan(0);
    });

    it('begin with the modules, the way to the app, and the issues that this person sees', async () => {
      const keysFor = async (handle: string) => {
        const { body } = await as(handle, 'GET', '/preview/boot');
        return (body as { issues: { key: string }[] }).issues.map(({ key }) => key);
      };
      expect(await keysFor('bob')).toContain('WEB-9');
      for (const handle of ['carla', 'anonymous']) expect(await keysFor(handle)).not.toContain('WEB-9');
      expect((await as('bob', 'GET', '/preview/boot')).body).toMatchObject({
        modules: [
          { key: 'panel', type: 'jira:issuePanel', frameUrl: '/views/panel/', iconUrl: '/resources/icons/chat.svg' },
          { key: 'page', type: 'jira:globalPage' },
          { key: 'act', type: 'action' },
        ],
        appPath: expect.stringMatching(/^\/jira\/apps\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/),
      });
      expect((await send('GET', '/resources/icons/chat.svg')).headers['content-type']).toContain('image/svg+xml');
    });
  });

  describe('an invocation', () => {
    it('runs a function as the person that the page names, with an issue or without', async () => {
      const origin = `http://127.0.0.1:${port}`;
      expect(JSON.parse((await invoke({ origin, 'preview-person': 'bob' })).body)).toEqual({
        outcome: 'value',
        value: 'done',
      });
      await invoke({ origin, 'preview-person': 'bob' }, { ...invocation, moduleKey: 'page', issueKey: null });
      expect(asked).toMatchObject([
        {
          payload: { call: { functionKey: 'open' }, context: { extension: { issue: { key: 'WEB-1' } } } },
          context: { principal: { accountId: aPerson('bob').accountId } },
        },
        { payload: { context: { extension: { type: 'jira:globalPage' } } } },
      ]);
      expect(JSON.stringify(asked[1]?.payload)).not.toContain('WEB-');
    });

    it('runs nothing for a person who cannot sign in, nor for an unknown one', async () => {
      const origin = `http://127.0.0.1:${port}`;
      for (const name of ['dan', 'release-bot', 'portal-pat', 'mallory']) {
        expect((await invoke({ origin, 'preview-person': name })).status).toBe(400);
      }
      expect(asked).toEqual([]);
    });

    it('chooses the mode for what runs in the background, and a request without one leaves it', async () => {
      const origin = `http://127.0.0.1:${port}`;
      await invoke({ origin, 'preview-person': 'bob', 'preview-fault': 'away' });
      await as('bob', 'GET', '/preview/rules');
      expect(test.platform.modes.current()).toBe('away');
      await invoke({ origin, 'preview-person': 'bob', 'preview-fault': 'normal' });
      expect(test.platform.modes.current()).toBe('normal');
    });

    it('is refused when another site sends it, or nobody says who', async () => {
      expect((await invoke({ origin: 'http://evil.example' })).status).toBe(403);
      expect((await invoke({ origin: 'null' })).status).toBe(403);
      expect((await invoke({})).status).toBe(403);
      expect(asked).toEqual([]);
    });
  });

  it('refuses a name that someone else points at this machine', async () => {
    for (const host of ['evil.example', `evil.example:${port}`, 'localhost', `localhost.evil.example:${port}`]) {
      expect((await send('GET', '/preview/boot', { host })).status).toBe(403);
    }
    expect((await send('GET', '/preview/boot', { host: `localhost:${port}` })).status).toBe(200);
  });

  it('keeps the rule, whose form anyone signed in may save, and runs it on an issue that they see', async () => {
    answer = () => ({ status: 'sent' });
    expect(
      (await as('carla', 'PUT', '/preview/rules/tell-the-assignee', { inputs: { message: '{{issue.key}}' } })).status,
    ).toBe(200);
    const { status, body } = await as('bob', 'POST', '/preview/rules/tell-the-assignee/run', { issueKey: 'WEB-1' });
    expect([status, body]).toMatchObject([200, { outcome: { kind: 'done', outputs: { status: 'sent' } } }]);
    expect(asked).toMatchObject([
      { payload: { message: 'WEB-1' }, context: { principal: { accountId: aPerson('carla').accountId } } },
    ]);
    expect((await as('bob', 'GET', '/preview/rules')).body).toMatchObject([
      { runs: [{ issueKey: 'WEB-1' }] },
      { runs: [] },
    ]);
    expect((await as('carla', 'PUT', '/preview/rules/tell-the-assignee', { inputs: { sender: 'x' } })).status).toBe(
      400,
    );
    expect((await as('carla', 'POST', '/preview/rules/tell-the-assignee/run', { issueKey: 'WEB-9' })).status).toBe(404);
    expect((await as('anonymous', 'PUT', '/preview/rules/tell-the-assignee', { inputs: {} })).status).toBe(401);
  });

  it('lets an administrator set the remote’s address, and everyone read it', async () => {
    const set = (handle: string, endpoint: unknown) => as(handle, 'PUT', '/preview/remote', { endpoint });
    expect((await set('bob', null)).status).toBe(403);
    expect((await set('anonymous', null)).status).toBe(401);
    expect((await set('alice', 'nonsense')).status).toBe(422);
    expect((await set('alice', undefined)).status).toBe(400);
    expect(await set('alice', null)).toEqual({ status: 200, body: { key: 'conversation-api', endpoint: null } });
    expect((await as('bob', 'GET', '/preview/remote')).body).toEqual({ key: 'conversation-api', endpoint: null });
    await set('alice', 'http://127.0.0.1:9');
  });

  it('runs a schedule when it is asked to', async () => {
    expect((await as('bob', 'GET', '/preview/schedules')).body).toEqual([
      { key: 'timer', interval: 'fiveMinute', lastRun: null },
    ]);
    const lastRun = new Date(test.clock.now()).toISOString();
    expect(await as('bob', 'POST', '/preview/schedules/timer/run')).toMatchObject({ status: 200, body: { lastRun } });
    expect(asked).toHaveLength(1);
    answer = () => {
      throw new Error('The service is away.');
    };
    const failed = await as('bob', 'POST', '/preview/schedules/timer/run');
    expect(failed).toMatchObject({ status: 500, body: { message: 'The service is away.' } });
    expect((await as('bob', 'POST', '/preview/schedules/absent/run')).status).toBe(404);
  });

  it('gives everyone their own mails, which a page may not ask for as nobody', async () => {
    const users = [{ accountId: aPerson('bob').accountId }];
    const notice = { subject: 'A message waits', textBody: 'Open it.', to: { users } };
    expect((await as('alice', 'POST', '/rest/api/3/issue/WEB-1/notify', notice)).status).toBe(204);
    expect((await as('bob', 'GET', '/preview/mails')).body).toMatchObject([{ subject: 'A message waits' }]);
    expect((await as('carla', 'GET', '/preview/mails')).body).toEqual([]);
    expect((await as('anonymous', 'GET', '/preview/mails')).status).toBe(401);
  });

  it('closes an account that cannot sign in anyhow, for an administrator', async () => {
    expect((await as('bob', 'POST', '/preview/accounts/dan/close')).status).toBe(403);
    expect((await as('alice', 'POST', '/preview/accounts/bob/close')).status).toBe(400);
    expect((await as('alice', 'POST', '/preview/accounts/dan/close')).status).toBe(204);
    expect(test.state.isClosed(aPerson('dan').accountId)).toBe(true);
  });

  describe('a web trigger', () => {
    const path = pathOfTrigger(demoSite, 'hook');

    it('runs its function for anyone from anywhere, with the request as the platform writes it', async () => {
      answer = () => ({ outputKey: 'accepted' });
      const headers = {
        origin: 'https://elsewhere.example',
        Authorization: 'Bearer x',
        'content-type': 'application/json',
      };
      const { status, body, headers: got } = await send('POST', `${path}/more?a=1&a=2&b=`, headers, '{"to":"bob"}');
      expect([status, body, got['content-type']]).toEqual([
        202,
        '{"status":"accepted"}',
        expect.stringContaining('application/json'),
      ]);
      expect(asked[0]?.context).not.toHaveProperty('principal');
      expect(asked[0]?.payload).toMatchObject({
        method: 'POST',
        path: `${path}/more`,
        userPath: '/more',
        queryParameters: { a: ['1', '2'], b: [''] },
        headers: { Authorization: ['Bearer x'], origin: ['https://elsewhere.example'] },
        body: '{"to":"bob"}',
      });
    });

    it('takes a body that is no JSON, and none', async () => {
      answer = () => ({ outputKey: 'accepted' });
      expect((await send('POST', path, { 'content-type': 'text/plain' }, '{')).status).toBe(202);
      expect((await send('GET', path)).status).toBe(202);
      expect(asked).toMatchObject([{ payload: { body: '{' } }, { payload: { body: '', method: 'GET' } }]);
    });

    it('answers 500 where the function fails or names no output, and as the function says where it is dynamic', async () => {
      const reported = jest.spyOn(console, 'error').mockImplementation(() => {});
      answer = () => {
        throw new Error('secret detail');
      };
      const failed = await send('POST', path);
      expect([failed.status, failed.body]).toEqual([500, '{"message":"The function failed."}']);
      reported.mockRestore();
      answer = () => ({ outputKey: 'absent' });
      expect((await send('POST', path)).status).toBe(500);
      answer = () => ({ statusCode: 418, headers: { 'x-pot': ['tea'] }, body: 'short' });
      const dynamic = await send('POST', pathOfTrigger(demoSite, 'dynamic-hook'));
      expect([dynamic.status, dynamic.body, dynamic.headers['x-pot']]).toEqual([418, 'short', 'tea']);
    });

    it('has no other address than that which the app is told', async () => {
      expect((await send('POST', '/webtrigger/hook')).status).toBe(404);
    });
  });

  describe('the stream of a channel', () => {
    const listen = (query: string) => fetch(`http://127.0.0.1:${port}/preview/realtime?${query}`);
    const sign = (permissions: ['subscribe'] | ['publish']) =>
      test.inFunction(async () => {
        const { token } = await signRealtimeToken('aside', { accountId: 'bob' }, permissions);
        return String(token);
      });

    // The packages look at the system's time too, and the platform's stands still.
    beforeAll(() => jest.spyOn(Date, 'now').mockImplementation(test.clock.now));
    afterAll(() => jest.restoreAllMocks());

    it('brings each event with the claims of its token as JSON, and ends with it', async () => {
      const query = new URLSearchParams({ channel: 'aside', token: await sign(['subscribe']), global: 'true' });
      const response = await listen(String(query));
      expect(response.headers.get('content-type')).toBe('text/event-stream');
      const token = await sign(['publish']);
      await test.inFunction(() => publishGlobal('aside', { issueId: '10101' }, { token }));
      await test.inFunction(() => publishGlobal('aside', { for: 'others' }));
      await test.advance(15 * 60_000);
      expect(await response.text()).toBe(': open\n\ndata: {"issueId":"10101"}\n\n');
    });

    it('brings what a view publishes, on a channel that is not global to the same module and issue', async () => {
      const here = await listen('channel=aside&global=false&moduleKey=panel&issueKey=WEB-1&token=');
      const elsewhere = await listen('channel=aside&global=false&moduleKey=panel&issueKey=WEB-2&token=');
      const event = { channel: 'aside', token: null, global: false, moduleKey: 'panel', issueKey: 'WEB-1' };
      const published = await as('bob', 'POST', '/preview/realtime', { ...event, payload: { n: 1 } });
      expect(published).toEqual({
        status: 200,
        body: { eventId: expect.any(String), eventTimestamp: expect.any(String) },
      });
      await as('bob', 'POST', '/preview/realtime', { ...event, issueKey: 'WEB-2', payload: { n: 2 } });
      const first = async (stream: Response) => {
        const reader = stream.body?.getReader();
        let text = '';
        while (!text.includes('data:')) text += Buffer.from((await reader?.read())?.value ?? '').toString();
        await reader?.cancel();
        return text;
      };
      expect(await first(here)).toContain('data: {"n":1}');
      expect(await first(elsewhere)).toContain('data: {"n":2}');
      const forged = { ...event, token: await sign(['subscribe']) };
      expect((await as('bob', 'POST', '/preview/realtime', forged)).status).toBe(403);
    });

    it('is refused with a token that is not valid, and without a channel', async () => {
      expect((await listen(`channel=aside&token=${await sign(['publish'])}`)).status).toBe(403);
      expect((await listen('channel=aside&token=x')).status).toBe(403);
      expect((await listen('global=true')).status).toBe(400);
    });
  });

  /** node:http, since fetch does not let a test choose its Host and Origin. */
  function send(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path, headers, timeout: 5_000 }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
});
