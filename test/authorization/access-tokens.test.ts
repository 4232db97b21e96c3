import { ask, fetchToken } from '../shared/service/ask';
import { otherSite, runService, site, type TestService } from '../shared/service/running-service';

let service: TestService;

beforeAll(async () => {
  service = await runService();
}, 600_000);

afterAll(() => service.close());

describe('OAuth access tokens', () => {
  test('one works on the sites of its client and on no other', async () => {
    const token = await fetchToken(service.url, await service.addClient());
    expect((await ask(`GET ${service.url}/site/${site}/conversation`, { token })).status).toBe(200);
    expect((await ask(`GET ${service.url}/site/${otherSite}/conversation`, { token })).status).toBe(403);
  });

  test('one cannot speak for a person', async () => {
    const token = await fetchToken(service.url, await service.addClient());
    const { status, body } = await ask(`GET ${service.url}/site/${site}/conversation`, {
      token,
      headers: { 'Aside-Account-Id': '557058:0af0d89e' },
    });
    expect([status, body]).toEqual([
      400,
      expect.objectContaining({ details: [expect.objectContaining({ field: 'header.Aside-Account-Id' })] }),
    ]);
  });

  test('one without the scope is refused before its site is looked at', async () => {
    const token = await fetchToken(service.url, await service.addClient({ scopes: ['manage:conversation'] }));
    const { status, headers, body } = await ask(`GET ${service.url}/site/x/conversation`, { token });
    expect([status, body]).toEqual([401, expect.objectContaining({ error: 'scope_missing' })]);
    expect(headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"');
    expect((await ask(`GET ${service.url}/site/`, { token })).status).toBe(200);
  });

  test('one that was tampered with is refused', async () => {
    const [head, , signature] = (await fetchToken(service.url, await service.addClient())).split('.');
    const payload = Buffer.from(JSON.stringify({ iss: 'aside', sub: 'other', exp: Date.now() / 1000 + 60 })).toString(
      'base64url',
    );
    expect(
      (await ask(`GET ${service.url}/site/${site}/conversation`, { token: `${head}.${payload}.${signature}` })).status,
    ).toBe(401);
  });
});
