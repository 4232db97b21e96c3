import { Client } from 'pg';
import { type PostgresOptions, toPoolConfig } from './postgres-options';

/** How connections to a server are made. */
export interface PostgresEncryption {
  /** A host name, an address, or the directory of a socket. */
  readonly host: string;
  /** `plain`: not encrypted. `unchecked`: encrypted, to whoever answers. `checked`: certificate and name are checked. */
  readonly encryption: 'plain' | 'unchecked' | 'checked';
}

/**
 * As pg itself understands the address and the variables of libpq beside it (`PGHOST`, `PGSSLMODE`). Nothing is connected.
 * A server that does not encrypt is refused by pg where that is asked for, so that this is what holds.
 * @throws CertificateUnusable
 */
export function describeEncryption(options: PostgresOptions): PostgresEncryption {
  const { host, ssl } = new Client(toPoolConfig(options));
  // Typed as a boolean, and often what `tls.connect` takes.
  const tls: unknown = ssl;
  if (!tls) return { host, encryption: 'plain' };
  const isChecked = Reflect.get(Object(tls), 'rejectUnauthorized') !== false;
  return { host, encryption: isChecked ? 'checked' : 'unchecked' };
}
