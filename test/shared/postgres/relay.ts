import { connect, createServer, type Socket } from 'node:net';

/**
 * What stands between the service and its server. `deaf`: what the server answers is not passed on; `deaf-at-commit`:
 * from the next commit on.
 */
export interface Relay {
  /** The URL of the database, by way of this relay. */
  readonly url: string;
  pass(mode: 'all' | 'deaf' | 'deaf-at-commit'): void;
  /** Cuts every connection that there is. */
  cut(): void;
  close(): Promise<void>;
}

/** A network that can fail, in front of the database of this URL. */
export async function startRelay(databaseUrl: string): Promise<Relay> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isDeaf = false;
  let listensForCommit = false;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const socket of [near, far]) keep(socket);
    const forward = (bytes: Buffer) => {
      if (listensForCommit && bytes.includes('commit\0')) isDeaf = true;
      far.write(bytes);
    };
    near.on('data', forward).on('close', () => far.destroy());
    far.on('data', (bytes) => isDeaf || near.write(bytes)).on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = typeof address === 'object' && address ? `${address.port}` : '';
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    pass: (mode) => {
      isDeaf = mode === 'deaf';
      listensForCommit = mode === 'deaf-at-commit';
    },
    cut,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      cut();
      await closed;
    },
  };
}
