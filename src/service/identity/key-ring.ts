import { makeSigningKey } from './rotate-key';
import type { KeyRegistry, SigningKey } from './signing-key';

/** Milliseconds after which the keys are read again: what another node has rotated is known here by then. */
export const keysLife = 30_000;

/** Milliseconds in which names of keys that are not known make the keys be read at most once, whoever sends them. */
const cooldown = 1_000;

/** The keys of access tokens, as this node knows them. */
export interface KeyRing {
  /** The one to sign with, made on first use. */
  current(): Promise<SigningKey>;
  /** Null for a key that there never was, or whose tokens have all ended. */
  find(id: string): Promise<SigningKey | null>;
}

interface Reading {
  readonly at: number;
  readonly keys: Promise<readonly SigningKey[]>;
}

/** Reads the keys when they are needed, and not more often. A read that failed is tried again by the next request. */
export function createKeyRing(registry: KeyRegistry, now: () => Date): KeyRing {
  let last: Reading | null = null;
  let searchedAt = Number.NEGATIVE_INFINITY;

  const read = (life: number): Promise<readonly SigningKey[]> => {
    const at = now().getTime();
    if (last !== null && at - last.at < life) return last.keys;
    const reading = { at, keys: registry.listKeys(now()) };
    reading.keys.catch(() => {
      if (last === reading) last = null;
    });
    last = reading;
    return reading.keys;
  };

  return {
    async current() {
      const found = (await read(keysLife)).find(isSigning);
      if (found) return found;
      await registry.addFirstKey(makeSigningKey(now()));
      const made = (await read(0)).find(isSigning);
      if (!made) throw new Error('A key for access tokens was neither found nor made.');
      return made;
    },
    async find(id) {
      const at = now().getTime();
      const isGood = (key: SigningKey) => key.id === id && (key.endsAt === null || Date.parse(key.endsAt) > at);
      const known = (await read(keysLife)).find(isGood);
      if (known !== undefined) return known;
      // Counted apart from other readings: another node may have made the key a moment after one of those.
      if (at - searchedAt < cooldown) return (await last?.keys)?.find(isGood) ?? null;
      searchedAt = at;
      return (await read(0)).find(isGood) ?? null;
    },
  };
}

function isSigning({ endsAt }: SigningKey): boolean {
  return endsAt === null;
}
