import { ConfigError, parseConfig } from '../../../src/service/config/config';
import { forgeKeysUrl } from '../../../src/service/config/variables';

const appId = '0b3f5f0e-5a4c-4a5e-9d3e-6f0f3c1d2e4b';
const siteId = '11111111-1111-4111-8111-11111111aaaa';

const problemsOf = (env: Record<string, string>) => {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ variable }) => variable);
  }
};

test('an empty environment is enough: the service then listens on loopback and serves OAuth clients only', () => {
  const { sites, forgeKeysUrl: keysUrl, ...rest } = parseConfig({});
  expect(rest).toEqual({
    host: '127.0.0.1',
    port: 8080,
    dataDir: '.aside/data',
    database: null,
    migrate: 'on-start',
    forgeAppIds: [],
    forgeBrowserTokens: 'refuse',
    forgeTokens: { environments: [], longestLife: 3600 },
    publicUrl: null,
    rates: { sendsOfClient: 100, sendsOfClientInAll: 600, sendsOfAccount: 60, reads: 600 },
    readsAtOnce: 16,
    maxConnections: 1000,
    maxConnectionsOfAddress: 250,
    maxLag: 500,
    trustedProxies: [],
    metrics: null,
    logLevel: 'info',
  });
  expect(sites.size).toBe(0);
  expect(keysUrl.href).toBe(forgeKeysUrl);
});

test('PORT counts only where ASIDE_PORT is unset', () => {
  expect(parseConfig({ PORT: '9000' }).port).toBe(9000);
  expect(parseConfig({ PORT: '9000', ASIDE_PORT: '9001' }).port).toBe(9001);
  expect(problemsOf({ PORT: 'http' })).toEqual(['PORT']);
});

test('sites come with or without a name, and their ids in lower case', () => {
  const { sites } = parseConfig({ ASIDE_SITES: `${siteId.toUpperCase()}=Acme = Co, ${appId}` });
  expect([...sites]).toEqual([
    [siteId, 'Acme = Co'],
    [appId, appId],
  ]);
});

test('an app id without sites stops the start', () => {
  expect(problemsOf({ ASIDE_FORGE_APP_IDS: appId })).toEqual(['ASIDE_SITES']);
  expect(problemsOf({ ASIDE_FORGE_APP_IDS: appId, ASIDE_SITES: siteId })).toEqual([]);
});

test('a variable that is not known stops the start', () => {
  expect(problemsOf({ ASIDE_SITE: siteId })).toEqual(['ASIDE_SITE']);
});

test('an address of PostgreSQL is used instead of a directory, and migrating is then a step of its own', () => {
  const url = 'postgres://aside:p%40ss@db.example/aside?sslmode=verify-full';
  expect(parseConfig({ DATABASE_URL: url })).toMatchObject({
    database: { url, connections: 16, statementTimeout: 10_000 },
    migrate: 'off',
  });
  const env = { ASIDE_DATABASE_POOL: '4', ASIDE_STATEMENT_TIMEOUT_MS: '2000', ASIDE_MIGRATE: 'on-start' };
  expect(parseConfig({ DATABASE_URL: url, ...env })).toMatchObject({
    database: { connections: 4, statementTimeout: 2_000 },
    migrate: 'on-start',
  });
  expect(parseConfig({ ASIDE_MIGRATE: 'off' })).toMatchObject({ database: null, migrate: 'off' });
});

test.each([
  'postgresql:///aside?host=/run/postgresql&user=aside',
  'postgres://[::1]:5433/a',
  'postgres://h/a?sslmode=no-verify',
  'postgres://h/a?sslrootcert=system&application_name=aside&options=-c%20search_path%3Dx',
])('PostgreSQL may be at %s', (url) => expect(parseConfig({ DATABASE_URL: url }).database).toMatchObject({ url }));

test('a socket may be named as libpq takes it, with user and password before a host that is empty', () => {
  const url = 'postgres://aside:p%40s%2Bs@/aside?host=/run/postgresql';
  const read = new URL(parseConfig({ DATABASE_URL: url }).database?.url ?? '');
  expect([read.pathname, ...read.searchParams]).toEqual([
    '/aside',
    ['host', '/run/postgresql'],
    ['user', 'aside'],
    ['password', 'p@s+s'],
  ]);
});

