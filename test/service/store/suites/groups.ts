import { aMessage, aQuery, aSite, unchecked } from '../../../shared/store/builders';
import { makeGroup } from '../make-group';
import { advance, startOfTest, type TestStore } from '../open-test-store';

export function describeGroups(open: () => TestStore) {
  const seen = async (cloudId: string, id: string, who: string) =>
    open()
      .store.findConversation(cloudId, id, who)
      .then((found) => found ?? expect(found).not.toBeNull());

  describe('a group', () => {
    test('takes members in and puts them out in one change, by account id', async () => {
      const { store } = open();
      const cloudId = aSite();
      const id = await makeGroup(open(), { cloudId }, ['carol', 'bob']);
      expect(
        await store.changeMembers(cloudId, id, { add: ['dave', 'bob'], remove: ['carol', 'erin'] }, unchecked),
      ).toBe('changed');
      expect(await store.listMembers(cloudId, id)).toEqual(['alice', 'bob', 'dave']);
      expect(await store.findConversation(cloudId, id, 'carol')).toMatchObject({ isMember: false });
      expect(await store.findConversation(cloudId, id, 'dave')).toMatchObject({ isMember: true, isOwner: false });
      expect(await store.listMembers(aSite(), id)).toEqual([]);
    });

    test('is changed only where the rule allows it, which is asked with what is seen then', async () => {
      const { store } = open();
      const cloudId = aSite();
      const id = await makeGroup(open(), { cloudId });
      const before = await seen(cloudId, id, 'bob');
      const asked: unknown[] = [];
      const refusing = {
        callerId: 'bob',
        decide: (one: unknown) => {
          asked.push(one);
          throw new Error('no');
        },
      };
      const change = { add: ['bob'], remove: ['alice'] };
      await expect(store.changeMembers(cloudId, id, change, refusing)).rejects.toThrow('no');
      await expect(store.changeConversation(cloudId, id, { name: 'x' }, refusing)).rejects.toThrow('no');
      await expect(store.archiveGroup(cloudId, id, true, refusing)).rejects.toThrow('no');
      await expect(store.archiveGroup(aSite(), id, true, refusing)).rejects.toThrow('no');
      expect(asked).toEqual([before, before, before, null]);
      expect(await seen(cloudId, id, 'bob')).toEqual(before);
      expect(await store.listMembers(cloudId, id)).toEqual(['alice']);
    });

    test('has at most 500 members, and a change that would make it more does nothing', async () => {
      const { store } = open();
      const cloudId = aSite();
      const names = Array.from({ length: 499 }, (_, n) => `user-${n}`);
      const id = await makeGroup(open(), { cloudId }, names);
      expect(await store.changeMembers(cloudId, id, { add: ['one-more'], remove: [] }, unchecked)).toBe('too-many');
      expect(await store.changeMembers(cloudId, id, { add: ['a', 'b'], remove: ['user-1'] }, unchecked)).toBe(
        'too-many',
      );
      expect(await store.changeMembers(cloudId, id, { add: ['a'], remove: ['user-1'] }, unchecked)).toBe('changed');
      const members = await store.listMembers(cloudId, id);
      expect([members.length, members.includes('user-1')]).toEqual([500, false]);
    });

    test('has at most 500 members when many join at once', async () => {
      const { store } = open();
      const cloudId = aSite();
      const names = Array.from({ length: 496 }, (_, n) => `user-${n}`);
      const id = await makeGroup(open(), { cloudId }, names);
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          store.changeMembers(cloudId, id, { add: [`late-${n}`], remove: [] }, unchecked),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(3);
      expect(await store.listMembers(cloudId, id)).toHaveLength(500);
    });

    test('goes to whoever is in it for longest when its owner leaves', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      const id = await makeGroup(open(), { cloudId }, ['zoe']);
      advance(clock, 1000);
      await store.changeMembers(cloudId, id, { add: ['bob'], remove: [] }, unchecked);
      await store.changeMembers(cloudId, id, { add: [], remove: ['bob'] }, unchecked);
      expect(await seen(cloudId, id, 'alice')).toMatchObject({ isOwner: true });
      await store.changeMembers(cloudId, id, { add: ['bob'], remove: ['alice'] }, unchecked);
      clock.now = startOfTest;
      expect(await seen(cloudId, id, 'zoe')).toMatchObject({ isMember: true, isOwner: true });
      expect(await seen(cloudId, id, 'bob')).toMatchObject({ isMember: true, isOwner: false });
    });

    test('is archived by the last one who leaves', async () => {
      const { store } = open();
      const cloudId = aSite();
      const id = await makeGroup(open(), { cloudId }, ['bob']);
      await store.changeMembers(cloudId, id, { add: [], remove: ['alice'] }, unchecked);
      expect(await seen(cloudId, id, 'bob')).toMatchObject({ conversation: { isArchived: false }, isOwner: true });
      await store.changeMembers(cloudId, id, { add: [], remove: ['bob'] }, unchecked);
      expect(await seen(cloudId, id, 'bob')).toMatchObject({ conversation: { isArchived: true }, isMember: false });
    });

    test('changes what is given and nothing else, and says when', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      const id = await makeGroup(open(), { cloudId, name: 'Old', topic: 'About' });
      advance(clock, 5000);
      await store.changeConversation(cloudId, id, { name: 'NEW', privacy: 'public' }, unchecked);
      clock.now = startOfTest;
      const modified = '2026-11-02T09:00:05.000Z';
      expect((await seen(cloudId, id, 'alice'))?.conversation).toMatchObject({
        ...{ name: 'NEW', topic: 'About', privacy: 'public', created: startOfTest.toISOString(), modified },
      });
      expect((await store.listConversations(aQuery({ cloudId, name: 'new' }))).values).toHaveLength(1);
      await store.changeConversation(cloudId, id, { topic: '' }, unchecked);
      expect((await seen(cloudId, id, 'alice'))?.conversation).toMatchObject({ name: 'NEW', topic: '' });
    });

    test('is archived for everyone, and comes back', async () => {
      const { store } = open();
      const cloudId = aSite();
      const id = await makeGroup(open(), { cloudId }, ['bob']);
      const listed = async (includeArchived: boolean) =>
        (await store.listConversations(aQuery({ cloudId, callerId: 'bob', includeArchived }))).values.length;
      await store.archiveGroup(cloudId, id, true, unchecked);
      expect([await listed(false), await listed(true)]).toEqual([0, 1]);
      await store.archiveGroup(cloudId, id, false, unchecked);
      expect(await listed(false)).toBe(1);
    });
  });

  describe('a direct conversation', () => {
    test.each([
      ['the other end', 'bob', 'alice'],
      ['oneself', 'alice', 'bob'],
    ])('is put away for one end alone, until the next message of %s', async (_, from, to) => {
      const { store } = open();
      const cloudId = aSite();
      await store.sendDirect(aMessage({ cloudId }));
      const { id } = await store.openDirect(cloudId, 'alice', 'bob');
      const isArchived = async (who: string) => (await seen(cloudId, id, who))?.conversation.isArchived;
      await store.hideDirect(cloudId, id, 'alice', true);
      expect([await isArchived('alice'), await isArchived('bob')]).toEqual([true, false]);
      expect((await store.openDirect(cloudId, 'alice', 'bob')).isArchived).toBe(true);
      expect((await store.listConversations(aQuery({ cloudId }))).values).toEqual([]);
      await store.sendDirect(aMessage({ cloudId, from, to }));
      expect(await isArchived('alice')).toBe(false);
    });

    test('without a message can be put away and taken back, too', async () => {
      const { store } = open();
      const cloudId = aSite();
      const { id } = await store.openDirect(cloudId, 'alice', 'bob');
      await store.hideDirect(cloudId, id, 'alice', true);
      expect((await seen(cloudId, id, 'alice'))?.conversation.isArchived).toBe(true);
      await store.hideDirect(cloudId, id, 'alice', false);
      expect((await seen(cloudId, id, 'alice'))?.conversation.isArchived).toBe(false);
    });

    test('is not changed by what is for groups', async () => {
      const { store } = open();
      const cloudId = aSite();
      const before = await store.openDirect(cloudId, 'alice', 'bob');
      await store.archiveGroup(cloudId, before.id, true, unchecked);
      await store.changeConversation(cloudId, before.id, { name: 'x' }, unchecked);
      expect((await seen(cloudId, before.id, 'alice'))?.conversation).toEqual(before);
    });
  });
}
