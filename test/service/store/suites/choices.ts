import type { ChangePermit } from '../../../../src/service/conversation/conversation-store';
import { aClaim, aGroup, aMessage, aQuery, aSite, aWindow, unchecked, whole } from '../../../shared/store/builders';
import { startOfTest, type TestStore } from '../open-test-store';

const firstPage = { limit: 75, after: null };

/** A change that a block keeps from being made. */
const unbarred: ChangePermit = {
  callerId: 'bob',
  decide: (_seen, message) => {
    if (message?.isBarred) throw new Error('barred');
  },
};

export function describeChoices(open: () => TestStore) {
  describe('what people choose', () => {
    // Other suites move the one clock of the store.
    beforeEach(() => {
      open().clock.now = startOfTest;
    });
    describe('a preference', () => {
      test('is nothing until it is set, and then the whole of what was set last, in one site', async () => {
        const { store } = open();
        const cloudId = aSite();
        const quiet = { receipts: false, notices: { person: true, rule: false, client: false } };
        expect(await store.findPreference(cloudId, 'alice')).toBeNull();
        await store.setPreference(cloudId, 'alice', { ...quiet, receipts: true });
        await store.setPreference(cloudId, 'alice', quiet);
        expect(await store.findPreference(cloudId, 'alice')).toEqual({
          ...{ ...quiet, mentionsPassMute: true, enterSends: false, quiet: null, away: null },
        });
        expect(await store.findPreference(cloudId, 'bob')).toBeNull();
        expect(await store.findPreference(aSite(), 'alice')).toBeNull();
      });
    });

    describe('a block', () => {
      test('is listed to who made it alone, in pages by account id, and again is nothing new', async () => {
        const { store } = open();
        const cloudId = aSite();
        for (const id of ['dan', 'bob', 'carol', 'bob']) await store.block(cloudId, 'alice', id);
        const blocked = startOfTest.toISOString();
        const first = await store.listBlocks(cloudId, 'alice', { limit: 2, after: null });
        expect(first.values).toEqual([
          { id: 'bob', blocked },
          { id: 'carol', blocked },
        ]);
        const last = await store.listBlocks(cloudId, 'alice', { limit: 2, after: first.next });
        expect(last).toEqual({ values: [{ id: 'dan', blocked }], next: null });
        await store.unblock(cloudId, 'alice', 'bob');
        await store.unblock(cloudId, 'alice', 'bob');
        expect((await store.listBlocks(cloudId, 'alice', firstPage)).values.map(({ id }) => id)).toEqual([
          'carol',
          'dan',
        ]);
        expect(await store.listBlocks(cloudId, 'bob', firstPage)).toEqual({ values: [], next: null });
      });

      test('is one of at most a thousand of a person, also of those who ask at once; who is blocked stays so', async () => {
        const { store } = open();
        const cloudId = aSite();
        const block = (n: number) => store.block(cloudId, 'alice', `person-${n}`);
        for (let n = 0; n < 995; n += 1) await block(n);
        const last = await Promise.all(Array.from({ length: 10 }, (_, n) => block(995 + n)));
        expect(last.filter((outcome) => outcome === 'blocked')).toHaveLength(5);
        expect(await block(0)).toBe('blocked');
        expect(await block(2_000)).toBe('too-many');
        expect(await store.block(cloudId, 'bob', 'person-2000')).toBe('blocked');
        await store.unblock(cloudId, 'alice', 'person-0');
        expect(await block(2_000)).toBe('blocked');
      });

      test('keeps direct messages of the one blocked out, one way and in one site, until it is lifted', async () => {
        const { store } = open();
        const cloudId = aSite();
        const fromBob = aMessage({ cloudId, from: 'bob', to: 'alice' });
        await store.sendDirect(fromBob);
        await store.block(cloudId, 'alice', 'bob');
        expect(await store.sendDirect(fromBob)).toMatchObject({ outcome: 'blocked' });
        expect(await store.sendDirect(aMessage({ cloudId }))).toMatchObject({ outcome: 'created' });
        expect(await store.sendDirect({ ...fromBob, cloudId: aSite() })).toMatchObject({ outcome: 'created' });
        expect(await store.sendDirect({ ...fromBob, recipientId: 'carol' })).toMatchObject({ outcome: 'created' });
        expect((await store.readDirect(cloudId, 'bob', 'alice', aWindow())).values).toHaveLength(2);
        await store.unblock(cloudId, 'alice', 'bob');
        expect(await store.sendDirect(fromBob)).toMatchObject({ outcome: 'created' });
      });

      test('holds as well for a send by the id of the direct conversation', async () => {
        const { store } = open();
        const cloudId = aSite();
        const { id: conversationId } = await store.openDirect(cloudId, 'alice', 'bob');
        const { recipientId: _, ...fromBob } = aMessage({ cloudId, from: 'bob', to: 'alice' });
        await store.block(cloudId, 'alice', 'bob');
        expect(await store.sendToConversation({ ...fromBob, conversationId })).toMatchObject({ outcome: 'blocked' });
        const fromAlice = { ...fromBob, conversationId, sender: { id: 'alice', kind: 'user' } as const };
        expect(await store.sendToConversation(fromAlice)).toMatchObject({ outcome: 'created' });
      });

      test('holds in a group of the two alone, and not where others are in it', async () => {
        const { store } = open();
        const cloudId = aSite();
        const group = await store.createGroup(aGroup({ cloudId, ownerId: 'bob' }));
        if (group.outcome !== 'created') throw new Error(group.outcome);
        const conversationId = group.value.id;
        await store.changeMembers(cloudId, conversationId, { add: ['alice'], remove: [] }, unchecked);
        const { recipientId: _, ...message } = aMessage({ cloudId, from: 'bob' });
        const fromBob = { ...message, conversationId };
        const sent = await store.sendToConversation(fromBob);
        await store.block(cloudId, 'alice', 'bob');
        expect(await store.sendToConversation(fromBob)).toMatchObject({ outcome: 'blocked' });
        const fromAlice = { ...fromBob, sender: { id: 'alice', kind: 'user' } as const };
        expect(await store.sendToConversation(fromAlice)).toMatchObject({ outcome: 'created' });
        const edit = async () =>
          sent.outcome === 'created' &&
          store.replaceMessage({ ...fromBob, id: sent.value.id, text: 'Edited' }, unbarred);
        await expect(edit()).rejects.toThrow('barred');
        await store.changeMembers(cloudId, conversationId, { add: ['carol'], remove: [] }, unchecked);
        expect(await store.sendToConversation(fromBob)).toMatchObject({ outcome: 'created' });
        expect(await edit()).toBe(true);
      });

      test('keeps whoever was blocked from adding the one who did so, alone or among others', async () => {
        const { store } = open();
        const cloudId = aSite();
        const group = await store.createGroup(aGroup({ cloudId, ownerId: 'bob' }));
        if (group.outcome !== 'created') throw new Error(group.outcome);
        const add = (callerId: string, ids: readonly string[]) =>
          store.changeMembers(cloudId, group.value.id, { add: ids, remove: [] }, { callerId, decide: () => {} });
        await store.block(cloudId, 'alice', 'bob');
        expect(await add('bob', ['alice', 'carol'])).toEqual({ barred: ['alice'] });
        expect(await store.listMembers(cloudId, group.value.id)).toEqual(['bob']);
        expect(await add('carol', ['alice'])).toBe('changed');
        // Who is in already stays as they are.
        expect(await add('bob', ['alice', 'carol'])).toBe('changed');
      });

      test('keeps an edit of what was sent before from going through, also by a rule of the one blocked', async () => {
        const { store } = open();
        const cloudId = aSite();
        const sender = { id: 'app:1', kind: 'app' } as const;
        const origin = { kind: 'rule', label: 'Due', account: 'bob' } as const;
        const sent = [
          await store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'alice' })),
          await store.sendDirect({ ...aMessage({ cloudId, to: 'alice', origin }), sender }),
        ];
        await store.block(cloudId, 'alice', 'bob');
        const ids = sent.map((one) => (one.outcome === 'created' ? one.value.id : ''));
        for (const [n, other] of ['bob', 'app:1'].entries()) {
          const { id: conversationId } = await store.openDirect(cloudId, 'alice', other);
          const { body } = aMessage({ cloudId });
          const edit = { cloudId, conversationId, id: ids[n] ?? '', body, text: 'Edited' };
          await expect(store.replaceMessage(edit, unbarred)).rejects.toThrow('barred');
          expect((await store.readConversation(whole(cloudId, conversationId), aWindow())).values).toMatchObject([
            { text: 'Hello', editedAt: null },
          ]);
          expect(await store.eraseMessage(edit, unchecked)).toBe(true);
        }
      });

      test('does not use up an idempotency key, and what was sent under one before is answered again', async () => {
        const { store } = open();
        const cloudId = aSite();
        const before = aMessage({ cloudId, from: 'bob', to: 'alice', claim: aClaim('before') });
        const during = { ...before, claim: aClaim('during') };
        const sent = await store.sendDirect(before);
        if (sent.outcome !== 'created') throw new Error(sent.outcome);
        await store.block(cloudId, 'alice', 'bob');
        expect(await store.sendDirect(before)).toMatchObject({ outcome: 'replayed', value: sent.value });
        expect(await store.sendDirect({ ...before, claim: aClaim('before', 'other') })).toMatchObject({
          outcome: 'mismatch',
        });
        expect(await store.sendDirect(during)).toMatchObject({ outcome: 'blocked' });
        await store.unblock(cloudId, 'alice', 'bob');
        expect(await store.sendDirect(during)).toMatchObject({ outcome: 'created' });
      });

      test('keeps a new conversation out of the list of who made it, and leaves an old one open to read', async () => {
        const { store } = open();
        const cloudId = aSite();
        await store.block(cloudId, 'alice', 'bob');
        await expect(store.openDirect(cloudId, 'bob', 'alice')).rejects.toMatchObject({ code: 'blocked' });
        expect((await store.listConversations(aQuery({ cloudId }))).values).toEqual([]);
        const { id } = await store.openDirect(cloudId, 'alice', 'bob');
        expect(await store.openDirect(cloudId, 'bob', 'alice')).toMatchObject({ id });
      });
    });

    describe('a mute', () => {
      test('is each member’s own, and not for who is no member', async () => {
        const { store } = open();
        const cloudId = aSite();
        const { id } = await store.openDirect(cloudId, 'alice', 'bob');
        await store.sendDirect(aMessage({ cloudId }));
        await store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'alice' }));
        const told = async () =>
          (await store.listUnread(cloudId, { ...firstPage, since: null })).values.map(({ user }) => user.id);
        expect(await told()).toEqual(['alice', 'bob']);
        expect(await store.setMuted(cloudId, id, 'bob', true)).toBe(true);
        expect(await told()).toEqual(['alice']);
        expect(await store.setMuted(cloudId, id, 'bob', false)).toBe(true);
        expect(await told()).toEqual(['alice', 'bob']);
        expect(await store.setMuted(cloudId, id, 'carol', true)).toBe(false);
        expect(await store.setMuted(aSite(), id, 'bob', true)).toBe(false);
      });
    });
  });
}
