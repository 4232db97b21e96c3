import { generateKeyPair, SignJWT } from 'jose';
import { ask } from '../shared/service/ask';
import { appId, type ForgeSigner, startForgeSigner, type TokenChanges } from '../shared/service/forge-signer';
import { otherSite, runService, site, type TestService } from '../shared/service/running-service';

const otherAppId = '9c2e4d1f-1111-4222-8333-444455556666';
const alice = '557058:0af0d89e-1111-4222-8333-444455556666';
const seconds = () => Math.floor(Date.now() / 1000);

let forge: ForgeSigner;
let stranger: ForgeSigner;
let service: TestService;
let lenient: TestService;

beforeAll(async () => {
  forge = await startForgeSigner();
  // Of keys that no service of the run knows.
  stranger = await startForgeSigner(undefined, generateKeyPair('RS256', { extractable: true }));
  const env = { ...forge.env, ASIDE_SITES: `${site}=Acme` };
  service = await runService({ env: { ...env, ASIDE_METRICS_PORT: '0' } });
  lenient = await runService({ env: { ...env, ASIDE_FORGE_BROWSER_TOKENS: 'match' }, store: service.store });
}, 600_000);

afterAll(async () => {
  await lenient.close();
  await service.close();
  await Promise.all([forge.close(), stranger.close()]);
});

