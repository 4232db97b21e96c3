import { createHash, timingSafeEqual } from 'node:crypto';

/** The hash of no secret that anyone could find. */
const noHash = '0'.repeat(64);

/** What is kept of a client's secret: its SHA-256, 64 lower-case hex digits. */
export function hashClientSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Takes the same time whether or not there is a hash to compare with, and wherever the two differ. */
export function matchesClientSecret(secret: string, keptHash: string | null): boolean {
  return timingSafeEqual(Buffer.from(hashClientSecret(secret), 'hex'), Buffer.from(keptHash ?? noHash, 'hex'));
}
