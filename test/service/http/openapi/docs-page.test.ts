import { ask } from '../../../shared/service/ask';
import { runService, type TestService } from '../../../shared/service/running-service';

let service: TestService;

beforeAll(async () => {
  service = await runService();
}, 600_000);

afterAll(() => service.close());

test('the page at /docs names nothing but what the service serves itself', async () => {
  const { status, headers, body } = await ask(`GET ${service.url}/docs`);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const page = String(body);
  const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, target]) => target ?? '');
  expect(parts.sort()).toEqual(['docs/page.css', 'docs/page.js', 'openapi.json']);
  for (const part of parts) {
    const answer = await ask(`GET ${service.url}/${part}`);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toMatch(/https?:\/\/|@import|url\(/);
  }
  expect(page).not.toMatch(/https?:\/\/|<style|<script>| style=| on\w+=/);
});

test.each(['/docs', '/docs/page.js', '/openapi.json'])(
  'HEAD %s is answered as GET is, without a body',
  async (path) => {
    const [head, get] = [await ask(`HEAD ${service.url}${path}`), await ask(`GET ${service.url}${path}`)];
    expect([head.status, head.body]).toEqual([200, undefined]);
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
  },
);

test('its policy lets in nothing from elsewhere and nothing inline', async () => {
  const { headers } = await ask(`GET ${service.url}/docs`);
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none';script-src 'self';style-src 'self';connect-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  );
});

test('with a slash at its end it leads to the page without, whose parts are found', async () => {
  const { url } = await fetch(`${service.url}/docs/`);
  expect(url).toBe(`${service.url}/docs`);
});
