import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseConfig } from '../../../src/service/config/config';
import { checkAddress } from '../../../src/service/doctor/check-address';
import { checkForgeKeys } from '../../../src/service/doctor/check-forge-keys';
import { checkStore } from '../../../src/service/doctor/check-store';
import type { Finding } from '../../../src/service/doctor/finding';
import { StoreUnavailable } from '../../../src/service/errors/store-unavailable';
import { apiTitle } from '../../../src/service/http/openapi/openapi-document';
import { EngineUnfit } from '../../../src/service/store/engine/engine-state';
import { MigrationError } from '../../../src/service/store/migrations/migrate';
import { useTemporaryDirectories } from '../../shared/program/temporary-directory';

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

describe('the store', () => {
  const makeDirectory = useTemporaryDirectories();
  const server = parseConfig({ DATABASE_URL: 'postgres://aside:s3cret@db/aside?sslmode=verify-full' });
  const at = (address: string) => parseConfig({ DATABASE_URL: `postgres://aside:s3cret@${address}` });
  const encrypted = 'encryption ok';
  const answering =
    (keySince: string | null, ahead = 0) =>
    () =>
      Promise.resolve({ keySince, ahead, product: 'PostgreSQL 17.2', workers: null });
  const well = ['store ok', 'migrations ok'];
  const failing = (error: Error) => () => Promise.reject(error);

  test('is well where it answers, and its key is told by its age', async () => {
    const fresh = new Date(now.getTime() - 86_400_000).toISOString();
    expect(brief(await checkStore(server, answering(fresh), now))).toEqual([...well, 'keys ok', 'clock ok', encrypted]);
    expect(brief(await checkStore(server, answering(null), now))).toEqual([...well, 'keys ok', 'clock ok', encrypted]);
    const old = '2026-01-01T00:00:00.000Z';
    expect(brief(await checkStore(server, answering(old), now))).toEqual([...well, 'keys warn', 'clock ok', encrypted]);
  });

  test('tells by its clock whether this one is right, where it has one of its own', async () => {
    for (const ahead of [6_000, -6_000]) {
      const findings = await checkStore(server, answering(null, ahead), now);
      expect(brief(findings)).toEqual([...well, 'keys ok', 'clock fail', encrypted]);
    }
    const dataDir = await makeDirectory();
    await mkdir(join(dataDir, 'pglite'));
    const embedded = parseConfig({ ASIDE_DATA_DIR: dataDir });
    expect(brief(await checkStore(embedded, answering(null), now))).toEqual([...well, 'keys ok']);
  });

  test('on a cluster names each worker that is away, with what becomes of its sites', async () => {
    const workers = [2, 3].map((id) => ({ id, host: `10.0.0.${id}`, port: 5432, isReached: true }));
    const state = { keySince: null, ahead: 0, product: 'PostgreSQL 17.2', workers };
    const found = await checkStore(server, async () => state, now);
    expect(found).toContainEqual({
      subject: 'workers',
      state: 'ok',
      words: "Each of the cluster's 2 workers answers.",
    });
    const away = workers.map((worker) => ({ ...worker, isReached: worker.id === 2 }));
    const [finding] = (await checkStore(server, async () => ({ ...state, workers: away }), now)).filter(
      ({ subject }) => subject === 'workers',
    );
    expect(finding).toMatchObject({
      state: 'warn',
      words: expect.stringContaining('Worker 3 (10.0.0.3:5432) does not answer'),
    });
  });

  test('that is older than the statements fails, and says which one is needed', async () => {
    const findings = await checkStore(server, failing(new EngineUnfit('The store is PostgreSQL 14.1.')), now);
    expect(findings[0]).toEqual({ subject: 'store', state: 'fail', words: 'The store is PostgreSQL 14.1.' });
  });

  test('that lacks migrations fails, or is warned of where the next start applies them', async () => {
    const lacking = failing(new MigrationError('The store lacks migrations.'));
    expect(brief(await checkStore(server, lacking, now))).toEqual(['store ok', 'migrations fail', encrypted]);
    const onStart = { ...server, migrate: 'on-start' } as const;
    expect(brief(await checkStore(onStart, lacking, now))).toEqual(['store ok', 'migrations warn', encrypted]);
  });

  test('that is away fails, without its password', async () => {
    const findings = await checkStore(server, failing(new StoreUnavailable('connect ECONNREFUSED')), now);
    expect(brief(findings)).toEqual(['store fail', encrypted]);
    expect(JSON.stringify(findings)).not.toContain('s3cret');
  });

  test.each([
    ['h/a?sslmode=verify-full', 'ok', 'certificate is checked'],
    ['h/a?sslrootcert=system', 'ok', 'certificate is checked'],
    ['h/a?sslmode=require', 'ok', 'certificate is checked'],
    ['h/a?sslmode=no-verify', 'warn', 'not checked'],
    ['h/a?sslmode=disable', 'warn', 'plain text'],
    ['h/a', 'warn', 'plain text'],
    ['127.0.0.1/a', 'ok', 'stays on this machine'],
    ['[::1]/a', 'ok', 'stays on this machine'],
    ['/a?host=/run/postgresql', 'ok', 'stays on this machine'],
  ])('at %s is told by its encryption: %s', async (address, state, words) => {
    const finding = (await checkStore(at(address), answering(null), now)).at(-1);
    expect(finding).toMatchObject({ subject: 'encryption', state, words: expect.stringContaining(words) });
  });

  test('whose CA cannot be read, or is none, fails with the parameter that names it', async () => {
    const path = join(await makeDirectory(), 'ca.pem');
    const config = at(`h/a?sslmode=verify-full&sslrootcert=${path}`);
    const absent = await checkStore(config, answering(null), now);
    expect(absent).toEqual([
      expect.objectContaining({ state: 'fail', words: expect.stringMatching(/sslrootcert.*ENOENT/) }),
    ]);
    await writeFile(path, 'not a certificate');
    const empty = await checkStore(config, answering(null), now);
    expect(empty[0]?.words).toMatch(/sslrootcert.*holds no certificate/);
  });

  test.each([
    ['SELF_SIGNED_CERT_IN_CHAIN', 'name its CA with sslrootcert'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'for another name'],
    ['28P01', 'user and password'],
    ['42501', 'lacks rights'],
    ['3D000', 'Make the database'],
    ['ENOTFOUND', 'The name is not known'],
    ['ECONNREFUSED', 'Nothing listens there'],
    ['X', 'Is the server running'],
  ])('that fails with %s is told what to do: %s', async (code, advice) => {
    const cause = Object.assign(new Error('no'), { code });
    const [finding] = await checkStore(server, failing(new StoreUnavailable('Away.', { cause })), now);
    expect(finding).toMatchObject({ state: 'fail', words: expect.stringContaining(advice) });
  });

  test('that does not encrypt where that is asked for is told what to do', async () => {
    // As pg throws it, without a code.
    const cause = new Error('The server does not support SSL connections');
    const [finding] = await checkStore(server, failing(new StoreUnavailable('Away.', { cause })), now);
    expect(finding?.words).toContain('ssl = on');
  });

  test('that is not there yet is warned of, and is not made', async () => {
    const dataDir = join(await makeDirectory(), 'data');
    const ask = failing(new Error('must not be asked'));
    const findings = await checkStore(parseConfig({ ASIDE_DATA_DIR: dataDir }), ask, now);
    expect(brief(findings)).toEqual(['store warn']);
    expect(findings[0]?.words).toContain(`There is no embedded store in ${dataDir}`);
  });

  test('that may not be looked into is asked for, and not taken for one that is not there', async () => {
    // Whoever may do everything still gets another error than ENOENT below a file.
    const file = join(await makeDirectory(), 'data');
    await writeFile(file, '');
    const findings = await checkStore(parseConfig({ ASIDE_DATA_DIR: file }), failing(new Error('EACCES')), now);
    expect(brief(findings)).toEqual(['store fail']);
  });
});
