import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { type ControlAnswer, readLine, writeLine } from './control-message';
import { findControlPath } from './control-path';

export interface CommandListener {
  /** Answers the requests that it has, takes nothing new, and removes the socket. */
  close(): Promise<void>;
}

/**
 * Lets the command line reach the owner of a data directory, over a socket in it that only the same user can open
 * (mode 0600): one request and one answer a connection. The caller holds the directory's lock, so that a socket which
 * is there already was left by a killed owner.
 */
export async function listenForCommands(
  directory: string,
  answer: (request: unknown) => Promise<ControlAnswer>,
): Promise<CommandListener> {
  const path = findControlPath(directory);
  await rm(path, { force: true });
  const waiting = new Set<Socket>();
  const server = createServer(async (socket) => {
    // A broken connection concerns the other side alone.
    socket.on('error', () => socket.destroy());
    try {
      waiting.add(socket);
      const request = await readLine(socket).finally(() => waiting.delete(socket));
      writeLine(socket, await answer(request));
    } catch {
      socket.destroy();
    }
  });
  await listenPrivately(server, path);
  return {
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of waiting) socket.destroy();
      await closed;
    },
  };
}

/** The socket file is made within `listen`, before it returns: with this mask it is never open to others. */
async function listenPrivately(server: Server, path: string): Promise<void> {
  const listening = once(server, 'listening');
  const mask = process.umask(0o177);
  try {
    server.listen(path);
  } finally {
    process.umask(mask);
  }
  await listening;
}