test.each([
  ['postgres://a:s3cret@h/a?sslmod=verify-full', 'has a parameter "sslmod"'],
  ['postgres://a:s3cret@h/a?SSLMODE=verify-full', 'has a parameter "SSLMODE"'],
  ['postgres://a:s3cret@h/a?ssl=true', 'has a parameter "ssl"'],
  ['postgres://a:s3cret@h/a?sslmode=disable&sslmode=verify-full', 'has the parameter "sslmode" more than once'],
  ['postgres://a:s3cret@h/a?sslmode=prefer', 'not "prefer"'],
  ['postgres://a:s3cret@h:port/a', 'must be a postgres://'],
  ['postgres://a:s3cret%zz@h/a', 'must be a postgres://'],
])('of %s it is told what is wrong, and not the password', (url, words) => {
  const refused = () => parseConfig({ DATABASE_URL: url });
  expect(refused).toThrow(`DATABASE_URL ${words.startsWith('not') ? 'must' : words}`);
  expect(refused).toThrow(words);
  expect(refused).not.toThrow('s3cret');
});

test('everything that is wrong is told at once', () => {
  const env = {
    ASIDE_PORT: '70000',
    ASIDE_SITES: 'acme',
    ASIDE_FORGE_APP_IDS: 'x',
    ASIDE_LOG_LEVEL: 'loud',
    ASIDE_X: '1',
  };
  expect(problemsOf(env).sort()).toEqual(Object.keys(env).sort());
});

test.each([
  ['ASIDE_HOST', 'http://x/'],
  ['ASIDE_PORT', '-1'],
  ['ASIDE_SITES', `${siteId},${siteId}`],
  ['DATABASE_URL', '127.0.0.1:5432/aside'],
  ['DATABASE_URL', 'mysql://h/a'],
  ['DATABASE_URL', 'postgres://h/a?sslmode=prefer'],
  ['ASIDE_DATABASE_POOL', '0'],
  ['ASIDE_STATEMENT_TIMEOUT_MS', '10s'],
  ['ASIDE_MIGRATE', 'yes'],
  ['ASIDE_FORGE_JWKS_URL', 'http://keys.example/jwks.json'],
  ['ASIDE_FORGE_JWKS_URL', 'http://127.evil.example/jwks.json'],
  ['ASIDE_FORGE_BROWSER_TOKENS', 'allow'],
  ['ASIDE_TRUSTED_PROXIES', '0.0.0.0/0'],
  ['ASIDE_TRUSTED_PROXIES', '::/0'],
  ['ASIDE_TRUSTED_PROXIES', '10.0.0.0/8/9'],
  ['ASIDE_TRUSTED_PROXIES', '10.0.0.0/'],
  ['ASIDE_TRUSTED_PROXIES', '10.0.0.0/33'],
  ['ASIDE_TRUSTED_PROXIES', 'fe80::1%eth0'],
  ['ASIDE_TRUSTED_PROXIES', 'proxy.example'],
])('%s may not be %s', (name, value) => {
  expect(problemsOf({ [name]: value })).toEqual([name]);
});

test.each(['http://127.0.0.1:9/k', 'http://localhost:9/k', 'http://[::1]:9/k', 'https://keys.example/k'])(
  'keys may be read from %s',
  (url) => {
    expect(parseConfig({ ASIDE_FORGE_JWKS_URL: url }).forgeKeysUrl.href).toBe(url);
  },
);

test('an empty variable counts as unset', () => {
  expect(parseConfig({ ASIDE_PORT: '', ASIDE_FORGE_BROWSER_TOKENS: '' }).port).toBe(8080);
});

test.each([
  ['https://aside.example.com', 'https://aside.example.com'],
  ['https://aside.example.com/', 'https://aside.example.com'],
  ['HTTPS://Host.example:8443/aside/', 'https://host.example:8443/aside'],
  ['http://10.0.0.7/a/b//', 'http://10.0.0.7/a/b'],
])('links begin with the public address %s', (url, expected) => {
  expect(parseConfig({ ASIDE_PUBLIC_URL: url }).publicUrl).toBe(expected);
});

test.each([
  'aside.example.com',
  '/aside',
  'ftp://host/',
  'https://',
  'https://user@host/',
  'https://h/?a',
  'https://h/#b',
])('%s is no public address', (url) => {
  expect(problemsOf({ ASIDE_PUBLIC_URL: url })).toEqual(['ASIDE_PUBLIC_URL']);
});

test('environments of Forge are named in any case, each once', () => {
  expect(parseConfig({ ASIDE_FORGE_ENVIRONMENTS: 'Production, staging' }).forgeTokens.environments).toEqual([
    'production',
    'staging',
  ]);
  for (const wrong of ['prod', 'production,production', 'production,']) {
    expect(problemsOf({ ASIDE_FORGE_ENVIRONMENTS: wrong })).toEqual(['ASIDE_FORGE_ENVIRONMENTS']);
  }
});
