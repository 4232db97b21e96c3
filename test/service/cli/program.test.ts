import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { useTemporaryDirectories } from '../../shared/program/temporary-directory';
import { useCommandLine } from './use-command-line';

jest.setTimeout(600_000);

const site = '11111111-1111-4111-8111-111111111111';
const create = (...more: string[]) => ['client', 'create', '--name', 'Nightly report', '--site', site, ...more];
const participate = ['--scope', 'participate:conversation'];
const unknownSite = `aside: Nothing is kept of the site ${site}, and ASIDE_SITES does not name it. Is its id right?\n`;

describe('the command line', () => {
  const makeDirectory = useTemporaryDirectories();
  const cli = useCommandLine('not made yet');
  const { run, serve } = cli;
  afterEach(cli.endAll);

  async function askToken(url: string, created: string) {
    const reply = await fetch(`${url}/oauth/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ grant_type: 'client_credentials', ...JSON.parse(created) }),
    });
    return reply.status;
  }

  test('creates clients beside a running service and without one, and both get tokens, also after a kill', async () => {
    expect((await run(['migrate'])).code).toBe(0);
    const alone = await run(create(...participate), { ASIDE_SITES: site });
    expect(alone).toMatchObject({ code: 0, stderr: '' });

    const first = await serve();
    const beside = await run(create('--scope', 'participate:conversation manage:conversation'));
    expect(beside).toMatchObject({ code: 0, stderr: unknownSite });
    for (const { stdout } of [alone, beside]) {
      expect(JSON.parse(stdout)).toEqual({
        client_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        client_secret: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      });
      expect(await askToken(first.url, stdout)).toBe(200);
    }
    first.child.kill('SIGKILL');
    await first.child.ended;

    const second = await serve();
    expect(await askToken(second.url, beside.stdout)).toBe(200);
    expect(await askToken(second.url, JSON.stringify({ ...JSON.parse(beside.stdout), client_secret: 'x' }))).toBe(401);
  });

  test('says where it listens and what its store promises, refuses a second service, and ends in order', async () => {
    const { child, line, url } = await serve();
    expect(line).toContain(cli.dataDir);
    expect(line).toMatch(/embedded store.*not a power cut/);
    expect(await child.line(/^No Jira app/)).toContain('ASIDE_FORGE_APP_IDS');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    const second = await run(['serve']);
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toBe(
      `aside: The data directory ${cli.dataDir} is in use by the process ${child.pid}. Two on one directory would lose messages: end that one first, or name another directory.\n`,
    );

    child.kill('SIGTERM');
    expect((await child.ended).code).toBe(0);
    expect(existsSync(join(cli.dataDir, 'control.sock'))).toBe(false);
  });

  test('goes on, and ends in order, where nobody reads its log any more', async () => {
    const { child, url } = await serve({ ASIDE_LOG_LEVEL: 'info' });
    child.closeOutput();
    for (let n = 0; n < 3; n += 1) expect((await fetch(`${url}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect((await child.ended).code).toBe(0);
  });

  test('keeps standard output for the log, which tells of the end and of what brought it', async () => {
    const { child } = await serve({ ASIDE_LOG_LEVEL: 'info' });
    child.kill('SIGTERM');
    const { code, stdout } = await child.ended;
    const lines: { msg: string; signal?: string }[] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.slice(-2)).toEqual([
      expect.objectContaining({ msg: 'ending', signal: 'SIGTERM' }),
      expect.objectContaining({ msg: 'ended' }),
    ]);
    expect(code).toBe(0);
  });

  test('finds nothing to migrate beside a running service, which has done it', async () => {
    await serve();
    expect(await run(['migrate'])).toEqual({ code: 0, stdout: 'nothing to apply\n', stderr: '' });
  });

  test('says its version', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, stdout: 'development\n' });
  });

  test.each([
    [create(...participate)],
    [['client', 'list']],
    [['client', 'revoke', 'x']],
    [['key', 'rotate']],
    [['export', '--site', site]],
    [['erase', '--account', 'bob']],
    [['retention', '--site', site]],
    [['audit']],
  ])('makes no store with %j, and says which settings name the one that is meant', async (words) => {
    const elsewhere = join(await makeDirectory(), 'data');
    const refused = await run(words, { ASIDE_DATA_DIR: elsewhere });
    expect(refused).toEqual({
      code: 1,
      stdout: '',
      stderr: `aside: There is no store at ${elsewhere}: set ASIDE_DATA_DIR or DATABASE_URL as the service has it.\n`,
    });
    expect(existsSync(elsewhere)).toBe(false);
  });

  test('names the setting of a data directory that cannot be made', async () => {
    for (const dataDir of [__filename, '/proc/aside']) {
      const refused = await run(['serve'], { ASIDE_DATA_DIR: dataDir });
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toMatch(
        new RegExp(`^aside: The data directory ${dataDir} cannot be used: E.*\\. ASIDE_DATA_DIR names it\\.\n$`),
      );
    }
  });

  test('says in one sentence that a port is taken, and gives the directory back', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? `${address?.port}` : '';
    const refused = await run(['serve'], { ASIDE_PORT: port });
    other.close();
    expect(refused).toMatchObject({ code: 1, stdout: expect.not.stringContaining('Aside listens') });
    expect(refused.stderr.split('\n').filter((one) => one.startsWith('aside: '))).toEqual([
      `aside: The port ${port} of 127.0.0.1 is taken. ASIDE_PORT chooses another one.`,
    ]);
    expect(refused.stderr).not.toMatch(/^ +at /m);
    const { code } = await run(create(...participate));
    expect(code).toBe(0);
  });

  test('says which setting chooses another port or address, for the metrics apart from the service', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? `${address?.port}` : '';
    const taken = await run(['serve'], { ASIDE_METRICS_PORT: port });
    other.close();
    expect(taken.stderr).toContain(
      `aside: The port ${port} of 127.0.0.1 is taken. ASIDE_METRICS_PORT chooses another one.\n`,
    );
    const elsewhere = await run(['serve'], { ASIDE_METRICS_PORT: '0', ASIDE_METRICS_HOST: '192.0.2.1' });
    expect(elsewhere.stderr).toContain(
      'aside: 192.0.2.1 is not an address of this machine. ASIDE_METRICS_HOST chooses another one.\n',
    );
  });

  test.each([
    ['a setting that is wrong', ['serve'], { ASIDE_PORT: 'http' }, /^aside: ASIDE_PORT must be a port.*\n$/],
    ['a site that is no UUID', create('--site', 'acme', ...participate), {}, /^aside: "acme" is not a site.*\n$/],
    [
      'the scope of the app',
      create('--scope', 'operate:site'),
      {},
      /^aside: "operate:site" is not a scope for clients.*\n$/,
    ],
    ['no scope at all', create('--scope', ' '), {}, /^aside: A client needs a scope.*\n$/],
    ['an empty name', create(...participate, '--name', ' '), {}, /^aside: A client needs a name.*\n$/],
    [
      'a name of 256 characters',
      create(...participate, '--name', 'x'.repeat(256)),
      {},
      /^aside: A client needs a name/,
    ],
    ['an option that is missing', create(), {}, /--scope/],
    ['an unknown command', ['sing'], {}, /unknown command/],
  ])('says what is wrong with %s, and makes nothing', async (_what, words, env, sentence) => {
    const untouched = join(await makeDirectory(), 'data');
    const refused = await run(words, { ASIDE_DATA_DIR: untouched, ...env });
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(sentence) });
    expect(existsSync(untouched)).toBe(false);
  });
});
