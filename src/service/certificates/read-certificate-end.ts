import { once } from 'node:events';
import { connect, type TLSSocket } from 'node:tls';

/** Milliseconds for a connection. */
const timeout = 10_000;

/** A TLS connection to the address, while `work` looks at it. The name and the chain are checked. @throws what keeps it from being made */
export async function withTls<Result>(url: URL, work: (socket: TLSSocket) => Result): Promise<Result> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const socket = connect({ host, port: Number(url.port || 443), servername: host, timeout });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(timeout) });
    return work(socket);
  } finally {
    socket.destroy();
  }
}

export function endOfCertificate(socket: Pick<TLSSocket, 'getPeerCertificate'>): Date {
  return new Date(socket.getPeerCertificate().valid_to);
}

/** When the certificate of an https address ends. @throws as `withTls` */
export function readCertificateEnd(url: URL): Promise<Date> {
  return withTls(url, endOfCertificate);
}
