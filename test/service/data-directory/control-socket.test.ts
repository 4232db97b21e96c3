import { stat, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join, relative } from 'node:path';
import { askOwner } from '../../../src/service/data-directory/ask-owner';
import { findControlPath } from '../../../src/service/data-directory/control-path';
import { type CommandListener, listenForCommands } from '../../../src/service/data-directory/listen-for-commands';
import { useTemporaryDirectories } from '../../shared/program/temporary-directory';

describe('the control socket', () => {
  const makeDirectory = useTemporaryDirectories();
  const listeners: CommandListener[] = [];

  afterEach(async () => {
    for (const listener of listeners.splice(0)) await listener.close();
  });

  async function listen(...[directory, answer]: Parameters<typeof listenForCommands>) {
    const listener = await listenForCommands(directory, answer);
    listeners.push(listener);
    return listener;
  }

  test('carries a request to the owner and its answer back, for the same user alone', async () => {
    const directory = await makeDirectory();
    const listener = await listen(directory, async (request) => ({ result: { asked: request } }));
    expect((await stat(join(directory, 'control.sock'))).mode & 0o777).toBe(0o600);
    const request = { command: 'say', text: 'Grüße\n'.repeat(100) };
    expect(await askOwner(directory, request)).toEqual({ result: { asked: request } });
    listeners.splice(0);
    await listener.close();
    expect(await askOwner(directory, request)).toBeNull();
  });

  test('carries answers that are far longer than a request may be', async () => {
    const directory = await makeDirectory();
    const long = 'Grüße '.repeat(500_000);
    await listen(directory, async () => ({ result: [long, 'end'] }));
    expect(await askOwner(directory, {})).toEqual({ result: [long, 'end'] });
  });

  test('replaces the one that a killed owner left', async () => {
    const directory = await makeDirectory();
    await writeFile(join(directory, 'control.sock'), '');
    expect(await askOwner(directory, {})).toBeNull();
    await listen(directory, async () => ({ error: 'No.' }));
    expect(await askOwner(directory, {})).toEqual({ error: 'No.' });
  });

  test.each([
    ['too long', 'x'.repeat(70_000)],
    ['not JSON', 'hello\n'],
  ])('ends a connection whose request is %s, and goes on serving', async (_what, text) => {
    const directory = await makeDirectory();
    await listen(directory, async () => ({ result: 1 }));
    const socket = createConnection(findControlPath(directory));
    const received: string[] = [];
    socket.on('data', (chunk) => received.push(String(chunk)));
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.write(text);
    await closed;
    expect(received).toEqual([]);
    expect(await askOwner(directory, {})).toEqual({ result: 1 });
  });

  test('does not keep an owner that ends waiting for a request that never comes', async () => {
    const directory = await makeDirectory();
    const listener = await listen(directory, async () => ({ result: 1 }));
    const socket = createConnection(findControlPath(directory));
    await new Promise((resolve) => socket.on('connect', resolve));
    const closed = new Promise((resolve) => socket.on('close', resolve));
    listeners.splice(0);
    await listener.close();
    await closed;
  });

  test('has the shorter of its two paths, and a long directory is refused with its name', () => {
    const near = join(process.cwd(), 'data');
    expect(findControlPath(near)).toBe(relative(process.cwd(), join(near, 'control.sock')));
    expect(findControlPath('/srv', '/home/someone/far/away')).toBe('/srv/control.sock');
    const long = `/srv/${'x'.repeat(100)}`;
    expect(findControlPath(long, long)).toBe('control.sock');
    expect(() => findControlPath(long, '/')).toThrow(long);
  });
});
