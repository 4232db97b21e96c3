import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { type ControlAnswer, longestAnswer, readLine } from './control-message';
import { findControlPath } from './control-path';
import { errorCode } from './error-code';

/** ECONNREFUSED: a killed owner left its socket. */
const absent: ReadonlySet<string | null> = new Set(['ENOENT', 'ECONNREFUSED']);

/**
 * Hands a request to the process that owns the data directory. Null when nobody listens there.
 * @throws Error when the owner takes the request and does not answer as it should; it is unknown then what was done.
 */
export async function askOwner(directory: string, request: unknown): Promise<ControlAnswer | null> {
  const socket = await connect(findControlPath(directory));
  if (!socket) return null;
  try {
    socket.write(`${JSON.stringify(request)}\n`);
    return toAnswer(await readLine(socket, longestAnswer));
  } finally {
    socket.destroy();
  }
}

async function connect(path: string): Promise<Socket | null> {
  const socket = createConnection(path);
  try {
    await once(socket, 'connect');
    return socket;
  } catch (error) {
    if (absent.has(errorCode(error))) return null;
    throw error;
  }
}

function toAnswer(answer: unknown): ControlAnswer {
  if (answer instanceof Object && 'error' in answer && typeof answer.error === 'string') return { error: answer.error };
  if (answer instanceof Object && 'result' in answer) return { result: answer.result };
  throw new Error('The owner of the data directory gave no proper answer.');
}
