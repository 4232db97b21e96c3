import { aMessage, aMessageInto, aQuery, aSite, scopeOf, unchecked } from '../../../shared/store/builders';
import { makeGroup } from '../make-group';
import type { TestStore } from '../open-test-store';

export function describeUnread(open: () => TestStore) {
  const listed = async (cloudId: string, callerId: string, parts: object = {}) => {
    const query = aQuery({ cloudId, callerId, expandActivity: true, ...parts });
    return (await open().store.listConversations(query)).values;
  };
  const unread = async (cloudId: string, callerId: string) => (await listed(cloudId, callerId))[0]?.unreadCount;

  async function send(cloudId: string, from: string, to: string, times = 1) {
    const ids: string[] = [];
    for (let n = 0; n < times; n += 1) {
      const made = await open().store.sendDirect(aMessage({ cloudId, from, to }));
      if (made.outcome === 'created') ids.push(made.value.id);
    }
    const { id } = await open().store.openDirect(cloudId, from, to);
    return { id, ids };
  }

  describe('what is unread', () => {
    test("is others' messages after one's marker, which moves forward only", async () => {
      const { store } = open();
      const cloudId = aSite();
      const { id, ids } = await send(cloudId, 'bob', 'alice', 3);
      expect([await unread(cloudId, 'alice'), await unread(cloudId, 'bob')]).toEqual([3, 0]);
      expect(await store.markRead(scopeOf(cloudId, id, 'alice'), ids[1] ?? '')).toBe(true);
      expect(await unread(cloudId, 'alice')).toBe(1);
      expect(await store.markRead(scopeOf(cloudId, id, 'alice'), ids[0] ?? '')).toBe(true);
      expect(await unread(cloudId, 'alice')).toBe(1);
      expect(await store.markRead(scopeOf(cloudId, id, 'alice'), ids[2] ?? '')).toBe(true);
      expect(await unread(cloudId, 'alice')).toBe(0);
    });

    test('is not touched by a message of another conversation or another site', async () => {
      const { store } = open();
      const cloudId = aSite();
      const { id, ids } = await send(cloudId, 'bob', 'alice');
      const other = await send(cloudId, 'carol', 'dave');
      expect(await store.markRead(scopeOf(cloudId, id, 'alice'), other.ids[0] ?? '')).toBe(false);
      expect(await store.markRead(scopeOf(aSite(), id, 'alice'), ids[0] ?? '')).toBe(false);
      expect(await unread(cloudId, 'alice')).toBe(1);
    });

    test("does not count what was deleted or is one's own, and an edit changes nothing", async () => {
      const { store } = open();
      const cloudId = aSite();
      const { id, ids } = await send(cloudId, 'bob', 'alice', 2);
      await store.markRead(scopeOf(cloudId, id, 'alice'), ids[0] ?? '');
      const { body } = aMessage({ cloudId });
      await store.replaceMessage({ cloudId, conversationId: id, id: ids[0] ?? '', body, text: 'Edited' }, unchecked);
      await send(cloudId, 'alice', 'bob');
      expect(await unread(cloudId, 'alice')).toBe(1);
      await store.eraseMessage({ cloudId, conversationId: id, id: ids[1] ?? '' }, unchecked);
      expect(await unread(cloudId, 'alice')).toBe(0);
    });

    test('is counted to 100', async () => {
      const cloudId = aSite();
      await send(cloudId, 'bob', 'alice', 99);
      expect(await unread(cloudId, 'alice')).toBe(99);
      await send(cloudId, 'bob', 'alice', 3);
      expect(await unread(cloudId, 'alice')).toBe(100);
    });

    test('begins with joining', async () => {
      const { store } = open();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId, privacy: 'public' });
      const say = () => store.sendToConversation(aMessageInto({ cloudId, conversationId }));
      await say();
      expect(await listed(cloudId, 'bob')).toMatchObject([{ unreadCount: 0 }]);
      await store.changeMembers(cloudId, conversationId, { add: ['bob'], remove: [] }, unchecked);
      expect(await unread(cloudId, 'bob')).toBe(0);
      await say();
      expect(await unread(cloudId, 'bob')).toBe(1);
    });

    test('is what a list can be asked for', async () => {
      const { store } = open();
      const cloudId = aSite();
      const { id, ids } = await send(cloudId, 'bob', 'alice');
      await send(cloudId, 'alice', 'carol');
      await makeGroup(open(), { cloudId, ownerId: 'bob', privacy: 'public' });
      const ends = async () => (await listed(cloudId, 'alice', { unreadOnly: true })).map(({ user }) => user?.id);
      expect(await ends()).toEqual(['bob']);
      await store.markRead(scopeOf(cloudId, id, 'alice'), ids[0] ?? '');
      expect(await ends()).toEqual([]);
    });
  });

  describe('how far others have read', () => {
    test('is shown for those who marked it and show it, the furthest first', async () => {
      const { store } = open();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId }, ['bob', 'carol', 'dave', 'erin']);
      const ids: string[] = [];
      for (let n = 0; n < 2; n += 1) {
        const made = await store.sendToConversation(aMessageInto({ cloudId, conversationId }));
        if (made.outcome === 'created') ids.push(made.value.id);
      }
      await store.markRead(scopeOf(cloudId, conversationId, 'bob'), ids[0] ?? '');
      await store.markRead(scopeOf(cloudId, conversationId, 'carol'), ids[1] ?? '');
      await store.markRead(scopeOf(cloudId, conversationId, 'dave'), ids[1] ?? '');
      const notices = { person: true, rule: true, client: true };
      await store.setPreference(cloudId, 'dave', { receipts: false, notices });
      await store.setPreference(cloudId, 'bob', { receipts: true, notices });
      const readBy = async (who: string) => (await listed(cloudId, who))[0]?.readBy;
      const bob = { userId: 'bob', messageId: ids[0] };
      const carol = { userId: 'carol', messageId: ids[1] };
      expect(await readBy('alice')).toEqual([carol, bob]);
      expect(await readBy('bob')).toEqual([carol]);
      const [bare] = await listed(cloudId, 'alice', { expandActivity: false });
      expect(bare).not.toHaveProperty('readBy');
      expect(bare).not.toHaveProperty('unreadCount');
    });
  });
}
