import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';

/** A file that the address of PostgreSQL names cannot be used. The message is a sentence for whoever set it. */
export class CertificateUnusable extends Error {
  override readonly name = 'CertificateUnusable';
}

/**
 * Looks into the files of an address once, before pg does at each connection, which tells of one that is missing without
 * its parameter, and of a CA without a certificate in it only as a server that cannot be trusted.
 * @throws CertificateUnusable
 */
export function checkCertificates(parameters: URLSearchParams): void {
  const [ca, cert, key] = ['sslrootcert', 'sslcert', 'sslkey'].map((name) => readFileOf(parameters, name));
  if (ca !== undefined) {
    // As text, which is how pg takes it: of one in DER nothing is left.
    complain(`sslrootcert names ${parameters.get('sslrootcert')}, which holds no certificate in PEM`, () => {
      new X509Certificate(ca);
    });
  }
  if (cert === undefined && key === undefined) return;
  if (cert === undefined || key === undefined) {
    throw new CertificateUnusable('DATABASE_URL: sslcert and sslkey are given both, or neither.');
  }
  complain('sslcert and sslkey name files that do not go together', () => createSecureContext({ cert, key }));
}

function readFileOf(parameters: URLSearchParams, name: string): string | undefined {
  const path = parameters.get(name);
  if (!path) return undefined;
  return complain(`${name} names a file that cannot be read`, () => readFileSync(path, 'utf8'));
}

function complain<Result>(what: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const reason = Reflect.get(Object(error), 'message');
    throw new CertificateUnusable(`DATABASE_URL: ${what} (${reason}).`, { cause: error });
  }
}
