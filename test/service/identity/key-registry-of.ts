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
    async dropEndedKeys(by) {
      const left = keys.filter(({ endsAt }) => endsAt === null || Date.parse(endsAt) > by.getTime());
      keys.splice(0, keys.length, ...left);
    },
    async replaceKeys(key, othersEndAt) {
      if (othersEndAt === null) {
        keys.splice(0, keys.length, key);
        return;
      }
      const end = othersEndAt.toISOString();
      for (const [place, { endsAt, ...other }] of keys.entries()) {
        keys[place] = { ...other, endsAt: endsAt !== null && endsAt < end ? endsAt : end };
      }
      keys.unshift(key);
    },
  };
}
