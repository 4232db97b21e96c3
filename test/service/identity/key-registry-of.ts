import type { KeyRegistry, SigningKey } from '../../../src/service/identity/signing-key';

/** A registry over a list, as the store keeps it; it counts how often it is read. */
export function keyRegistryOf(keys: SigningKey[] = []): KeyRegistry & { reads: number } {
  return {
    reads: 0,
    async listKeys(now) {
      this.reads += 1;
      return keys.filter(({ endsAt }) => endsAt === null || Date.parse(endsAt) > now.getTime());
    },
    async addFirstKey(key) {
      if (!keys.some(({ endsAt }) => endsAt === null)) keys.unshift(key);
    },
    async replaceKeys(key, othersEndAt) {
      const end = othersEndAt.toISOString();
      for (const [place, { endsAt, ...other }] of keys.entries()) {
        keys[place] = { ...other, endsAt: endsAt !== null && endsAt < end ? endsAt : end };
      }
      keys.unshift(key);
    },
  };
}
