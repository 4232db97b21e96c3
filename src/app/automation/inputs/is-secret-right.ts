import { timingSafeEqual } from 'node:crypto';
import { hashSecret, type KeptSecret } from '../../storage/trigger-secret';

/**
 * Whether an `Authorization` header carries the web trigger's secret. Hashes are compared, all of one length, in a time
 * that tells nothing of where they differ. Without a secret nothing is right.
 */
export function isSecretRight(authorization: string | null, kept: KeptSecret | null): boolean {
  const presented = /^Bearer +(\S{1,512})$/i.exec(authorization ?? '')?.[1];
  if (kept === null || presented === undefined) return false;
  return timingSafeEqual(Buffer.from(hashSecret(presented), 'hex'), Buffer.from(kept.hash, 'hex'));
}
