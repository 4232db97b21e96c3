import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { PreviewError } from './preview-error';

/**
 * Finds out, before any work is done, whether a port of this machine can be had.
 * @param variable what sets the port, for the message.
 * @returns the port itself, or a free one for 0.
 * @throws PreviewError where another process has it, or the system does not give it.
 */
export async function findPort(port: number, variable: string): Promise<number> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${code})`;
    throw new PreviewError(`Port ${port} ${reason}. Set ${variable} to another one.`, { cause: error });
  }
  const { port: found } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return found;
}
