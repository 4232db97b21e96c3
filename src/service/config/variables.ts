/** One environment variable of the service, as people set it. The documentation's table is written from these. */
export interface ConfigVariable {
  readonly name: string;
  /** What holds when it is unset or empty; null where nothing does. */
  readonly fallback: string | null;
  /** What a value must be, as the end of the sentence "`name` must be …". */
  readonly rule: string;
  readonly meaning: string;
  /** It may hold a password, so that it is never printed as it is. */
  readonly isSecret?: true;
}

/** Where Atlassian publishes the public keys of Forge invocation tokens. */
export const forgeKeysUrl = 'https://forge.cdn.prod.atlassian-dev.net/.well-known/jwks.json';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every variable that the service reads. Another one that begins with `ASIDE_` stops the start. */
export const configVariables = {
  ASIDE_HOST: {
    name: 'ASIDE_HOST',
    fallback: '127.0.0.1',
    rule: 'a host name or an IP address',
    meaning: 'The address to listen on. `0.0.0.0` or `::` for all of the machine',
  },
  ASIDE_PORT: {
    name: 'ASIDE_PORT',
    fallback: '8080',
    rule: 'a port, 0 to 65535; 0 takes a free one',
    meaning: 'The port to listen on. `PORT` is read where this is unset',
  },
  ASIDE_PUBLIC_URL: {
    name: 'ASIDE_PUBLIC_URL',
    fallback: null,
    rule: 'an http or https URL of a scheme, a host and perhaps a path, without user, query or fragment',
    meaning:
      'Where clients reach the service, as `https://host/aside`: what `_links` and the OpenAPI document begin with. Unset: they are relative. A Host header is never believed',
  },
  ASIDE_DATA_DIR: {
    name: 'ASIDE_DATA_DIR',
    fallback: '.aside/data',
    rule: 'a path',
    meaning: 'The directory of the embedded store. One process at a time owns it',
  },
  DATABASE_URL: {
    name: 'DATABASE_URL',
    fallback: null,
    rule: 'a postgres:// or postgresql:// URL; its sslmode, where it has one, is disable, no-verify, require, verify-ca or verify-full, and a parameter that is not known is refused',
    isSecret: true,
    meaning:
      'The PostgreSQL server (15 or later) that keeps the messages, instead of the embedded store. `sslmode=verify-full` encrypts and checks the certificate as https does (`sslrootcert=<file>` names a CA of your own). Without `sslmode` and `sslrootcert` it is plain text',
  },
  ASIDE_DATABASE_POOL: {
    name: 'ASIDE_DATABASE_POOL',
    fallback: '16',
    rule: 'a number from 1 to 500',
    meaning: 'The most connections that one process opens to PostgreSQL',
  },
  ASIDE_STATEMENT_TIMEOUT_MS: {
    name: 'ASIDE_STATEMENT_TIMEOUT_MS',
    fallback: '10000',
    rule: 'milliseconds from 100 to 600000',
    meaning: 'A statement on PostgreSQL that takes longer is cut, and its request answered 503',
  },
  ASIDE_MIGRATE: {
    name: 'ASIDE_MIGRATE',
    fallback: null,
    rule: '"on-start" or "off"',
    meaning:
      'Whether a start brings the tables up to its version, or `node bin/aside.cjs migrate` has done so before. Unset: `off` with DATABASE_URL, else `on-start`',
  },
  ASIDE_SITES: {
    name: 'ASIDE_SITES',
    fallback: null,
    rule: 'UUIDs (cloudIds) separated by commas, each once, each alone or as id=name; required with ASIDE_FORGE_APP_IDS',
    meaning: 'The Jira sites that may use this service through the Forge app, and their names',
  },
  ASIDE_FORGE_APP_IDS: {
    name: 'ASIDE_FORGE_APP_IDS',
    fallback: null,
    rule: 'UUIDs separated by commas',
    meaning: 'The Forge apps whose invocation tokens are accepted. None: OAuth clients only',
  },
  ASIDE_FORGE_JWKS_URL: {
    name: 'ASIDE_FORGE_JWKS_URL',
    fallback: forgeKeysUrl,
    rule: 'an https URL, or http on a loopback address',
    meaning: 'Where the public keys of Forge invocation tokens are read',
  },
  ASIDE_FORGE_ENVIRONMENTS: {
    name: 'ASIDE_FORGE_ENVIRONMENTS',
    fallback: null,
    rule: 'production, staging and development, separated by commas, each once',
    meaning:
      'The environments of the Forge apps whose tokens are accepted. `production` once the app is in use: a developer may deploy other code to the others. Unset: all',
  },
  ASIDE_FORGE_TOKEN_LIFE_S: {
    name: 'ASIDE_FORGE_TOKEN_LIFE_S',
    fallback: '3600',
    rule: 'a whole number of seconds from 30 to 86400',
    meaning: 'The longest life of a Forge invocation token that is accepted. Those of the platform live 25 s',
  },
  ASIDE_FORGE_BROWSER_TOKENS: {
    name: 'ASIDE_FORGE_BROWSER_TOKENS',
    fallback: null,
    rule: '"match", or unset',
    meaning:
      'Tokens that carry the claims of a browser call are refused. `match` accepts one whose principal is the account in the header',
  },
  ASIDE_RATE_SENDS_CLIENT: {
    name: 'ASIDE_RATE_SENDS_CLIENT',
    fallback: '100',
    rule: 'a whole number up to 1000000; 0 is no limit',
    meaning: 'Messages a minute that one OAuth client, or the app itself, may send in one conversation, over all nodes',
  },
  ASIDE_RATE_SENDS_CLIENT_ALL: {
    name: 'ASIDE_RATE_SENDS_CLIENT_ALL',
    fallback: '600',
    rule: 'a whole number up to 1000000; 0 is no limit',
    meaning: 'Messages a minute that one OAuth client may send on a site, in all conversations, over all nodes',
  },
  ASIDE_RATE_SENDS_ACCOUNT: {
    name: 'ASIDE_RATE_SENDS_ACCOUNT',
    fallback: '60',
    rule: 'a whole number up to 1000000; 0 is no limit',
    meaning: 'Messages a minute that one Jira user may send, in all conversations and over all nodes',
  },
  ASIDE_RATE_READS: {
    name: 'ASIDE_RATE_READS',
    fallback: '600',
    rule: 'a whole number up to 1000000; 0 is no limit',
    meaning: 'Other requests a minute of one caller on a site, on each node',
  },
  ASIDE_READS_AT_ONCE: {
    name: 'ASIDE_READS_AT_ONCE',
    fallback: '16',
    rule: 'a whole number from 1 to 1000',
    meaning:
      'Pages of messages (1 MiB at most each) that one node reads and answers at once. One caller has a quarter of them. Eight times as many wait, up to 2 s; any more are answered 503',
  },
  ASIDE_MAX_CONNECTIONS: {
    name: 'ASIDE_MAX_CONNECTIONS',
    fallback: '1000',
    rule: 'a whole number from 1 to 1000000',
    meaning: 'Connections that are open at once. One more is closed unanswered',
  },
  ASIDE_MAX_CONNECTIONS_PER_ADDRESS: {
    name: 'ASIDE_MAX_CONNECTIONS_PER_ADDRESS',
    fallback: '250',
    rule: 'a whole number up to 1000000; 0 is no limit',
    meaning:
      'Of these, how many one address may have open (of IPv6, one network of 64 bits). One more is closed unanswered. The proxies of ASIDE_TRUSTED_PROXIES are not bounded',
  },
  ASIDE_MAX_LAG_MS: {
    name: 'ASIDE_MAX_LAG_MS',
    fallback: '500',
    rule: 'a whole number of milliseconds up to 60000; 0 is no limit',
    meaning: 'How late the process may be with its work before it answers 503 until it has caught up',
  },
  ASIDE_TRUSTED_PROXIES: {
    name: 'ASIDE_TRUSTED_PROXIES',
    fallback: null,
    rule: 'IP addresses, ranges (10.0.0.0/8, but not /0) and "loopback", separated by commas',
    meaning: "The reverse proxies whose X-Forwarded-For is believed. Used to slow down one address's wrong secrets",
  },
  ASIDE_METRICS_PORT: {
    name: 'ASIDE_METRICS_PORT',
    fallback: null,
    rule: 'a port, 0 to 65535; 0 takes a free one',
    meaning: 'The port of `/metrics` for Prometheus, which asks for no token. None: no metrics',
  },
  ASIDE_METRICS_HOST: {
    name: 'ASIDE_METRICS_HOST',
    fallback: '127.0.0.1',
    rule: 'a host name or an IP address',
    meaning: 'The address that `/metrics` listens on. Never the one that a reverse proxy opens to the world',
  },
  ASIDE_LOG_LEVEL: {
    name: 'ASIDE_LOG_LEVEL',
    fallback: 'info',
    rule: `one of ${logLevels.join(', ')}`,
    meaning: 'The least severe level that is logged',
  },
} as const satisfies Record<string, ConfigVariable>;

export type ConfigVariableName = keyof typeof configVariables;