const unsigned = (claims: object) =>
  [{ alg: 'none', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');

interface Case {
  readonly token: () => Promise<string> | string;
  readonly account?: string;
  readonly path?: string;
  readonly on?: () => TestService;
}

const signed = (changes?: TokenChanges) => () => forge.sign(changes);
const list = `/site/${site}/conversation`;
const now = seconds();

const cases: readonly (readonly [string, Case, number, string | null])[] = [
  ['a function with the header speaks for the person', { token: signed(), account: alice }, 200, null],
  ['a function without the header speaks for the app', { token: signed() }, 200, null],
  ['no token is refused', { token: () => '' }, 401, 'unauthorized'],
  ['what is no token is refused', { token: () => 'abc' }, 401, 'unauthorized'],
  [
    'a principal is a browser',
    { token: signed({ claims: { principal: alice } }), account: alice },
    403,
    'caller_not_function',
  ],
  ['an empty principal is a browser', { token: signed({ claims: { principal: null } }) }, 403, 'caller_not_function'],
  [
    'a context is a browser',
    { token: signed({ claims: { context: {} } }), account: alice },
    403,
    'caller_not_function',
  ],
  [
    'a principal without the header is a browser',
    { token: signed({ claims: { principal: alice } }) },
    403,
    'caller_not_function',
  ],
  ['someone who is not logged in is nobody', { token: signed(), account: 'unidentified' }, 403, 'forbidden'],
  ['the header names no app', { token: signed(), account: `app:${appId}` }, 403, 'forbidden'],
  ['the header names no app in capitals', { token: signed(), account: `APP:${appId}` }, 403, 'forbidden'],
  ['the header names no client', { token: signed(), account: 'client:1' }, 403, 'forbidden'],
  ['the header names an account', { token: signed(), account: 'a b' }, 400, 'invalid_request'],
  ['an empty header is not the same as none', { token: signed(), account: '' }, 400, 'invalid_request'],
  ['two accounts are none', { token: signed(), account: 'alice, bob' }, 400, 'invalid_request'],
  [
    'a site that is not configured is refused',
    { token: signed({ cloudId: otherSite }), account: alice },
    403,
    'forbidden',
  ],
  [
    'a site that is not configured is refused on its own path, too',
    { token: signed({ cloudId: otherSite }), account: alice, path: `/site/${otherSite}/conversation` },
    403,
    'forbidden',
  ],
  [
    "a token does not work on another site's path",
    { token: signed(), account: alice, path: `/site/${otherSite}/conversation` },
    403,
    'forbidden',
  ],
  ['an installation outside Jira is refused', { token: signed({ claims: { app: { id: appId } } }) }, 403, 'forbidden'],
  ['another app is refused', { token: signed({ appId: otherAppId }), account: alice }, 401, 'unauthorized'],
  ['another key under the same name is refused', { token: () => stranger.sign(), account: alice }, 401, 'unauthorized'],
  ['a key that is not published is refused', { token: () => stranger.sign({ kid: 'forge-2' }) }, 401, 'unauthorized'],
  ['another issuer is refused', { token: signed({ claims: { iss: 'forge' } }) }, 401, 'unauthorized'],
  [
    'a token that ended is refused',
    { token: signed({ claims: { iat: now - 60, exp: now - 31 } }) },
    401,
    'unauthorized',
  ],
  ['a token that has not begun is refused', { token: signed({ claims: { nbf: now + 600 } }) }, 401, 'unauthorized'],
  ['a token without an end is refused', { token: signed({ claims: { exp: undefined } }) }, 401, 'unauthorized'],
  ['a token of an isolated cloud is refused', { token: signed({ claims: { icLabel: 'ic' } }) }, 401, 'unauthorized'],
  [
    'an unsigned token is refused',
    {
      token: async () =>
        unsigned({ iss: 'forge/invocation-token', aud: `ari:cloud:ecosystem::app/${appId}`, exp: now + 60 }).concat(
          '.',
        ),
    },
    401,
    'unauthorized',
  ],
  [
    'a token signed with a shared secret is refused',
    {
      token: () =>
        new SignJWT({ iss: 'forge/invocation-token', aud: `ari:cloud:ecosystem::app/${appId}`, app: {}, exp: now + 60 })
          .setProtectedHeader({ alg: 'HS256', kid: 'forge-1' })
          .sign(new Uint8Array(32)),
    },
    401,
    'unauthorized',
  ],
  [
    'where principals are matched, one that equals the header passes',
    { token: signed({ claims: { principal: alice, context: {} } }), account: alice, on: () => lenient },
    200,
    null,
  ],
  [
    'where principals are matched, another one is a browser',
    { token: signed({ claims: { principal: 'bob' } }), account: alice, on: () => lenient },
    403,
    'caller_not_function',
  ],
  [
    'where principals are matched, one without the header is a browser',
    { token: signed({ claims: { principal: alice } }), on: () => lenient },
    403,
    'caller_not_function',
  ],
  [
    'where principals are matched, a context alone is a browser',
    { token: signed({ claims: { context: {} } }), account: alice, on: () => lenient },
    403,
    'caller_not_function',
  ],
];

describe('Forge invocation tokens', () => {
  test.each(cases)('%s', async (_, { token, account, path = list, on = () => service }, status, error) => {
    const headers: Record<string, string> = account === undefined ? {} : { 'Aside-Account-Id': account };
    const answer = await ask(`GET ${on().url}${path}`, { token: await token(), headers });
    expect([answer.status, (answer.body as { error?: string }).error ?? null]).toEqual([status, error]);
  });

  test('the app says that it speaks for itself; who says neither is taken for it for now, and counted', async () => {
    const token = await forge.sign();
    const health = (headers: Record<string, string>) =>
      ask(`GET ${service.url}/site/${site}/health`, { token, headers });
    const counted = async () =>
      /^aside_unnamed_app_requests_total (\d+)$/m.exec(await (await fetch(service.metricsUrl ?? '')).text())?.[1];
    const before = Number(await counted());
    expect((await health({ 'Aside-Speaks-As': 'app' })).status).toBe(200);
    expect(Number(await counted())).toBe(before);
    expect((await health({})).status).toBe(200);
    expect(Number(await counted())).toBe(before + 1);
  });

  test.each([
    ['another word', { 'Aside-Speaks-As': 'user' }],
    ['no word', { 'Aside-Speaks-As': '' }],
    ['two of them', { 'Aside-Speaks-As': 'app, app' }],
    ['an account beside it', { 'Aside-Speaks-As': 'app', 'Aside-Account-Id': alice }],
  ])('who speaks for itself with %s is refused', async (_, headers: Record<string, string>) => {
    const answer = await ask(`GET ${service.url}${list}`, { token: await forge.sign(), headers });
    expect([answer.status, answer.body]).toEqual([
      400,
      expect.objectContaining({ details: [expect.objectContaining({ field: 'header.Aside-Speaks-As' })] }),
    ]);
  });

  test('a refusal for want of a token names the scheme', async () => {
    const { headers } = await ask(`GET ${service.url}${list}`);
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });

  test('the site has the name of the configuration, and the id may come in capitals', async () => {
    const token = await forge.sign({ cloudId: site.toUpperCase() });
    const { body } = await ask(`GET ${service.url}/site/`, { token });
    expect(body).toMatchObject({ values: [{ cloudId: site, name: 'Acme' }] });
    expect((await ask(`GET ${service.url}/site/${site.toUpperCase()}/conversation`, { token })).status).toBe(200);
  });

  test('a person may create a group; the app may not', async () => {
    const question = { token: await forge.sign(), json: { name: 'Team' } };
    const asPerson = await ask(`POST ${service.url}${list}`, { ...question, headers: { 'Aside-Account-Id': alice } });
    const asApp = await ask(`POST ${service.url}${list}`, question);
    expect([asPerson.status, asApp.status, asApp.body]).toEqual([
      201,
      401,
      expect.objectContaining({ error: 'scope_missing', message: 'Unauthorized; scope does not match' }),
    ]);
  });

  test('the app writes as itself and reads what it wrote, and nothing of people', async () => {
    const token = await forge.sign();
    const toBob = `${service.url}${list}/user/bob/message`;
    const json = { version: 1, type: 'doc', content: [] };
    await ask(`POST ${toBob}`, { token, json, headers: { 'Aside-Account-Id': alice } });
    await ask(`POST ${toBob}`, { token, json: { body: json, origin: { kind: 'rule', label: 'Overdue' } } });
    const { body } = await ask(`GET ${toBob}`, { token });
    const { values } = body as { values: unknown[] };
    expect(values).toEqual([
      expect.objectContaining({
        sender: { id: `app:${appId}`, kind: 'app' },
        origin: { kind: 'rule', label: 'Overdue', account: null },
      }),
    ]);
  });

  test('many calls read the keys once', () => {
    // Twice, since there are two services; a third and fourth time for the name of a key that is not published.
    expect(forge.reads()).toBeLessThanOrEqual(4);
  });

  test('keys that cannot be read make the service unavailable, not the token wrong', async () => {
    const env = { ASIDE_SITES: site, ASIDE_FORGE_APP_IDS: appId, ASIDE_FORGE_JWKS_URL: 'http://127.0.0.1:1/jwks.json' };
    const blind = await runService({ env, store: service.store });
    const { status, headers, body } = await ask(`GET ${blind.url}${list}`, { token: await forge.sign() });
    await blind.close();
    expect([status, headers.get('retry-after'), body]).toEqual([
      503,
      '30',
      expect.objectContaining({ error: 'unavailable' }),
    ]);
  });
});
