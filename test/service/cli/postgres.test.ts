import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrations } from '../../../src/service/store/migrations/migrations';
import { describeOnPostgres } from '../../shared/postgres/describe-on-postgres';
import { useCommandLine } from './use-command-line';

jest.setTimeout(600_000);

const site = '11111111-1111-4111-8111-111111111111';
const createClient = ['client', 'create', '--name', 'Bot', '--site', site, '--scope', 'participate:conversation'];
const names = migrations.map(({ name }) => name);

describeOnPostgres('the command line on PostgreSQL', (server) => {
  const cli = useCommandLine('not made yet');
  afterEach(cli.endAll);
  const run = (words: readonly string[], url: string) => cli.run(words, { DATABASE_URL: url });
  const serve = (url: string, env?: NodeJS.ProcessEnv) => cli.serve({ DATABASE_URL: url, ...env });

  test('migrates when told to: a start before that is refused with the command, and then says where it keeps messages', async () => {
    const url = await server.createDatabase();
    const early = await run(['serve'], url);
    expect(early).toMatchObject({ code: 1, stdout: '' });
    expect(early.stderr).toBe(
      `aside: The store lacks migrations of this version (${names.join(', ')}). ` +
        'Apply them with "node bin/aside.cjs migrate", or at each start with ASIDE_MIGRATE=on-start.\n',
    );
    const applied = await run(['migrate'], url);
    expect(applied).toEqual({ code: 0, stdout: names.map((name) => `applied ${name}\n`).join(''), stderr: '' });
    expect(await run(['migrate'], url)).toEqual({ code: 0, stdout: 'nothing to apply\n', stderr: '' });

    const { line, child } = await serve(url);
    const { host, pathname } = new URL(url);
    expect(line).toContain(`PostgreSQL at ${host}${pathname}`);
    child.kill('SIGTERM');
    expect(await child.ended).toMatchObject({ code: 0, stdout: '' });
    // Nothing is kept beside the server.
    expect(existsSync(cli.dataDir)).toBe(false);
  });

  test('says what is missing where tables are to be spread over servers that are not there', async () => {
    const refused = await run(['migrate', '--distribute', 'citus'], await server.createDatabase());
    expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('applied 0013-drafts\n') });
    expect(refused.stderr).toMatch(/^aside: The database has no extension "citus": .*create extension citus\.\n$/);
    const embedded = await cli.run(['migrate', '--distribute', 'citus']);
    const sentence = 'aside: --distribute is for a cluster: DATABASE_URL has to name its coordinator.\n';
    expect(embedded).toEqual({ code: 1, stdout: '', stderr: sentence });
    expect(existsSync(cli.dataDir)).toBe(false);
  });

  test('serves from two processes at once, and a client made beside them is known to both', async () => {
    const url = await server.createDatabase();
    const nodes = await Promise.all([1, 2].map(() => serve(url, { ASIDE_MIGRATE: 'on-start' })));
    const created = await run(createClient, url);
    expect(created).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^aside: Nothing is kept of the site.*\n$/),
    });
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
      /^aside: No connection.*ECONNREFUSED.*Nothing listens there.*\n$/,
    ],
    ['a name that is unknown', 'postgres://a:secret@db.invalid/x', /^aside: No connection.*db\.invalid.*\n$/],
    ['a slip in a parameter', 'postgres://a:secret@h/x?sslmod=verify-full', /^aside: DATABASE_URL has .*"sslmod".*\n$/],
    [
      'a CA that is not there',
      'postgres://a:secret@h/x?sslmode=verify-full&sslrootcert=/nope.pem',
      /^aside: DATABASE_URL: sslrootcert .*ENOENT.*\n$/,
    ],
    ['an address that is none', 'mysql://a:secret@127.0.0.1/x', /^aside: DATABASE_URL must be a postgres.*\n$/],
    ['a mode that encrypts or does not', 'postgres://a:secret@h/x?sslmode=prefer', /^aside: DATABASE_URL must have/],
  ])('says what is wrong with %s, and no password', async (_what, url, sentence) => {
    for (const words of [['serve'], ['migrate'], createClient]) {
      const refused = await run(words, url);
      expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(sentence) });
      expect(refused.stderr).not.toContain('secret');
    }
  });

  test('says of a fault that nobody foresaw where it was, and nothing of what was typed or kept', async () => {
    const url = await server.createDatabase();
    await run(['migrate'], url);
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query("alter table oauth_client add check (name <> 'Bot')");
    await client.end();
    const { code, stderr } = await run(createClient, url);
    expect(code).toBe(1);
    expect(stderr).toContain('23514');
    expect(stderr).not.toMatch(/Bot|Failing row|participate/);
  });

  test('tells how it is, with the version and the clock of the server', async () => {
    const url = await server.createDatabase();
    const before = await run(['doctor'], url);
    expect(before.code).toBe(1);
    expect(before.stdout).toMatch(/^fail +migrations /m);
    await run(['migrate'], url);
    const after = await run(['doctor'], url);
    expect(after.code).toBe(0);
    expect(after.stdout).toMatch(/^ok +store +PostgreSQL \d+\.\d+ answers\.$/m);
    expect(after.stdout).toMatch(/^ok +clock .*store's server/m);
  });

  test('says what to do to a role without rights, when it starts and when it migrates', async () => {
    const url = await server.createDatabase();
    const owner = new Client({ connectionString: url });
    await owner.connect();
    const role = `stranger_${Date.now()}`;
    const stranger = Object.assign(new URL(url), { username: role, password: 'secret' }).href;
    try {
      await owner.query(`create role ${role} login password 'secret'`);
      const early = await run(['migrate'], stranger);
      expect(early).toMatchObject({ code: 1, stdout: '' });
      expect(early.stderr).toMatch(/^aside: The store cannot be migrated: permission denied.*lacks rights: .*\n$/);
      await run(['migrate'], url);
      for (const words of [['migrate'], ['serve'], createClient]) {
        const refused = await run(words, stranger);
        expect(refused.stderr).toMatch(
          /^aside: PostgreSQL refuses it: permission denied for table migration\. .*lacks rights: .*\n$/,
        );
      }
      expect((await run(['doctor'], stranger)).stdout).toMatch(/^fail +store .*lacks rights/m);
    } finally {
      await owner.query(`drop role ${role}`);
      await owner.end();
    }
  });

  test('serves as a role that may only read and write rows, as the hosting guide grants it', async () => {
    const url = await server.createDatabase();
    expect((await run(['migrate'], url)).code).toBe(0);
    const guide = readFileSync(join(__dirname, '../../../docs/hosting.md'), 'utf8');
    const [, grants = ''] = /<!-- grants: tried by a test -->\n```sql\n([\s\S]*?)```/.exec(guide) ?? [];
    const owner = new Client({ connectionString: url });
    await owner.connect();
    const role = `aside_service_${Date.now()}`;
    try {
      await owner.query(grants.replaceAll('aside_service', role).replace('role aside ', `role ${owner.user} `));
      const narrow = Object.assign(new URL(url), { username: role, password: '...' }).href;
      const { url: address, child } = await serve(narrow);
      const token = await askToken(address, (await run(createClient, narrow)).stdout);
      const asked = (path: string, init: RequestInit = {}) =>
        fetch(`${address}/site/${site}${path}`, {
          ...init,
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        });
      const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Hello' }] };
      const body = JSON.stringify({ body: { version: 1, type: 'doc', content: [paragraph] } });
      expect((await asked('/conversation/user/bob/message', { method: 'POST', body })).status).toBe(201);
      expect((await asked('/conversation')).status).toBe(200);
      expect((await asked('/message?query=hello')).status).toBe(200);
      for (const words of [
        ['export', '--site', site],
        ['erase', '--account', 'bob'],
        ['retention', '--site', site, '--days', '30'],
        ['key', 'rotate'],
        ['doctor'],
      ]) {
        expect([words, (await run(words, narrow)).code]).toEqual([words, 0]);
      }
      child.kill('SIGTERM');
      await child.ended;
      const client = new Client({ connectionString: narrow });
      await client.connect();
      for (const refused of [
        'create table public.x ()',
        'drop table message',
        'alter table message add column x int',
        'truncate message',
        'delete from audit',
        'update migration set checksum = name',
      ]) {
        await expect(client.query(refused)).rejects.toMatchObject({ code: '42501' });
      }
      await owner.query('create table later (n integer)');
      expect((await client.query('insert into later values (1) returning n')).rows).toEqual([{ n: 1 }]);
      await client.end();
    } finally {
      await owner.query(`drop owned by ${role}; drop role ${role}`);
      await owner.end();
    }
  });

  test('says of a plain text connection what goes over it, unless it stays on this machine', async () => {
    const url = new URL(await server.createDatabase());
    const said = async (hostname: string) => {
      const env = { DATABASE_URL: Object.assign(url, { hostname }).href, ASIDE_MIGRATE: 'on-start' };
      const { child } = await cli.serve(env);
      child.kill('SIGTERM');
      return (await child.ended).stderr;
    };
    expect(await said('127.0.0.1')).not.toContain('plain text');
    // The same address, as a name that nobody knows to be of this machine.
    expect(await said('127.1')).toContain(
      'The connection to 127.1 is plain text, password and messages too: set sslmode=verify-full',
    );
  });

  test.each(['LATIN1', 'SQL_ASCII'])('refuses a database whose encoding is %s, in a sentence', async (encoding) => {
    const url = new URL(await server.createDatabase());
    const client = new Client({ connectionString: url.href });
    await client.connect();
    const name = `aside_${encoding.toLowerCase()}_${Date.now()}`;
    try {
      await client.query(
        `create database ${name} encoding '${encoding}' lc_collate 'C' lc_ctype 'C' template template0`,
      );
      url.pathname = `/${name}`;
      for (const words of [['migrate'], ['serve'], createClient]) {
        expect(await run(words, url.href)).toMatchObject({
          code: 1,
          stdout: '',
          stderr: expect.stringContaining(
            `aside: The database has the encoding ${encoding}, which does not hold every text.`,
          ),
        });
      }
      const doctor = await run(['doctor'], url.href);
      expect(doctor.code).toBe(1);
      expect(doctor.stdout).toMatch(new RegExp(`^fail +store +The database has the encoding ${encoding}`, 'm'));
    } finally {
      await client.query(`drop database if exists ${name} with (force)`);
      await client.end();
    }
  });

  test('does not speak to a server without TLS when TLS is asked for', async () => {
    const url = `${await server.createDatabase()}?sslmode=require`;
    const refused = await run(['migrate'], url);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(
      /^aside: No connection to PostgreSQL could be had\. The server does not support SSL connections\. Turn TLS on.*\n$/,
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
