/**
 * The parameters that hold: those which pg reads from an address, but for those that have a setting of their own. An
 * unknown one is ignored by pg without a word, so that a slip in `sslmode` would mean plain text.
 */
const parameters: readonly string[] = [
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'sslnegotiation',
  'host',
  'port',
  'user',
  'password',
  'application_name',
  'options',
];

/** `prefer` and `allow` are no modes here: they fall back to plain text without a word. */
const modes: readonly string[] = ['disable', 'no-verify', 'require', 'verify-ca', 'verify-full'];

const credentials: ReadonlySet<string> = new Set(['user', 'password']);

/** How far an address of PostgreSQL holds to its rule: as it is to be used, or what is wrong with it. */
export type DatabaseUrl = { readonly url: string } | { readonly rule: string };

/**
 * Reads an address as libpq takes it, https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS.
 * What is wrong is told as the end of the sentence "`DATABASE_URL` …", without anything that may be a password.
 */
export function parseDatabaseUrl(text: string): DatabaseUrl {
  const url = parseAddress(text);
  if (url === null) return { rule: 'must be a postgres:// or postgresql:// URL' };
  const names = [...url.searchParams.keys()];
  const unknown = names.find((name) => !parameters.includes(name));
  if (unknown !== undefined) {
    return { rule: `has a parameter "${unknown}", which is none of those that hold: ${parameters.join(', ')}` };
  }
  const twice = names.find((name, place) => names.indexOf(name) < place);
  if (twice !== undefined) return { rule: `has the parameter "${twice}" more than once` };
  const mode = url.searchParams.get('sslmode');
  if (mode !== null && !modes.includes(mode)) {
    return { rule: `must have one of these for its sslmode, not "${mode}": ${modes.join(', ')}` };
  }
  return { url: url.href };
}

/** The address for people to see: all of it but user, password, and what parameters that are not known hold. */
export function hideCredentials(text: string): string {
  const url = parseAddress(text);
  if (url === null) return '(set, not shown)';
  const shown = [...url.searchParams].map(([name, value]) => {
    const isShown = parameters.includes(name) && !credentials.has(name);
    return `${name}=${isShown ? value : '***'}`;
  });
  const user = url.username || url.password ? '***@' : '';
  return `${url.protocol}//${user}${decodeURIComponent(url.host)}${url.pathname}${shown.length > 0 ? '?' : ''}${shown.join('&')}`;
}

/** libpq's `user:password@/database`, of a socket, is no URL to others: user and password become parameters. */
function parseAddress(text: string): URL | null {
  const [, start, user, password, rest] = /^(postgres(?:ql)?:\/\/)([^/?#:@]*)(?::([^/?#@]*))?@(\/.*)$/.exec(text) ?? [];
  const address = start === undefined ? text : `${start}${rest}`;
  if (!/^postgres(ql)?:\/\//.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  try {
    if (user) url.searchParams.set('user', decodeURIComponent(user));
    if (password) url.searchParams.set('password', decodeURIComponent(password));
    // Refused here, as it is by whoever decodes it next.
    decodeURIComponent(`${url.username}${url.password}${url.host}${url.pathname}`);
  } catch {
    return null;
  }
  return url;
}
