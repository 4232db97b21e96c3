import { chmod, mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DirectoryUnusable } from '../../../src/service/data-directory/directory-unusable';
import { DirectoryLocked, lockDataDirectory } from '../../../src/service/data-directory/lock-data-directory';
import { makeLock } from '../../../src/service/data-directory/lock-files';
import { describeThisProcess } from '../../../src/service/data-directory/owner';
import { type BundledProgram, bundleProgram } from '../../shared/program/bundle-program';
import { type Child, startChild } from '../../shared/program/child';
import { useTemporaryDirectories } from '../../shared/program/temporary-directory';

jest.setTimeout(600_000);

async function waitFor(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100));
}

describe('the lock of a data directory', () => {
  const makeDirectory = useTemporaryDirectories();
  let program: BundledProgram;
  const children: Child[] = [];

  beforeAll(async () => {
    program = await bundleProgram(join(__dirname, 'programs/own-directory.ts'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) {
      child.kill('SIGKILL');
      await child.ended;
    }
  });

  function start(directory: string): Child {
    const child = startChild(program, [directory]);
    children.push(child);
    return child;
  }

  test.each(['', 'owner', '{}'])('names a lock that cannot be read (%j), for a person to decide', async (content) => {
    const directory = await makeDirectory();
    await writeFile(join(directory, 'owner.3'), content);
    await expect(lockDataDirectory(directory)).rejects.toThrow(
      /The lock .*owner\.3 cannot be read.*then remove that file/,
    );
  });

  test.each([0o755, 0o750, 0o711, 0o777, 0o2770])('closes a directory that others may look into (%o)', async (mode) => {
    const directory = await makeDirectory();
    await lockDataDirectory(directory).then(({ release }) => release());
    await mkdir(join(directory, 'pglite'));
    await chmod(directory, mode);
    const lock = await lockDataDirectory(directory);
    expect(((await stat(directory)).mode & 0o7777).toString(8)).toMatch(/^2?700$/);
    await lock.release();
  });

  test('refuses one that others may look into and that holds other things, and leaves it as it is', async () => {
    const directory = await makeDirectory();
    await writeFile(join(directory, 'photos'), '');
    await chmod(directory, 0o755);
    const refusal = lockDataDirectory(directory);
    await expect(refusal).rejects.toThrow(DirectoryUnusable);
    await expect(refusal).rejects.toThrow(/its mode is 0755, .*it holds "photos".*Make it 0700, or name one below it/);
    expect((await stat(directory)).mode & 0o777).toBe(0o755);
    expect(await readdir(directory)).toEqual(['photos']);
  });

  test('refuses one that others may look into and that is another user’s', async () => {
    const refused = async (directory: string) =>
      expect(lockDataDirectory(directory)).rejects.toThrow(
        /others may reach the messages, and this user may not change that \(EPERM\)\. Make it 0700, or name one below it/,
      );
    // An empty directory of the system's, for whom is not root.
    if (process.getuid?.() !== 0) return refused('/proc/tty/ldisc');
    const directory = await makeDirectory();
    await chmod(directory, 0o777);
    process.seteuid?.(65_534);
    try {
      await refused(directory);
    } finally {
      process.seteuid?.(0);
    }
  });

  test.each([
    ['a file', (directory: string) => join(directory, 'file'), /EEXIST/],
    ['something below a file', (directory: string) => join(directory, 'file', 'data'), /ENOTDIR/],
    // Node's own recursive mkdir never comes back from here.
    ['a place where nobody can make anything', () => '/proc/aside/data', /ENOENT|EACCES|EPERM/],
  ])('is refused, with the path and the reason, in %s', async (_what, name, reason) => {
    const directory = await makeDirectory();
    await writeFile(join(directory, 'file'), '');
    const path = name(directory);
    const refusal = lockDataDirectory(path);
    await expect(refusal).rejects.toThrow(DirectoryUnusable);
    await expect(refusal).rejects.toThrow(`The data directory ${path} cannot be used`);
    await expect(refusal).rejects.toThrow(reason);
  });

  test('makes the directory for its user alone', async () => {
    const directory = join(await makeDirectory(), 'new', 'data');
    const lock = await lockDataDirectory(directory);
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
    expect(lock.directory).toBe(directory);
  });

  test('refuses a second owner, in another process or the same, and names the first', async () => {
    const directory = await makeDirectory();
    const first = start(directory);
    await first.line(/^owner$/);
    const refusal = lockDataDirectory(directory);
    await expect(refusal).rejects.toThrow(DirectoryLocked);
    await expect(refusal).rejects.toMatchObject({ pid: first.pid, message: expect.stringContaining(`${first.pid}`) });

    const own = await makeDirectory();
    await lockDataDirectory(own);
    await expect(lockDataDirectory(own)).rejects.toMatchObject({ pid: process.pid });
    expect(await start(own).line(/./)).toContain(`process ${process.pid}.`);
  });

  test('is free after a release', async () => {
    const directory = await makeDirectory();
    for (let turn = 0; turn < 3; turn += 1) await (await lockDataDirectory(directory)).release();
    expect(await start(directory).line(/./)).toBe('owner');
  });

  test('is taken over from an owner that was killed', async () => {
    const directory = await makeDirectory();
    const first = start(directory);
    await first.line(/^owner$/);
    first.kill('SIGKILL');
    await first.ended;
    expect(await start(directory).line(/./)).toBe('owner');
  });

  test('is taken over where its process number now belongs to a later process', async () => {
    const directory = await makeDirectory();
    await writeFile(join(directory, 'owner.4'), JSON.stringify({ pid: process.pid, startedAt: 'earlier' }));
    await lockDataDirectory(directory);
    expect(await readdir(directory)).toContain('owner.5');
  });

  test('goes to exactly one of many that take it over at once', async () => {
    const directory = await makeDirectory();
    await writeFile(join(directory, 'owner.1'), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' }));
    const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataDirectory(directory)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reasons = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason] : []));
    for (const reason of reasons) expect(reason).toBeInstanceOf(DirectoryLocked);

    const shared = await makeDirectory();
    await writeFile(join(shared, 'owner.7'), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' }));
    const lines = await Promise.all(Array.from({ length: 6 }, () => start(shared).line(/./)));
    expect(lines.filter((line) => line === 'owner')).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('refused: The data directory'))).toHaveLength(5);
  });

  describe('held by an owner that cannot be seen, in another container', () => {
    /** Its number is one that a process of this test has, too: numbers mean nothing across containers. */
    const elsewhere = { pid: process.pid, startedAt: '1', host: 'other', space: 'other pid:[1]' };
    const leave = async (age: number) => {
      const directory = await makeDirectory();
      const path = join(directory, 'owner.1');
      await writeFile(path, JSON.stringify(elsewhere));
      const touch = (ms: number) => utimes(path, ms / 1000, ms / 1000);
      await touch(Date.now() - age);
      return { directory, touch };
    };

    test('is refused as soon as its file is touched, and the refusal names its host', async () => {
      const { directory, touch } = await leave(1_000);
      setTimeout(() => void touch(Date.now()), 300);
      await expect(lockDataDirectory(directory)).rejects.toThrow(`process ${process.pid} on other. `);
    });

    test.each([-3_600_000, 3_600_000])('is refused where its clock is wrong by %d ms, too', async (wrong) => {
      const { directory, touch } = await leave(-wrong);
      setTimeout(() => void touch(Date.now() + wrong), 2_000);
      await expect(lockDataDirectory(directory)).rejects.toThrow(DirectoryLocked);
    });

    test('is taken over when the file was not touched for 20 s', async () => {
      const { directory } = await leave(19_000);
      const began = Date.now();
      const lock = await lockDataDirectory(directory);
      expect(Date.now() - began).toBeGreaterThan(5_000);
      await lock.release();
      expect(await readdir(directory)).toContain('owner.2');
    });
  });

  test('touches its file every five seconds, and says when another has stepped in', async () => {
    const directory = await makeDirectory();
    const path = join(directory, 'owner.1');
    const lost = new Promise<void>((resolve) => void lockDataDirectory(directory, resolve));
    await waitFor(async () => (await readdir(directory)).includes('owner.1'));
    await utimes(path, 1, 1);
    await waitFor(async () => (await stat(path)).mtimeMs > 1_000);
    await writeFile(join(directory, 'owner.2'), 'null');
    await lost;
  });

  test('never removes the highest number, so that nobody steps in behind a later owner', async () => {
    const directory = await makeDirectory();
    for (const expected of [['owner.1'], ['owner.1', 'owner.2'], ['owner.2', 'owner.3'], ['owner.3', 'owner.4']]) {
      const lock = await lockDataDirectory(directory);
      await lock.release();
      expect((await readdir(directory)).sort()).toEqual(expected);
    }
  });

  test('does not go to who makes a number that was passed meanwhile, nor to two with one number', async () => {
    const directory = await makeDirectory();
    const owner = await describeThisProcess();
    await writeFile(join(directory, 'owner.3'), JSON.stringify(owner));
    expect(await makeLock(directory, 2, owner)).toBe(false);
    expect(await makeLock(directory, 3, owner)).toBe(false);
    expect(await makeLock(directory, 4, owner)).toBe(true);
  });
});
