import { createHash } from 'node:crypto';
import kvs from '@forge/kvs';
import { reachStorage } from './reach-storage';

const key = 'trigger-secret';

/** What is kept of the web trigger's secret: enough to know it again, and nothing to show. */
export interface KeptSecret {
  /** SHA-256 in hex. The secret has 256 random bits, so that no slower hash is needed. */
  readonly hash: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

/** Null while none was made. @throws StorageError */
export async function loadTriggerSecret(): Promise<KeptSecret | null> {
  return (await reachStorage(() => kvs.getSecret<KeptSecret>(key))) ?? null;
}

/** In the place of the one before, which is not valid any more. @throws StorageError */
export async function keepTriggerSecret(secret: string, madeAt: string): Promise<KeptSecret> {
  const kept = { hash: hashSecret(secret), madeAt };
  await reachStorage(() => kvs.setSecret(key, kept));
  return kept;
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}
