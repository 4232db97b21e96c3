import { randomBytes, randomUUID } from 'node:crypto';
import { accessTokenLife } from './access-token-life';
import type { KeyRegistry, SigningKey } from './signing-key';

/** Milliseconds for which another node may go on signing with the key before, twice as long as it takes to notice. */
const noticed = 60_000;

export function makeSigningKey(now: Date): SigningKey {
  return { id: randomUUID(), value: randomBytes(32), createdAt: now.toISOString(), endsAt: null };
}

/**
 * Puts a new key in place of the one that signs. Tokens of those before stay good until the longest of them has ended;
 * `drop` refuses them at once, that is within 30 seconds on every node, for a key that got out.
 * @returns The id of the new key, and until when tokens of those before are good.
 */
export async function rotateKey(
  registry: KeyRegistry,
  now: Date,
  drop: boolean,
  by?: string,
): Promise<{ readonly id: string; readonly earlierEndAt: Date }> {
  const key = makeSigningKey(now);
  const earlierEndAt = drop ? null : new Date(now.getTime() + noticed + accessTokenLife * 1000);
  await registry.replaceKeys(key, earlierEndAt, by);
  return { id: key.id, earlierEndAt: earlierEndAt ?? now };
}
