import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../../src/service/store/migrations';
import { type BundledProgram, bundleProgram } from '../bundle-program';
import { type Child, startChild } from '../child';
import { describeOnPostgres } from '../postgres/describe-on-postgres';
import { useTemporaryDirectories } from '../temporary-directory';

jest.setTimeout(180_000);

const site = '11111111-1111-4111-8111-111111111111';
const createClient = ['client', 'create', '--name', 'Bot', '--site', site, '--scope', 'participate:conversation'];
const names = migrations.map(({ name }) => name);

describeOnPostgres('the command line on PostgreSQL', (server) => {
  const makeDirectory = useTemporaryDirectories();
  let program: BundledProgram;
  /** Never made: nothing is kept in it. */
  let dataDir: string;
  const children: Child[] = [];

  beforeAll(async () => {
    program = await bundleProgram(join(__dirname, '../../../src/service/cli/main.ts'));
    dataDir = join(await makeDirectory(), 'data');
  });
  afterEach(async () => {
    for (const child of children.splice(0)) {
      child.kill('SIGKILL');
      await child.ended;
    }
  });
  afterAll(() => program.remove());

  function start(words: readonly string[], url: string, env: NodeJS.ProcessEnv = {}): Child {
    const settings = { DATABASE_URL: url, ASIDE_DATA_DIR: dataDir, ASIDE_PORT: '0', ASIDE_LOG_LEVEL: 'silent' };
    const child = startChild(program, words, { ...settings, ...env });
    children.push(child);
    return child;
  }

  async function serve(url: string, env?: NodeJS.ProcessEnv) {
    const child = start(['serve'], url, env);
    const line = await child.line(/^Aside listens/);
    return { child, line, url: /http:\S+/.exec(line)?.[0] ?? '' };
  }

  test('migrates when told to: a start before that is refused with the command, and then says where it keeps messages', async () => {
    const url = await server.createDatabase();
    const early = await start(['serve'], url).ended;
    expect(early).toMatchObject({ code: 1, stdout: '' });
    expect(early.stderr).toBe(
      `aside: The store lacks migrations of this version (${names.join(', ')}). ` +
        'Apply them with "npx aside migrate", or at each start with ASIDE_MIGRATE=on-start.\n',
    );
    const applied = await start(['migrate'], url).ended;
    expect(applied).toEqual({ code: 0, stdout: names.map((name) => `applied ${name}\n`).join(''), stderr: '' });
    expect(await start(['migrate'], url).ended).toEqual({ code: 0, stdout: 'nothing to apply\n', stderr: '' });

    const { line, child } = await serve(url);
    const { host, pathname } = new URL(url);
    expect(line).toContain(`PostgreSQL at ${host}${pathname}`);
    child.kill('SIGTERM');
    expect(await child.ended).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(dataDir)).toBe(false);
  });

  test('serves from two processes at once, and a client made beside them is known to both', async () => {
    const url = await server.createDatabase();
    const nodes = await Promise.all([1, 2].map(() => serve(url, { ASIDE_MIGRATE: 'on-start' })));
    const created = await start(createClient, url).ended;
    expect(created).toMatchObject({ code: 0, stderr: '' });
    for (const [one, other] of [nodes, nodes.toReversed()]) {
      const token = await askToken(one?.url ?? '', created.stdout);
      const sites = await fetch(`${other?.url}/site/`, { headers: { Authorization: `Bearer ${token}` } });
      expect(sites.status).toBe(200);
    }
  });

  test.each([
    [
      'a server that does not answer',
      'postgres://a:secret@127.0.0.1:1/x',
      /^aside: No connection.*ECONNREFUSED.*\.\n$/,
    ],
    ['a name that is unknown', 'postgres://a:secret@db.invalid/x', /^aside: No connection.*db\.invalid.*\n$/],
    ['an address that is none', 'mysql://a:secret@127.0.0.1/x', /^aside: DATABASE_URL must be a postgres.*\n$/],
    ['a mode that encrypts or does not', 'postgres://a:secret@h/x?sslmode=prefer', /^aside: DATABASE_URL must be/],
  ])('says what is wrong with %s, and no password', async (_what, url, sentence) => {
    for (const words of [['serve'], ['migrate'], createClient]) {
      const refused = await start(words, url).ended;
      expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(sentence) });
      expect(refused.stderr).not.toContain('secret');
    }
  });

  test('does not speak to a server without TLS when TLS is asked for', async () => {
    const url = `${await server.createDatabase()}?sslmode=require`;
    const refused = await start(['migrate'], url).ended;
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toBe(
      'aside: No connection to PostgreSQL could be had. The server does not support SSL connections.\n',
    );
  });
});

async function askToken(url: string, created: string): Promise<string> {
  const reply = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ grant_type: 'client_credentials', ...JSON.parse(created) }),
  });
  return ((await reply.json()) as { access_token: string }).access_token;
}
