import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ask, fetchToken } from '../../shared/service/ask';
import { useCommandLine } from './use-command-line';

jest.setTimeout(600_000);

const site = '11111111-1111-4111-8111-111111111111';

describe('the commands of operation', () => {
  const cli = useCommandLine('made', { ASIDE_METRICS_PORT: '0' });
  const { run, start } = cli;

  const create = async (name: string) => {
    const scope = ['--scope', 'participate:conversation'];
    const { stdout } = await run(['client', 'create', '--name', name, '--site', site, ...scope]);
    const { client_id: id, client_secret: secret } = JSON.parse(stdout);
    return { id, secret } as { id: string; secret: string };
  };
  const list = async () => {
    const { stdout } = await run(['client', 'list']);
    const clients: { client_id: string; revoked: string | null; used: Record<string, string | null> }[] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    return { stdout, clients };
  };

  test('list and revoke clients and rotate keys, beside a running service and without one', async () => {
    const child = start(['serve']);
    const url = /http:\S+/.exec(await child.line(/^Aside listens/))?.[0] ?? '';
    const metrics = /http:\S+/.exec(await child.line(/^Metrics are at/))?.[0] ?? '';
    expect((await ask(`GET ${metrics}`)).status).toBe(200);

    const [first, second] = [await create('First'), await create('Second')];
    const before = await list();
    expect(before.clients).toEqual([
      {
        client_id: first.id,
        name: 'First',
        scopes: ['participate:conversation'],
        sites: [site],
        created: expect.any(String),
        revoked: null,
        used: { [site]: null },
      },
      expect.objectContaining({ client_id: second.id, name: 'Second' }),
    ]);
    expect(before.stdout).not.toContain(first.secret);
    expect(before.stdout).not.toMatch(/[0-9a-f]{64}/);

    const token = await fetchToken(url, second);
    const rotated = await run(['key', 'rotate']);
    expect(JSON.parse(rotated.stdout)).toEqual({ key: expect.any(String), earlier_tokens_until: expect.any(String) });
    expect((await ask(`GET ${url}/site/`, { token })).status).toBe(200);
    expect((await ask(`GET ${url}/site/${site}/conversation`, { token })).status).toBe(200);

    const revoked = await run(['client', 'revoke', first.id]);
    expect(JSON.parse(revoked.stdout)).toEqual({ client_id: first.id, revoked: expect.any(String) });
    child.kill('SIGTERM');
    expect((await child.ended).code).toBe(0);

    const unknown = await run(['client', 'revoke', 'nobody']);
    expect(unknown).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^aside: There is no client/) });
    const { clients } = await list();
    expect(clients.map(({ revoked }) => revoked !== null)).toEqual([true, false]);
    // The hour, and not the second.
    const hour = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00:00\.000Z$/);
    expect(clients.map(({ used }) => used)).toEqual([{ [site]: null }, { [site]: hour }]);
  });

  test('tell how the service is, while it runs and when it does not, and change nothing', async () => {
    const alone = await run(['doctor']);
    expect(alone).toMatchObject({ code: 0, stderr: '' });
    expect(alone.stdout).toMatch(/^ok +store .* answers\.$/m);
    expect(alone.stdout).toMatch(/^ok +keys /m);
    expect(alone.stdout).toMatch(/^warn +clock +Not compared/m);

    const child = start(['serve']);
    const url = /http:\S+/.exec(await child.line(/^Aside listens/))?.[0] ?? '';
    const beside = await run(['doctor', '--url', url]);
    expect(beside).toMatchObject({ code: 0, stderr: '' });
    expect(beside.stdout).toMatch(/^ok +address /m);
    expect(beside.stdout).toMatch(/^ok +headers /m);
    expect(beside.stdout).toMatch(/^ok +clock /m);
    const wrong = await run(['doctor'], { ASIDE_PORT: 'x', ASIDE_FOO: '1' });
    expect(wrong).toMatchObject({ code: 1, stderr: 'aside: 2 of 4 checks failed.\n' });
    expect(wrong.stdout).toMatch(/^fail +configuration +In this environment ASIDE_FOO is not a variable/m);

    const nowhere = join(cli.dataDir, '../nowhere');
    expect((await run(['doctor'], { ASIDE_DATA_DIR: nowhere })).code).toBe(0);
    expect(existsSync(nowhere)).toBe(false);
  });

  test('print the settings, and say which one is wrong', async () => {
    const { stdout, stderr, code } = await run(['config'], { ASIDE_PORT: 'x' });
    expect(code).toBe(1);
    expect(stdout).toContain(cli.dataDir);
    expect(stderr).toMatch(/^aside: ASIDE_PORT must be a port/);
  });
});
