import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { refuseField } from '../conversation/app-error';
import { describeRefusal } from './refusals';

/** Bytes of headers that are taken: a Forge token with its context may be 16 KiB alone. */
export const maxHeaderSize = 32 * 1024;

const fieldOfCode: Readonly<Record<string, readonly [string, string]>> = {
  HPE_HEADER_OVERFLOW: ['header', `must be at most ${maxHeaderSize} bytes together`],
  ERR_HTTP_REQUEST_TIMEOUT: ['body', 'must arrive within 30 seconds'],
};

/** Answers what Node cannot read as HTTP, in the one shape of a refusal. There is no request then, only its socket. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  // There is nobody to answer on a connection that was reset, and no place to answer within a reply.
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const requestId = randomUUID();
  const refused = fieldOfCode[error.code ?? ''] ?? ['request', 'must be HTTP'];
  const body = JSON.stringify(describeRefusal(refuseField(...refused), requestId).body);
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Connection: close',
    'Cache-Control: no-store',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
