import { type CustomTypesConfig, type PoolConfig, types } from 'pg';
import type { TransactionLimits } from './database';
import { GatheringSocket } from './gathering-socket';
import { checkCertificates } from './postgres-certificates';

/** A PostgreSQL server and how it is used. Checked by the configuration (`DATABASE_URL` and its companions). */
export interface PostgresOptions {
  /** postgres:// or postgresql://, with the password, so never to be printed. */
  readonly url: string;
  /** The most connections that this process opens. */
  readonly connections: number;
  /** Milliseconds after which a statement is cut. */
  readonly statementTimeout: number;
}

/** Milliseconds in which a connection has to be had, whether from the pool or from the server. */
const connectWithin = 5_000;

/** Milliseconds for which a statement waits for another one's lock; `IdempotencyClaim` promises it. */
const lockWithin = 5_000;

/** Seconds after which a connection is made anew, so that the nodes of a cluster come to share the load again. */
const renewAfter = 1_800;

const int8 = 20;

/** `date`, `time`, `timestamp`, `timestamptz`, `interval`, `timetz`. */
const writtenAsTheSessionSays: ReadonlySet<number> = new Set([1082, 1083, 1114, 1184, 1186, 1266]);

/** As the embedded engine does: a count is a number, not text. */
const resultTypes: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (writtenAsTheSessionSays.has(oid)) return refuseTime;
    return oid === int8 ? Number : types.getTypeParser(oid, format);
  },
};

function refuseTime(): never {
  throw new Error('A statement gives a time as the session writes it, and not in milliseconds.');
}

/**
 * What opens a transaction. The statements are written for this level, and for these settings, whatever the defaults of
 * role, database or server are, and whatever another one left behind in a connection that a pooler shares.
 */
export function beginTransaction({ statementTimeout }: PostgresOptions, limits: TransactionLimits = {}): string {
  const settings = {
    statement_timeout: limits.isUnhurried ? 0 : statementTimeout,
    lock_timeout: limits.lockWithin ?? lockWithin,
    idle_in_transaction_session_timeout: 2 * statementTimeout,
    // A null within an array would be the word.
    array_nulls: 'on',
  };
  const local = Object.entries(settings).map(([name, value]) => `set local ${name} = ${value}`);
  return ['begin isolation level read committed read write', ...local].join('; ');
}

/**
 * What follows in a cluster, each as a message of its own, where statements wait for locks otherwise than its servers are
 * told by their own settings, or take longer: these hold the locks, and do the work. The coordinator passes on a message as
 * a whole, so that each setting stands alone in its own, and what a migration sets afterwards stays where it is.
 */
export function tellServers({ lockWithin: within, isUnhurried }: TransactionLimits): string[] {
  const settings = [
    ...(within === undefined ? [] : [`set local lock_timeout = ${within}`]),
    ...(isUnhurried ? ['set local statement_timeout = 0'] : []),
  ];
  return settings.length === 0 ? [] : [passOn('local'), ...settings, ...(isUnhurried ? [passOn('none')] : [])];
}

function passOn(which: 'local' | 'none'): string {
  return `select pg_catalog.set_config('citus.propagate_set_commands', '${which}', true)`;
}

/** @throws CertificateUnusable */
export function toPoolConfig({ url, connections, statementTimeout }: PostgresOptions): PoolConfig {
  return {
    connectionString: verifyAsHttpsDoes(url),
    application_name: 'aside',
    max: connections,
    connectionTimeoutMillis: connectWithin,
    statement_timeout: statementTimeout,
    lock_timeout: lockWithin,
    // A process that hangs in the middle of a transaction must not keep its locks.
    idle_in_transaction_session_timeout: 2 * statementTimeout,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: renewAfter,
    keepAlive: true,
    types: resultTypes,
    // What does not wait for an answer is sent behind what does, and answered in its order.
    pipeline: true,
    stream: () => new GatheringSocket(),
  };
}

/**
 * `require` and `verify-ca` become `verify-full`, which pg makes of them anyhow, with a warning on standard error: the
 * certificate's chain and host name are checked. `disable` and `no-verify` stay what they are.
 * libpq's `sslrootcert=system` are the authorities that everybody trusts: those of Node.js, which hold where none is given.
 */
function verifyAsHttpsDoes(address: string): string {
  const url = new URL(address);
  const parameters = url.searchParams;
  const isPublic = parameters.get('sslrootcert') === 'system';
  if (isPublic) parameters.delete('sslrootcert');
  const mode = parameters.get('sslmode');
  if (mode === 'require' || mode === 'verify-ca' || (mode === null && isPublic)) {
    parameters.set('sslmode', 'verify-full');
  }
  checkCertificates(parameters);
  return url.href;
}
