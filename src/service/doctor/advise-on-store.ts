const rights =
  'Its role lacks rights: it has to own the database and its tables, as the role has that applied the migrations, or to be granted them (docs/hosting.md, "A role without DDL").';

/** By Node's and OpenSSL's codes, https://nodejs.org/api/tls.html#x509-certificate-error-codes, and SQLSTATEs. */
const adviceByCode: Readonly<Record<string, string>> = {
  ENOTFOUND: 'The name is not known: is the host in DATABASE_URL right?',
  EAI_AGAIN: 'No name can be looked up at the moment: does DNS answer on this machine?',
  ECONNREFUSED: 'Nothing listens there: does the server run, and are host and port in DATABASE_URL right?',
  ENOENT: 'There is no such socket: does the server run, and is its directory in DATABASE_URL right?',
  ETIMEDOUT: 'Nothing answers there: is a firewall in between, and is the host in DATABASE_URL right?',
  CERT_HAS_EXPIRED: "The server's certificate has ended: renew it.",
  ERR_TLS_CERT_ALTNAME_INVALID:
    "The server's certificate is for another name: put the one that it is for into DATABASE_URL.",
  '3D000': 'Make the database, or name the right one in DATABASE_URL.',
  '42501': rights,
  '53300': 'The server has no connection left: lower ASIDE_DATABASE_POOL, or raise its max_connections.',
};

const untrusted: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** PgBouncer's, under a code that says nothing. */
const unsupportedSetting = 'unsupported startup parameter';

/** pg gives it no code. */
const withoutTls = 'The server does not support SSL connections';

/** What to do about a server that cannot be worked with, by the code of the error or of what caused it; null where that is not known. */
export function adviseOnStore(error: unknown): string | null {
  const code: unknown = Reflect.get(Object(error), 'code');
  if (typeof code === 'string') {
    if (untrusted.has(code)) return 'Nobody vouches for its certificate here: name its CA with sslrootcert=<file>.';
    // Invalid authorization specification, of PostgreSQL's appendix A.
    if (code.startsWith('28')) return 'Are user and password in DATABASE_URL right, and does pg_hba.conf let them in?';
    const advice = adviceByCode[code];
    if (advice !== undefined) return advice;
  }
  const message = String(Reflect.get(Object(error), 'message'));
  if (message.startsWith(unsupportedSetting)) {
    return 'PgBouncer: ignore_startup_parameters = statement_timeout,lock_timeout,idle_in_transaction_session_timeout';
  }
  if (message === withoutTls) {
    return 'Turn TLS on there (ssl = on), or set sslmode=disable where the network between is yours alone.';
  }
  return error instanceof Error && error.cause !== undefined ? adviseOnStore(error.cause) : null;
}
