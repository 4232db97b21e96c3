import { resolve } from 'node:path';
import type { Config } from '../config/config';
import { StoreUnavailable } from '../errors/store-unavailable';
import type { Worker } from '../store/distribution/workers';
import { EngineUnfit } from '../store/engine/engine-state';
import { hasStore } from '../store/engine/has-store';
import { CertificateUnusable } from '../store/engine/postgres-certificates';
import { describeEncryption } from '../store/engine/postgres-encryption';
import { MigrationError } from '../store/migrations/migrate';
import { adviseOnStore } from './advise-on-store';
import { checkClock } from './check-clock';
import { checkEncryption } from './check-encryption';
import { checkWorkers } from './check-workers';
import { describeCause, type Finding, finding } from './finding';

/** Days after which a key of access tokens is old. */
const oldKey = 180;

const dayLength = 24 * 60 * 60 * 1000;

/** What the owner of the store says about it. */
export interface StoreState {
  /** When the key that signs was made; null where there is none yet. */
  readonly keySince: string | null;
  /** The engine and its version. */
  readonly product: string;
  /** Milliseconds by which the clock of who asks it is ahead of the engine's. */
  readonly ahead: number;
  /** The servers over which the tables are spread; null where they are not. */
  readonly workers: readonly Worker[] | null;
}

/**
 * Store, its encryption and migrations, keys, and the clock where the store has one of its own. `ask` must not migrate;
 * it runs here or in the process that owns the data directory.
 */
export async function checkStore(config: Config, ask: () => Promise<StoreState>, now: Date): Promise<Finding[]> {
  if (!config.database && !hasStore(config.dataDir)) {
    const words = `There is no embedded store in ${resolve(config.dataDir)} yet: the first start makes it. Where the service runs already, this is not its environment: set ASIDE_DATA_DIR or DATABASE_URL as it has it.`;
    return [finding('warn', 'store', words)];
  }
  try {
    const encryption = config.database ? [checkEncryption(describeEncryption(config.database))] : [];
    return [...(await checkState(config, ask, now)), ...encryption];
  } catch (error) {
    if (error instanceof CertificateUnusable) return [finding('fail', 'store', error.message)];
    throw error;
  }
}

async function checkState(config: Config, ask: () => Promise<StoreState>, now: Date): Promise<Finding[]> {
  const place = config.database ? 'PostgreSQL' : `The embedded store in ${config.dataDir}`;
  try {
    const { keySince, product, ahead, workers } = await ask();
    return [
      finding('ok', 'store', `${config.database ? product : place} answers.`),
      finding('ok', 'migrations', 'The tables are those of this version.'),
      checkKey(keySince, now),
      ...(config.database ? [checkClock(ahead, "the store's server")] : []),
      ...(workers === null ? [] : checkWorkers(workers)),
    ];
  } catch (error) {
    if (error instanceof EngineUnfit) return [finding('fail', 'store', error.message)];
    if (error instanceof MigrationError) return [finding('ok', 'store', `${place} answers.`), blame(config, error)];
    const what = error instanceof StoreUnavailable ? 'does not answer' : 'cannot be used';
    const advice = config.database
      ? (adviseOnStore(error) ?? 'Is the server running, and is DATABASE_URL right?')
      : 'Does another process hold it, or do its files belong to another user?';
    return [finding('fail', 'store', `${place} ${what} (${describeCause(error)}). ${advice}`)];
  }
}

function blame(config: Config, error: MigrationError): Finding {
  if (config.migrate !== 'on-start') return finding('fail', 'migrations', error.message);
  return finding('warn', 'migrations', `${error.message} The next start does it.`);
}

function checkKey(since: string | null, now: Date): Finding {
  if (since === null) return finding('ok', 'keys', 'There is no key yet: the first start makes one.');
  const days = Math.floor((now.getTime() - Date.parse(since)) / dayLength);
  if (days <= oldKey) return finding('ok', 'keys', `The key of access tokens is ${days} days old.`);
  return finding(
    'warn',
    'keys',
    `The key of access tokens is ${days} days old: rotate it, "node bin/aside.cjs key rotate".`,
  );
}
