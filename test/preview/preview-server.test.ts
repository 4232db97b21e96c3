import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createTokenSigner } from '../../src/preview/forge/sign-invocation-token';
import { createPreviewServer } from '../../src/preview/http/create-preview-server';
import { openJiraState } from '../../src/preview/jira/jira-state';
import { readManifest } from '../../src/preview/manifest/read-manifest';

const root = join(__dirname, '..', '..');

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

describe('the preview’s server', () => {
  let server: FastifyInstance;
  let folder: string;
  let port: number;
  let asked: unknown[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aside-preview-'));
    const manifest = readManifest(root);
    server = createPreviewServer({
      root,
      manifest,
      state: openJiraState(join(folder, 'jira.json')),
      signer: await createTokenSigner(manifest.appId),
      hostFiles: new Map([['main.js', Buffer.from('page')]]),
      views: new Map([['conversation-panel', 'view']]),
      handlerOf: () => async (call, runtime) => {
        asked.push({ call, runtime });
        return 'done';
      },
    });
    await server.listen({ host: '127.0.0.1', port: 0 });
    port = (server.server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const invocation = JSON.stringify({
    moduleKey: 'conversation-panel',
    functionKey: 'open',
    issueKey: 'WEB-1',
    localId: 'here',
  });
  const invoke = (headers: Record<string, string>): Promise<Answer> =>
    send('POST', '/preview/invoke', { 'content-type': 'application/json', ...headers }, invocation);

  it('serves its page under every path of an issue, and loads nothing from elsewhere', async () => {
    for (const path of ['/', '/browse/WEB-1']) {
      const { status, body, headers } = await send('GET', path);
      expect(status).toBe(200);
      expect(body).toContain('<div id="root">');
      expect(headers['content-security-policy']).toContain("default-src 'self'");
    }
  });

  it('serves a view’s frame, its script and its texts where @forge/bridge looks for them', async () => {
    expect((await send('GET', '/views/conversation-panel/')).body).toContain('src="view.js"');
    expect((await send('GET', '/views/conversation-panel/view.js')).body).toBe('view');
    const info = JSON.parse((await send('GET', '/views/conversation-panel/__LOCALES__/i18n-info.json')).body);
    expect(info.config.fallback.default).toBe('en-US');
    const texts = JSON.parse((await send('GET', '/views/conversation-panel/__LOCALES__/en-US.json')).body);
    expect(Object.keys(texts).length).toBeGreaterThan(0);
  });

  it('runs a function as the person that the page names', async () => {
    const own = `http://127.0.0.1:${port}`;
    expect(JSON.parse((await invoke({ origin: own, 'preview-person': 'bob' })).body)).toEqual({
      outcome: 'value',
      value: 'done',
    });
    expect(asked).toMatchObject([
      {
        call: { call: { functionKey: 'open' }, context: { extension: { issue: { key: 'WEB-1' } } } },
        runtime: { principal: { accountId: expect.stringMatching(/^557058:8f20/) } },
      },
    ]);
  });

  it('runs nothing for a person who cannot sign in, nor for an unknown one', async () => {
    const own = `http://127.0.0.1:${port}`;
    for (const name of ['dan', 'release-bot', 'portal-pat', 'mallory']) {
      expect((await invoke({ origin: own, 'preview-person': name })).status).toBe(400);
    }
    expect(asked).toEqual([]);
  });

  it('refuses a change that another site sends, or nobody says who', async () => {
    expect((await invoke({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await invoke({ origin: 'null' })).status).toBe(403);
    expect((await invoke({})).status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('refuses a name that someone else points at this machine', async () => {
    for (const host of ['evil.example', `evil.example:${port}`, 'localhost', `localhost.evil.example:${port}`]) {
      expect((await send('GET', '/preview/boot', { host })).status).toBe(403);
    }
    expect((await send('GET', '/preview/boot', { host: `localhost:${port}` })).status).toBe(200);
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
