import { isIP } from 'node:net';
import { matchWhole, uuid } from '../../patterns/patterns';
import { parseDatabaseUrl } from './database-url';
import { parseEnvironments, parsePublicUrl } from './parse-settings';
import { type ConfigVariableName, configVariables, logLevels } from './variables';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** The PostgreSQL server to use instead of the data directory. Its URL holds the password. */
  readonly database: {
    readonly url: string;
    readonly connections: number;
    /** Milliseconds. */
    readonly statementTimeout: number;
  } | null;
  readonly migrate: 'on-start' | 'off';
  /** cloudId (lower case) to name; the name is the id where none was given. */
  readonly sites: ReadonlyMap<string, string>;
  /** UUIDs, lower case. */
  readonly forgeAppIds: readonly string[];
  readonly forgeKeysUrl: URL;
  readonly forgeBrowserTokens: 'refuse' | 'match';
  /** Environments in lower case; seconds. */
  readonly forgeTokens: { readonly environments: readonly string[]; readonly longestLife: number };
  /** Without a slash at its end; null: answers hold relative links. */
  readonly publicUrl: string | null;
  /** Requests a minute; 0 is no limit. */
  readonly rates: {
    readonly sendsOfClient: number;
    readonly sendsOfClientInAll: number;
    readonly sendsOfAccount: number;
    readonly reads: number;
  };
  /** Pages of messages that are read and answered at once. */
  readonly readsAtOnce: number;
  readonly maxConnections: number;
  /** Of one address; 0 is no limit. */
  readonly maxConnectionsOfAddress: number;
  /** Milliseconds; 0 is no limit. */
  readonly maxLag: number;
  /** As Fastify's `trustProxy` takes them. */
  readonly trustedProxies: readonly string[];
  /** Null: no metrics are kept. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  readonly logLevel: (typeof logLevels)[number];
}

export interface ConfigProblem {
  readonly variable: string;
  readonly rule: string;
}

/** All that is wrong with the environment at once, so that it is put right at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(problems.map(({ variable, rule }) => `${variable} ${rule}`).join('\n'));
  }
}

const wholeUuid = matchWhole(uuid);
const hostName = /^[A-Za-z0-9.:_%-]+$/;
const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '[::1]']);

/**
 * Reads the environment once. An empty variable counts as unset, since container tools write those.
 * @throws ConfigError with every variable that breaks its rule, and every unknown `ASIDE_*`.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: ConfigProblem[] = refuseUnknown(env);
  const read = <T, Unset = T>(name: ConfigVariableName, parse: (text: string) => T | null, unset: Unset): T | Unset => {
    const variable = name === 'ASIDE_PORT' && !env[name] && env['PORT'] ? 'PORT' : name;
    const text = env[variable]?.trim() || configVariables[name].fallback;
    if (text === null) return unset;
    const value = parse(text);
    if (value === null) problems.push({ variable, rule: `must be ${configVariables[name].rule}` });
    return value ?? unset;
  };
  const databaseUrl = read('DATABASE_URL', parseDatabaseUrl, null);
  if (databaseUrl !== null && 'rule' in databaseUrl)
    problems.push({ variable: 'DATABASE_URL', rule: databaseUrl.rule });
  const connections = read('ASIDE_DATABASE_POOL', parseNumber(1, 500), 0);
  const statementTimeout = read('ASIDE_STATEMENT_TIMEOUT_MS', parseNumber(100, 600_000), 0);
  const config: Config = {
    host: read('ASIDE_HOST', (text) => (hostName.test(text) ? text : null), ''),
    port: read('ASIDE_PORT', parsePort, 0),
    dataDir: read('ASIDE_DATA_DIR', (text) => text, ''),
    database:
      databaseUrl !== null && 'url' in databaseUrl
        ? Object.freeze({ url: databaseUrl.url, connections, statementTimeout })
        : null,
    migrate: read('ASIDE_MIGRATE', parseMigrate, env['DATABASE_URL']?.trim() ? 'off' : 'on-start'),
    sites: read('ASIDE_SITES', parseSites, new Map()),
    forgeAppIds: Object.freeze(read('ASIDE_FORGE_APP_IDS', parseUuids, [])),
    forgeKeysUrl: read('ASIDE_FORGE_JWKS_URL', parseKeysUrl, new URL('https://invalid.invalid')),
    forgeBrowserTokens: read('ASIDE_FORGE_BROWSER_TOKENS', (text) => (text === 'match' ? text : null), 'refuse'),
    forgeTokens: Object.freeze({
      environments: Object.freeze(read('ASIDE_FORGE_ENVIRONMENTS', parseEnvironments, [])),
      longestLife: read('ASIDE_FORGE_TOKEN_LIFE_S', parseNumber(30, 86_400), 0),
    }),
    publicUrl: read('ASIDE_PUBLIC_URL', parsePublicUrl, null),
    rates: Object.freeze({
      sendsOfClient: read('ASIDE_RATE_SENDS_CLIENT', parseNumber(0, 1_000_000), 0),
      sendsOfClientInAll: read('ASIDE_RATE_SENDS_CLIENT_ALL', parseNumber(0, 1_000_000), 0),
      sendsOfAccount: read('ASIDE_RATE_SENDS_ACCOUNT', parseNumber(0, 1_000_000), 0),
      reads: read('ASIDE_RATE_READS', parseNumber(0, 1_000_000), 0),
    }),
    readsAtOnce: read('ASIDE_READS_AT_ONCE', parseNumber(1, 1_000), 0),
    maxConnections: read('ASIDE_MAX_CONNECTIONS', parseNumber(1, 1_000_000), 0),
    maxConnectionsOfAddress: read('ASIDE_MAX_CONNECTIONS_PER_ADDRESS', parseNumber(0, 1_000_000), 0),
    maxLag: read('ASIDE_MAX_LAG_MS', parseNumber(0, 60_000), 0),
    trustedProxies: Object.freeze(read('ASIDE_TRUSTED_PROXIES', parseProxies, [])),
    metrics: joinMetrics(
      read('ASIDE_METRICS_PORT', parsePort, null),
      read('ASIDE_METRICS_HOST', (text) => (hostName.test(text) ? text : null), ''),
    ),
    logLevel: read('ASIDE_LOG_LEVEL', (text) => logLevels.find((level) => level === text) ?? null, 'info'),
  };
  if (config.forgeAppIds.length > 0 && !env['ASIDE_SITES']?.trim()) {
    // Without it, any Jira site where the same app is installed could use this service.
    problems.push({ variable: 'ASIDE_SITES', rule: 'is required as soon as ASIDE_FORGE_APP_IDS is set' });
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config);
}

function refuseUnknown(env: Readonly<Record<string, string | undefined>>): ConfigProblem[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('ASIDE_') && !Object.hasOwn(configVariables, name))
    .sort()
    .map((variable) => ({ variable, rule: 'is not a variable of this version' }));
}

function parseMigrate(text: string): Config['migrate'] | null {
  return text === 'on-start' || text === 'off' ? text : null;
}

function parsePort(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null;
}

function parseNumber(least: number, most: number): (text: string) => number | null {
  return (text) => (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null);
}

function parseProxies(text: string): string[] | null {
  const proxies = text.split(',').map((proxy) => proxy.trim());
  return proxies.every((proxy) => proxy === 'loopback' || isRange(proxy)) ? proxies : null;
}

/** What Fastify takes: it refuses to start with a range of all addresses, which would believe everybody. */
function isRange(text: string): boolean {
  const [address = '', bits = '1', ...rest] = text.split('/');
  const version = address.includes('%') ? 0 : isIP(address);
  const isLength = /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
  return version > 0 && isLength && rest.length === 0;
}

function joinMetrics(port: number | null, host: string): Config['metrics'] {
  return port === null ? null : Object.freeze({ host, port });
}

function parseUuids(text: string): string[] | null {
  const ids = text.split(',').map((id) => id.trim().toLowerCase());
  return ids.every((id) => wholeUuid.test(id)) ? [...new Set(ids)] : null;
}

function parseSites(text: string): Map<string, string> | null {
  const sites = new Map<string, string>();
  for (const entry of text.split(',')) {
    const [given = '', ...rest] = entry.split('=');
    const id = given.trim().toLowerCase();
    if (!wholeUuid.test(id) || sites.has(id)) return null;
    sites.set(id, rest.join('=').trim() || id);
  }
  return sites;
}

function parseKeysUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isLoopback = loopbackHosts.has(url.hostname) || /^127(\.\d{1,3}){3}$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback) ? url : null;
}
