import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseConfig } from '../../../src/service/config/config';
import { checkAddress } from '../../../src/service/doctor/check-address';
import { checkForgeKeys } from '../../../src/service/doctor/check-forge-keys';
import type { Finding } from '../../../src/service/doctor/finding';
import { apiTitle } from '../../../src/service/http/openapi/openapi-document';

const servers: Server[] = [];
const site = '11111111-1111-4111-8111-111111111111';
const appId = '0b3f5f0e-5a4c-4a5e-9d3e-6f0f3c1d2e4b';
const now = new Date('2026-11-02T09:00:00.000Z');

afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(answer: RequestListener, maxHeaderSize = 64 * 1024): Promise<string> {
  const server = createServer({ maxHeaderSize }, answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const brief = (findings: readonly Finding[]) => findings.map(({ subject, state }) => `${subject} ${state}`);
/** As the service answers, at the time of these tests. */
const healthy: RequestListener = (request, response) => {
  response.setHeader('Date', now.toUTCString());
  response.end(request.url === '/openapi.json' ? JSON.stringify({ info: { title: apiTitle } }) : '{"status":"ok"}');
};
const clock = () => now;

describe('the address', () => {
  test('is well where the service is reached and long headers get through', async () => {
    const findings = await checkAddress(await listen(healthy), clock);
    expect(brief(findings)).toEqual(['address ok', 'clock ok', 'tls warn', 'headers ok']);
    const late = await checkAddress(await listen(healthy), () => new Date(now.getTime() + 60_000));
    expect(brief(late)).toEqual(['address ok', 'clock fail', 'tls warn', 'headers ok']);
  });

  test('may have a path, below which the service is', async () => {
    const url = await listen((request, response) => {
      const [, path] = /^\/chat(\/.*)$/.exec(request.url ?? '') ?? [];
      if (path === undefined) response.writeHead(404).end();
      else healthy(Object.assign(request, { url: path }), response);
    });
    expect(brief(await checkAddress(`${url}/chat/`, clock))[0]).toBe('address ok');
    expect(brief(await checkAddress(url, clock))).toEqual(['address fail']);
  });

  test.each(['{"status":"ok"}', '{"info":{"title":"Another API"}}', 'ok', ''])(
    'fails where another service is, though it answers %s to everything',
    async (text) => {
      const url = await listen((_request, response) => response.end(text));
      expect(brief(await checkAddress(url, clock))).toEqual(['address fail']);
    },
  );

  test('fails where a proxy takes short headers only, and the finding says what to set', async () => {
    const findings = await checkAddress(await listen(healthy, 8 * 1024), clock);
    expect(brief(findings)).toEqual(['address ok', 'clock ok', 'tls warn', 'headers fail']);
    expect(findings[3]?.words).toContain('large_client_header_buffers');
  });

  test('fails where it redirects, since the platform does not follow', async () => {
    const url = await listen((_request, response) => response.writeHead(301, { Location: '/x' }).end());
    expect((await checkAddress(url, clock))[0]?.words).toContain('redirects');
  });

  test.each(['http://127.0.0.1:9', 'https://127.0.0.1:9', 'ftp://x', 'x'])(
    'fails where nothing answers: %s',
    async (url) => {
      expect(brief(await checkAddress(url, clock))).toEqual(['address fail']);
    },
  );
});

describe('the keys of Forge', () => {
  const configWith = (url: string) =>
    parseConfig({ ASIDE_SITES: site, ASIDE_FORGE_APP_IDS: appId, ASIDE_FORGE_JWKS_URL: url });
  const keysAt = (date: Date, body: unknown = { keys: [{}] }) =>
    listen((_request, response) => response.writeHead(200, { Date: date.toUTCString() }).end(JSON.stringify(body)));

  test.each([
    [0, 'clock ok'],
    [1_500, 'clock ok'],
    [-3_500, 'clock warn'],
    [60_000, 'clock fail'],
    [-60_000, 'clock fail'],
  ])('tell by their answer that a clock is %d ms ahead: %s', async (ahead, expected) => {
    const url = await keysAt(now);
    const findings = await checkForgeKeys(configWith(url), () => new Date(now.getTime() + ahead));
    expect(brief(findings)).toEqual(['forge ok', expected]);
  });

  test('fail where there are none, and where they cannot be read', async () => {
    expect(brief(await checkForgeKeys(configWith(await keysAt(now, { keys: [] })), () => now))).toEqual(['forge fail']);
    expect(brief(await checkForgeKeys(configWith(await keysAt(now, 'x')), () => now))).toEqual(['forge fail']);
    expect(brief(await checkForgeKeys(configWith('http://127.0.0.1:9/keys'), () => now))).toEqual(['forge fail']);
  });

  test('fail where their address redirects, since the service does not follow', async () => {
    const target = await keysAt(now);
    const url = await listen((_request, response) => response.writeHead(302, { Location: target }).end());
    const findings = await checkForgeKeys(configWith(url), () => now);
    expect(brief(findings)).toEqual(['forge fail']);
    expect(findings[0]?.words).toContain('redirects');
  });

  test('are not asked for where no app is configured', async () => {
    expect(brief(await checkForgeKeys(parseConfig({}), () => now))).toEqual(['forge warn']);
  });
});
