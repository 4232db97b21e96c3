import { join } from 'node:path';

/** Apart from the lock and the socket, because the engine wants a directory of its own. */
export function engineDirectory(dataDir: string): string {
  return join(dataDir, 'pglite');
}
