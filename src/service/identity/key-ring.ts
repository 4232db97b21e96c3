import { createKnownRows, refreshAfter } from './known-rows';
import { makeSigningKey } from './rotate-key';
import type { KeyRegistry, SigningKey } from './signing-key';

/** Milliseconds between two looks for keys that have ended, and for which such a key stays: clocks may differ. */
const sweepAfter = 3_600_000;

/** The keys of access tokens, as this node knows them. */
export interface KeyRing {
  /** The one to sign with, made on first use. */
  current(): Promise<SigningKey>;
  /** Null for a key that there never was, or whose tokens have all ended. */
  find(id: string): Promise<SigningKey | null>;
}

/** Keys are at most `life` milliseconds old here. Whoever reads them takes away, now and then, those that have ended. */
export function createKeyRing(registry: KeyRegistry, now: () => Date, life = refreshAfter): KeyRing {
  let sweptAt = Number.NEGATIVE_INFINITY;
  const list = async () => {
    const at = now().getTime();
    if (at - sweptAt >= sweepAfter) {
      await registry.dropEndedKeys(new Date(at - sweepAfter));
      sweptAt = at;
    }
    return registry.listKeys(now());
  };
  const keys = createKnownRows(list, now, life);
  return {
    async current() {
      const found = (await keys.all()).find(isSigning);
      if (found) return found;
      await registry.addFirstKey(makeSigningKey(now()));
      const made = (await keys.readAgain()).find(isSigning);
      if (!made) throw new Error('A key for access tokens was neither found nor made.');
      return made;
    },
    async find(id) {
      const key = await keys.find(id);
      return key === null || (key.endsAt !== null && Date.parse(key.endsAt) <= now().getTime()) ? null : key;
    },
  };
}

function isSigning({ endsAt }: SigningKey): boolean {
  return endsAt === null;
}
