import type { PostgresEncryption } from '../store/engine/postgres-encryption';
import { type Finding, finding } from './finding';

/** How the connection to PostgreSQL is protected. */
export function checkEncryption({ host, encryption }: PostgresEncryption): Finding {
  if (encryption === 'checked') {
    return finding('ok', 'encryption', `Nothing goes to ${host} unencrypted, and its certificate is checked.`);
  }
  if (encryption === 'unchecked') {
    const words = `Nothing goes to ${host} unencrypted, but its certificate is not checked: sslmode=verify-full does that.`;
    return finding('warn', 'encryption', words);
  }
  if (isHere(host)) return finding('ok', 'encryption', 'The connection is not encrypted, and stays on this machine.');
  const words = `The connection to ${host} is plain text, password and messages too: set sslmode=verify-full, unless the network between is yours alone.`;
  return finding('warn', 'encryption', words);
}

function isHere(host: string): boolean {
  return host.startsWith('/') || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
