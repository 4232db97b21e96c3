import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { refuseField } from '../../errors/app-error';
import { describeRefusal } from './refusals';

/** Bytes of headers that are taken: a Forge token with its context may be 16 KiB alone. */
export const maxHeaderSize = 32 * 1024;

/** Is told of what never became a request of the application. `code` is Node's word for the reason. */
type TellUnreadable = (refused: { readonly requestId: string; readonly status: number; readonly code: string }) => void;

export interface ClientErrors {
  answer(error: NodeJS.ErrnoException, socket: Socket): void;
  /** Must be told of the server, whose answers under way are not to be written into. */
  watch(server: Server): void;
}

/**
 * Answers what Node cannot read as HTTP, in the one shape of a refusal. There is no request then, only its socket.
 * `requestTimeout` is in milliseconds.
 */
export function createClientErrors(requestTimeout: number, tell: TellUnreadable): ClientErrors {
  const fieldOfCode: Readonly<Record<string, readonly [string, string]>> = {
    HPE_HEADER_OVERFLOW: ['header', `must be at most ${maxHeaderSize} bytes together`],
    ERR_HTTP_REQUEST_TIMEOUT: ['request', `must arrive within ${requestTimeout / 1000} seconds`],
  };
  const underWay = new WeakMap<Socket, Set<ServerResponse>>();
  return {
    watch(server) {
      server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
        const responses = underWay.get(socket) ?? new Set();
        underWay.set(socket, responses.add(response));
        response.once('close', () => responses.delete(response));
      });
    },
    answer(error, socket) {
      const responses = [...(underWay.get(socket) ?? [])];
      // There is nobody to answer on a connection that was reset, and no place before or within the answer to another.
      const isInTurn = responses.every(({ headersSent, req }) => !headersSent && !req.complete);
      if (error.code === 'ECONNRESET' || !socket.writable || !isInTurn) {
        socket.destroy();
        return;
      }
      const requestId = randomUUID();
      const refused = fieldOfCode[error.code ?? ''] ?? ['request', 'must be HTTP'];
      const { status, body } = describeRefusal(refuseField(...refused), requestId);
      // A request under way is told of by its own hooks, when the connection ends.
      if (responses.length === 0) tell({ requestId, status, code: error.code ?? 'unknown' });
      const text = JSON.stringify(body);
      const head = [
        `HTTP/1.1 ${status} Bad Request`,
        'Connection: close',
        'Cache-Control: no-store',
        'Content-Type: application/json; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(text)}`,
        `X-Request-Id: ${requestId}`,
      ];
      socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
    },
  };
}
