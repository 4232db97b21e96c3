import { mkdtempSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePreview, type PreviewProcess, spawnPreview, whenReady } from './running-preview';

jest.setTimeout(600_000);

describe('npm start', () => {
  let bundle: ReturnType<typeof bundlePreview>;
  let folder: string;
  const running = new Set<PreviewProcess>();

  beforeAll(() => {
    bundle = bundlePreview();
    folder = mkdtempSync(join(tmpdir(), 'aside-start-'));
  });
  afterAll(async () => {
    for (const preview of running) {
      preview.child.kill('SIGKILL');
      await preview.ended;
    }
    rmSync(folder, { recursive: true });
    bundle.remove();
  });

  const start = (env: Record<string, string> = {}): PreviewProcess => {
    const ports = { PREVIEW_PORT: '0', SERVICE_PORT: '0', PREVIEW_DATA_DIR: folder };
    const preview = spawnPreview(bundle.file, { ...ports, ...env });
    running.add(preview);
    return preview;
  };

  it('says in one line which port is taken, and does nothing more', async () => {
    const taker = createServer();
    await new Promise<void>((resolve) => taker.listen(0, '127.0.0.1', resolve));
    const port = String((taker.address() as AddressInfo).port);
    try {
      for (const variable of ['PREVIEW_PORT', 'SERVICE_PORT']) {
        const preview = start({ [variable]: port });
        expect(await preview.ended).toBe(1);
        expect(preview.output()).toBe(`Port ${port} is taken. Set ${variable} to another one.\n`);
      }
    } finally {
      await new Promise((resolve) => taker.close(resolve));
    }
  });

  it('says in one line that the two ports must differ', async () => {
    const preview = start({ PREVIEW_PORT: '39111', SERVICE_PORT: '39111' });
    expect(await preview.ended).toBe(1);
    expect(preview.output()).toBe('PREVIEW_PORT and SERVICE_PORT must differ; both are 39111.\n');
  });

  it('says in one line that a port is none', async () => {
    const preview = start({ PREVIEW_PORT: '70000' });
    expect(await preview.ended).toBe(1);
    expect(preview.output()).toBe('PREVIEW_PORT must be a port, 0 to 65535 (0 takes a free one), not "70000".\n');
  });

  it('serves the page and the key, refuses a second one, outlives a kill, and ends on Ctrl-C', async () => {
    const first = start();
    const { url, secret } = await whenReady(first);
    expect(await (await fetch(url)).text()).toContain('<div id="root">');
    expect(await (await fetch(`${url}/forge/jwks.json`)).json()).toMatchObject({
      keys: [{ kty: 'RSA', alg: 'RS256' }],
    });
    expect((await fetch(`${url}/assets/main.js`)).status).toBe(200);
    expect(statSync(join(folder, 'demo-client.json')).mode & 0o777).toBe(0o600);
    expect(await send(url, 'alice', 'It has to outlive a kill')).toMatchObject({ value: { ok: true } });

    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`in use by the process ${first.child.pid}`);

    first.child.kill('SIGKILL');
    await first.ended;
    const third = start();
    const again = await whenReady(third);
    expect(again.secret).toBe(secret);
    expect(JSON.stringify(await open(again.url, 'bob'))).toContain('It has to outlive a kill');

    third.child.kill('SIGINT');
    expect(await third.ended).toBe(0);
    await expect(fetch(again.url)).rejects.toThrow();
  });
});

const bobId = '557058:8f20d6b4-71ce-4a35-b9d8-2e6f1c04a7b3';

function send(url: string, person: string, text: string): Promise<unknown> {
  return invoke(url, person, 'send', { with: bobId, text, key: 'first-message' });
}

function open(url: string, person: string): Promise<unknown> {
  return invoke(url, person, 'open');
}

/** As the page does it, through the resolver, the service and its store. */
async function invoke(url: string, person: string, functionKey: string, payload?: object): Promise<unknown> {
  const response = await fetch(`${url}/preview/invoke`, {
    method: 'POST',
    headers: { origin: url, 'preview-person': person, 'content-type': 'application/json' },
    body: JSON.stringify({
      moduleKey: 'conversation-panel',
      functionKey,
      issueKey: 'WEB-1',
      localId: 'here',
      payload,
    }),
  });
  return response.json();
}
