import { ask, fetchToken } from '../../../shared/service/ask';
import { otherSite, runService, site, type TestService } from '../../../shared/service/running-service';

let relative: TestService;
let placed: TestService;
let token: string;
const publicUrl = 'https://host.example/aside';

beforeAll(async () => {
  relative = await runService();
  placed = await runService({ env: { ASIDE_PUBLIC_URL: `${publicUrl}/` }, store: relative.store });
  token = await fetchToken(relative.url, await relative.addClient({ sites: [site, otherSite] }));
}, 180_000);

afterAll(async () => {
  await placed.close();
  await relative.close();
});

/** Every link in an answer, wherever it stands. */
function linksIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === '_links' ? Object.values(member as Record<string, string>) : linksIn(member),
  );
}

async function walk({ url }: TestService) {
  const conversations = `/site/${site}/conversation`;
  // No address is made of what a request calls the host.
  const headers = { 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' };
  const get = async (path: string, method = 'GET', json?: unknown) =>
    (await ask(`${method} ${url}${path}`, { token, headers, ...(json === undefined ? {} : { json }) })).body;
  const made = (await get(conversations, 'POST', { name: 'Team' })) as { id: string };
  const group = `${conversations}/${made.id}`;
  const links = [
    made,
    await get('/site/'),
    await get(conversations),
    await get(group),
    await get(group, 'PATCH', { topic: 'New' }),
    await get(`${group}/roster`),
    await get(`${conversations}/user/bob`),
  ].map(linksIn);
  const api = (await get('/openapi.json')) as {
    servers: { url: string }[];
    components: { securitySchemes: { oauth: { flows: { clientCredentials: { tokenUrl: string } } } } };
  };
  const { tokenUrl } = api.components.securitySchemes.oauth.flows.clientCredentials;
  return { links, servers: api.servers, tokenUrl };
}

test('links and the OpenAPI document name the public address', async () => {
  const { links, servers, tokenUrl } = await walk(placed);
  for (const some of links) {
    expect(some.length).toBeGreaterThan(0);
    for (const link of some) expect(link).toMatch(/^https:\/\/host\.example\/aside\/site\/[0-9a-f-]{36}\/conversation/);
  }
  expect([servers, tokenUrl]).toEqual([[{ url: publicUrl }], `${publicUrl}/oauth/token`]);
});

test('without a public address they are relative, whatever a request calls the host', async () => {
  const { links, servers, tokenUrl } = await walk(relative);
  for (const some of links) {
    expect(some.length).toBeGreaterThan(0);
    for (const link of some) expect(link).toMatch(/^\/site\//);
  }
  expect([servers, tokenUrl]).toEqual([[{ url: '/' }], '/oauth/token']);
});
