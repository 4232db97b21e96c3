import { aGroup, aMessage, aSite } from '../../../shared/store/builders';
import { startOfTest, type TestStore } from '../open-test-store';

export function describeConversations(open: () => TestStore) {
  describe('a conversation', () => {
    test('between two is the same one for any number of concurrent calls from either end', async () => {
      const { store } = open();
      const cloudId = aSite();
      const opened = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          n % 2 ? store.openDirect(cloudId, 'alice', 'bob') : store.openDirect(cloudId, 'bob', 'alice'),
        ),
      );
      expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
      const time = startOfTest.toISOString();
      const id = opened[0]?.id;
      expect(opened[0]).toEqual({
        ...{ cloudId, id, name: '', topic: '', type: 'direct', privacy: 'private', avatarUrl: '' },
        ...{ isArchived: false, created: time, modified: time, user: { id: 'alice' } },
        _links: { self: `/site/${cloudId}/conversation/${id}` },
      });
      expect(opened[1]?.user).toEqual({ id: 'bob' });
    });

    test('opened before its first message is the one that the message goes to', async () => {
      const { store } = open();
      const cloudId = aSite();
      const { id } = await store.openDirect(cloudId, 'alice', 'bob');
      const made = await store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'alice' }));
      if (made.outcome !== 'created') throw new Error(made.outcome);
      const found = await store.findDirectMessage(cloudId, 'alice', 'bob', made.value.id);
      expect(found?.conversationId).toBe(id);
    });

    test('of a group says who owns it, and is not found from another site', async () => {
      const { store } = open();
      const cloudId = aSite();
      const made = await store.createGroup(aGroup({ cloudId, name: 'Release\u0000', topic: 'Go', privacy: 'public' }));
      if (made.outcome !== 'created') throw new Error(made.outcome);
      const { id } = made.value;
      const expected = { id, name: 'Release\uFFFD', topic: 'Go', type: 'group', privacy: 'public', isArchived: false };
      expect(made.value).toMatchObject(expected);
      expect(made.value).not.toHaveProperty('user');
      expect(await store.findConversation(cloudId, id, 'alice')).toEqual({
        conversation: made.value,
        isMember: true,
        isOwner: true,
        readsAfterId: null,
      });
      expect(await store.findConversation(cloudId, id, 'bob')).toMatchObject({ isMember: false, isOwner: false });
      expect(await store.findConversation(aSite(), id, 'alice')).toBeNull();
      expect(await store.findConversation(cloudId, aSite(), 'alice')).toBeNull();
    });

    test('keeps to its site when the same two people speak in another', async () => {
      const { store } = open();
      const [here, there] = [aSite(), aSite()];
      await store.sendDirect(aMessage({ cloudId: here, text: 'Here' }));
      const one = await store.openDirect(here, 'alice', 'bob');
      const other = await store.openDirect(there, 'alice', 'bob');
      expect(other.id).not.toBe(one.id);
      expect(
        await store.readDirect(there, 'alice', 'bob', { limit: 5, position: { kind: 'latest' }, issueId: null }),
      ).toEqual({ values: [], before: null, after: null });
    });
  });
}
