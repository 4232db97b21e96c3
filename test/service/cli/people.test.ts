import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { engineFlags } from '../../shared/engine/engine-flags';
import type { Child } from '../../shared/program/child';
import { useTemporaryDirectories } from '../../shared/program/temporary-directory';
import { ask, fetchToken } from '../../shared/service/ask';
import { useCommandLine } from './use-command-line';

jest.setTimeout(600_000);

const site = '11111111-1111-4111-8111-111111111111';
const other = '33333333-3333-4333-8333-333333333333';
const operator = `cli:${userInfo().username}`;
const account = '557058:bob';
const secret = 'Verysecretword';

describe('people’s data on the command line', () => {
  const makeDirectory = useTemporaryDirectories();
  const cli = useCommandLine('made', { ASIDE_RATE_SENDS_CLIENT: '0' });
  let owner: Child;
  let send: (words: string) => Promise<unknown>;
  let botId: string;

  const run = async (...words: string[]) => {
    const { code, stdout, stderr } = await cli.run(words);
    if (code !== 0) throw new Error(stderr);
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line): Record<string, unknown> => JSON.parse(line));
  };
  const texts = (records: Record<string, unknown>[]) =>
    records.filter(({ record }) => record === 'message').map(({ text }) => text);
  async function endOwner() {
    owner.kill('SIGTERM');
    await owner.ended;
  }
  /** Whether a word stands anywhere in the files of the engine. */
  function isOnDisk(word: string): boolean {
    const directory = join(cli.dataDir, 'pglite');
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(word));
  }

  beforeAll(async () => {
    const { child, url } = await cli.serve();
    owner = child;
    const scope = ['--scope', 'participate:conversation'];
    const [client] = await run('client', 'create', '--name', 'Bot', '--site', site, ...scope);
    const { client_id: id, client_secret: key } = client as { client_id: string; client_secret: string };
    botId = id;
    const token = await fetchToken(url, { id, secret: key });
    send = (words) =>
      ask(`POST ${url}/site/${site}/conversation/user/${account}/message`, {
        token,
        raw: words,
        headers: { 'Content-Type': 'text/plain' },
      });
    for (let n = 0; n < 120; n += 1) await send(`${secret} ${n}`);
  });

  test('is exported beside a running service: of an account, and all of a site over several pages', async () => {
    const ofSite = await run('export', '--site', site.toUpperCase());
    expect(texts(ofSite)).toHaveLength(120);
    expect(ofSite[0]).toMatchObject({ record: 'export', cloudId: site, account: null });
    const ofAccount = await run('export', '--account', account);
    expect(ofAccount.map(({ record }) => record)).toEqual(['export', 'conversation']);
    expect(texts(await run('export', '--account', `client:${botId}`, '--site', site))).toHaveLength(120);
  });

  test('is kept for so many days, or for ever', async () => {
    expect(await run('retention', '--site', site)).toEqual([{ site, days: 'off' }]);
    expect(await run('retention', '--site', site, '--days', '30')).toEqual([{ site, days: 30 }]);
    expect(await run('retention', '--site', site)).toEqual([{ site, days: 30 }]);
    expect(await run('retention', '--site', site, '--days', 'off')).toEqual([{ site, days: 'off' }]);
  });

  test('is erased beside a running service, and then its words are in no file any more', async () => {
    expect(isOnDisk(secret)).toBe(true);
    const erased = await run('erase', '--account', `client:${botId}`);
    expect(erased).toEqual([{ site, account: `client:${botId}`, messages: 120 }]);
    expect(isOnDisk(secret)).toBe(false);
    await send('Another word');
    expect(texts(await run('export', '--site', site)).filter(Boolean)).toEqual(['Another word']);
  });

  test('tells who did what, in the same words without a service as beside one', async () => {
    const beside = await run('audit', '--site', site);
    await endOwner();
    const alone = await run('audit', '--site', site);
    expect(alone).toEqual(beside);
    const actions = alone.map(({ action }) => action);
    const once = ['client-created', 'account-erase-begun', 'account-erased'];
    for (const action of once) expect(actions.filter((one) => one === action)).toHaveLength(1);
    expect(actions.filter((one) => one === 'exported')).toHaveLength(4);
    expect(actions.filter((one) => one === 'retention-changed')).toHaveLength(2);
    expect(new Set(alone.map(({ actor }) => actor))).toEqual(new Set([operator]));
    expect(await run('audit')).toEqual([]);
  });

  test('is exported and erased without a service, too', async () => {
    await endOwner();
    expect(texts(await run('export', '--site', site)).filter(Boolean)).toEqual(['Another word']);
    expect(await run('erase', '--account', `client:${botId}`, '--site', site)).toMatchObject([{ messages: 1 }]);
    expect(isOnDisk('Another word')).toBe(false);
    expect(texts(await run('export', '--site', site)).filter(Boolean)).toEqual([]);
  });

  test.each([
    ['export', 1, /^aside: What was printed could not be handed on: .*EPIPE.*\n$/],
    ['audit', 0, /^$/],
  ])('ends %s with %i when nobody reads it any more', async (command, code, sentence) => {
    const child = spawn(process.execPath, [...engineFlags, cli.program.path, command, '--site', site], {
      env: { ...cli.program.env, ASIDE_DATA_DIR: cli.dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'close');
    child.stdout.destroy();
    expect(await text(child.stderr)).toMatch(sentence);
    expect(await ended).toEqual([code, null]);
  });

  test.each([
    ['an export of nothing', ['export'], /^aside: What is to be exported\?/],
    ['an account that is none', ['export', '--account', 'a b'], /^aside: "a b" is not an account id/],
    ['a site that is none', ['erase', '--account', 'bob', '--site', 'acme'], /^aside: "acme" is not a site/],
    ['an erase of nobody', ['erase'], /--account/],
    ['no days', ['retention', '--site', site, '--days', '0'], /^aside: "0" is not a number of days/],
    ['days for ever', ['retention', '--site', site, '--days', '36501'], /^aside: "36501" is not a number/],
  ])('says what is wrong with %s, and makes nothing', async (_what, words, sentence) => {
    const untouched = join(await makeDirectory(), 'data');
    const refused = await cli.run(words, { ASIDE_DATA_DIR: untouched });
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(sentence) });
    expect(existsSync(untouched)).toBe(false);
  });

  // Where a command opens no engine of its own, which takes seconds.
  describe('beside a running service', () => {
    beforeAll(async () => {
      owner = (await cli.serve()).child;
    });
    afterAll(endOwner);

    test.each([
      ['an account', ['export', '--account', 'nobody'], 'Nothing is kept of the account nobody. Is its id right?'],
      [
        'an account to erase',
        ['erase', '--account', 'nobody'],
        'No words of the account nobody were kept. Is its id right?',
      ],
      [
        'a site',
        ['retention', '--site', other],
        `Nothing is kept of the site ${other}, and ASIDE_SITES does not name it. Is its id right?`,
      ],
      [
        'a site to export',
        ['export', '--site', other],
        `Nothing is kept of the site ${other}, and ASIDE_SITES does not name it. Is its id right?`,
      ],
    ])('says that %s is not known, most likely by a slip of the pen', async (_what, words, sentence) => {
      expect(await cli.run(words)).toMatchObject({ code: 0, stderr: `aside: ${sentence}\n` });
      if (words.includes(other)) expect((await cli.run(words, { ASIDE_SITES: other })).stderr).toBe('');
      expect((await cli.run(['retention', '--site', site])).stderr).toBe('');
    });
  });
});
