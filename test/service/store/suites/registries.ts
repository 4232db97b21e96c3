import { randomUUID } from 'node:crypto';
import type { OAuthClient } from '../../../../src/service/identity/client-registry';
import { aSite } from '../../../shared/store/builders';
import { advance, type TestStore } from '../open-test-store';

export function describeRegistries(open: () => TestStore) {
  describe('the registries above sites', () => {
    test('give a client back as it was added, revoked ones too, and null for an unknown id', async () => {
      const { store } = open();
      const client: OAuthClient = {
        id: randomUUID(),
        name: 'Nightly, "report" {bot}',
        secretHash: 'a'.repeat(64),
        scopes: ['participate:conversation', 'manage:conversation'],
        sites: [aSite(), aSite()],
        createdAt: '2026-11-02T09:00:00.000Z',
        revokedAt: null,
      };
      const revoked = { ...client, id: randomUUID(), revokedAt: '2026-11-03T09:00:00.000Z' };
      await store.addClient(client);
      await store.addClient(revoked);
      expect(await store.findClient(client.id)).toEqual(client);
      expect(await store.findClient(revoked.id)).toEqual(revoked);
      expect(await store.findClient('none\u0000')).toBeNull();
    });

    test('agree on one secret of 32 bytes for concurrent first calls, another for each name', async () => {
      const { store } = open();
      const read = await Promise.all(Array.from({ length: 8 }, () => store.secret('cursor')));
      const hex = read.map((secret) => Buffer.from(secret).toString('hex'));
      expect(new Set(hex).size).toBe(1);
      expect(hex[0]).toHaveLength(64);
    });

    test('list clients, the eldest first, and revoke one for good', async () => {
      const { store, clock } = open();
      const [first, second] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'].map((createdAt) => ({
        id: randomUUID(),
        name: 'Bot',
        secretHash: 'a'.repeat(64),
        scopes: [],
        sites: [],
        createdAt,
        revokedAt: null,
      }));
      if (!first || !second) throw new Error('unreachable');
      await store.addClient(second);
      await store.addClient(first);
      const ids = (await store.listClients()).map(({ id }) => id);
      expect(ids.indexOf(second.id) - ids.indexOf(first.id)).toBe(1);

      const at = advance(clock, 1_000);
      expect(await store.revokeClient(first.id, at)).toEqual(at);
      expect(await store.revokeClient(first.id, advance(clock, 1_000))).toEqual(at);
      expect((await store.findClient(first.id))?.revokedAt).toBe(at.toISOString());
      expect(await store.revokeClient('none\u0000', at)).toBeNull();
    });

    test('keep one key that signs, end the others on a rotation, and forget those that have ended', async () => {
      const { store, clock } = open();
      const key = (createdAt: Date) => ({
        id: randomUUID(),
        value: new Uint8Array(32).fill(7),
        createdAt: createdAt.toISOString(),
        endsAt: null,
      });
      const listIds = async () => (await store.listKeys(clock.now)).map(({ id, endsAt }) => [id, endsAt]);
      const first = key(clock.now);
      await store.addFirstKey(first);
      await store.addFirstKey(key(clock.now));
      expect(await listIds()).toEqual([[first.id, null]]);
      expect((await store.listKeys(clock.now))[0]).toEqual({ ...first, value: expect.anything() });
      expect(Buffer.from((await store.listKeys(clock.now))[0]?.value ?? [])).toEqual(Buffer.from(first.value));

      const second = key(advance(clock, 1_000));
      const end = new Date(clock.now.getTime() + 3_600_000);
      await store.replaceKeys(second, end);
      expect(await listIds()).toEqual([
        [second.id, null],
        [first.id, end.toISOString()],
      ]);
      const third = key(advance(clock, 1_000));
      await store.replaceKeys(third, clock.now);
      expect(await listIds()).toEqual([[third.id, null]]);
    });

    test('drop the keys before at once when they are told to, and those that have ended when they are told the time', async () => {
      const { store, clock } = open();
      const key = (createdAt: Date) => ({
        id: randomUUID(),
        value: new Uint8Array(32).fill(7),
        createdAt: createdAt.toISOString(),
        endsAt: null,
      });
      const listIds = async (at: Date) => (await store.listKeys(at)).map(({ id }) => id);
      const [first, second, third] = [1, 2, 3].map(() => key(advance(clock, 1_000)));
      if (!first || !second || !third) throw new Error('unreachable');
      await store.replaceKeys(first, null);
      const end = advance(clock, 60_000);
      await store.replaceKeys(second, end);
      const before = new Date(end.getTime() - 1_000);
      await store.dropEndedKeys(before);
      expect(await listIds(before)).toEqual([second.id, first.id]);
      await store.dropEndedKeys(end);
      expect(await listIds(before)).toEqual([second.id]);
      // As if the clock where it is typed were ahead of all others.
      await store.replaceKeys({ ...third, createdAt: new Date(end.getTime() + 600_000).toISOString() }, null);
      expect(await listIds(before)).toEqual([third.id]);
    });
  });
}
