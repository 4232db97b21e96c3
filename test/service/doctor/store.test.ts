import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseConfig } from '../../../src/service/config/config';
import { checkStore } from '../../../src/service/doctor/check-store';
import type { Finding } from '../../../src/service/doctor/finding';
import { StoreUnavailable } from '../../../src/service/errors/store-unavailable';
import { EngineUnfit } from '../../../src/service/store/engine/engine-state';
import { MigrationError } from '../../../src/service/store/migrations/migrate';
import { useTemporaryDirectories } from '../../shared/program/temporary-directory';

const now = new Date('2026-11-02T09:00:00.000Z');
const brief = (findings: readonly Finding[]) => findings.map(({ subject, state }) => `${subject} ${state}`);

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
