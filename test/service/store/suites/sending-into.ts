import {
  aClaim,
  aMessage,
  aMessageInto,
  aQuery,
  aSite,
  aWindow,
  unchecked,
  whole,
} from '../../../shared/store/builders';
import { makeGroup } from '../make-group';
import { advance, startOfTest, type TestStore } from '../open-test-store';

const issue = { id: '10001', key: 'SHOP-1' };

export function describeSendingInto(open: () => TestStore) {
  const textsOf = async (cloudId: string, id: string, parts: Parameters<typeof aWindow>[0] = {}) =>
    (await open().store.readConversation(whole(cloudId, id), aWindow(parts))).values.map(({ text }) => text);

  describe('sending into a conversation', () => {
    test('puts a message of a member into a group, with all its parts', async () => {
      const { store } = open();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId }, ['bob']);
      const origin = { kind: 'rule', label: 'Triage' } as const;
      const made = await store.sendToConversation(
        aMessageInto({ cloudId, conversationId, from: 'bob', issue, origin }),
      );
      if (made.outcome !== 'created') throw new Error(made.outcome);
      expect(await store.findMessage(whole(cloudId, conversationId), made.value.id)).toMatchObject({
        ...{ id: made.value.id, conversationId, text: 'Hello', sender: { id: 'bob', kind: 'user' }, issue, origin },
      });
      expect(await store.findMessage(whole(cloudId, aSite()), made.value.id)).toBeNull();
      expect(await store.findMessage(whole(aSite(), conversationId), made.value.id)).toBeNull();
    });

    test('reaches a direct conversation by its id, in order with what was sent by account', async () => {
      const { store } = open();
      const cloudId = aSite();
      await store.sendDirect(aMessage({ cloudId, text: '1' }));
      const { id: conversationId } = await store.openDirect(cloudId, 'alice', 'bob');
      await store.sendToConversation(aMessageInto({ cloudId, conversationId, from: 'bob', text: '2' }));
      await store.sendDirect(aMessage({ cloudId, text: '3' }));
      expect(await textsOf(cloudId, conversationId)).toEqual(['1', '2', '3']);
    });

    test('is refused to who is not a member, to an archived group and to one that is not there', async () => {
      const { store } = open();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId, privacy: 'public' }, ['bob']);
      const send = async (parts: object) =>
        (await store.sendToConversation(aMessageInto({ cloudId, conversationId, ...parts }))).outcome;
      expect(await send({ from: 'carol' })).toBe('refused');
      expect(await send({ conversationId: aSite() })).toBe('refused');
      expect(await send({ cloudId: aSite() })).toBe('refused');
      await store.archiveGroup(cloudId, conversationId, true, unchecked);
      expect(await send({ claim: aClaim() })).toBe('refused');
      await store.archiveGroup(cloudId, conversationId, false, unchecked);
      expect(await send({ claim: aClaim() })).toBe('created');
      expect(await textsOf(cloudId, conversationId)).toHaveLength(1);
    });

    test('sends once under a key, answers the same id afterwards, and refuses the key for another thing', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId });
      advance(clock, 5000);
      await store.sendToConversation(aMessageInto({ cloudId, conversationId, text: '1' }));
      clock.now = startOfTest;
      const message = aMessageInto({ cloudId, conversationId, text: '2', claim: aClaim() });
      const first = await store.sendToConversation(message);
      const again = await store.sendToConversation(message);
      const other = await store.sendToConversation({ ...message, claim: aClaim('key-1', 'another') });
      if (first.outcome !== 'created') throw new Error(first.outcome);
      expect(again).toMatchObject({ outcome: 'replayed', value: first.value });
      expect(other.outcome).toBe('mismatch');
      await store.archiveGroup(cloudId, conversationId, true, unchecked);
      expect(await store.sendToConversation(message)).toMatchObject({ outcome: 'replayed', value: first.value });
      expect(await textsOf(cloudId, conversationId)).toEqual(['1', '2']);
    });

    test('gives ids in the order of commits, whatever the clock of the next sender says', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId });
      const ids: string[] = [];
      for (const skew of [0, -5_000, 5_000, -5_000]) {
        clock.now = new Date(startOfTest.getTime() + skew);
        const made = await store.sendToConversation(aMessageInto({ cloudId, conversationId }));
        if (made.outcome === 'created') ids.push(made.value.id);
      }
      clock.now = startOfTest;
      expect(ids).toEqual([...new Set(ids)].sort());
      expect(ids).toHaveLength(4);
    });

    test('fifty at once are fifty messages, and fifty under one key are one', async () => {
      const { store } = open();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId });
      const fifty = <T>(make: (n: number) => T) => Promise.all(Array.from({ length: 50 }, (_, n) => make(n)));
      await fifty((n) => store.sendToConversation(aMessageInto({ cloudId, conversationId, text: `${n}` })));
      const once = aMessageInto({ cloudId, conversationId, text: 'once', claim: aClaim() });
      const answers = await fifty(() => store.sendToConversation(once));
      expect(answers.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
      const texts = await textsOf(cloudId, conversationId);
      expect([texts.length, new Set(texts).size]).toEqual([51, 51]);
    });
  });

  describe('joining by sending', () => {
    const join = () => 'join' as const;

    test('makes a member who begins behind what was said before, and a message, in one', async () => {
      const { store } = open();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId, privacy: 'public' });
      await store.sendToConversation(aMessageInto({ cloudId, conversationId, text: '1' }));
      const message = aMessageInto({ cloudId, conversationId, from: 'carol', text: '2', claim: aClaim() });
      expect(await store.joinAndSend(message, join)).toMatchObject({ outcome: 'created' });
      expect(await store.joinAndSend(message, () => 'send')).toMatchObject({ outcome: 'replayed' });
      expect(await store.listMembers(cloudId, conversationId)).toEqual(['alice', 'carol']);
      expect(await textsOf(cloudId, conversationId)).toEqual(['1', '2']);
      const listing = aQuery({ cloudId, callerId: 'carol', expandActivity: true });
      expect((await store.listConversations(listing)).values).toMatchObject([{ unreadCount: 0 }]);
    });

    test('asks the rule with what is seen then, and leaves nothing of what it throws at', async () => {
      const { store } = open();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId, privacy: 'public' });
      const message = aMessageInto({ cloudId, conversationId, from: 'carol', claim: aClaim() });
      const seen: unknown[] = [];
      const refuse = (one: unknown) => {
        seen.push(one);
        throw new Error('no');
      };
      await expect(store.joinAndSend(message, refuse)).rejects.toThrow('no');
      await expect(store.joinAndSend({ ...message, conversationId: aSite() }, refuse)).rejects.toThrow('no');
      expect(seen).toEqual([expect.objectContaining({ isMember: false }), null]);
      expect(await store.listMembers(cloudId, conversationId)).toEqual(['alice']);
      expect(await store.joinAndSend(message, join)).toMatchObject({ outcome: 'created' });
    });

    test('joins nobody where nothing is sent: the group is full, or the key stands for another thing', async () => {
      const { store } = open();
      const cloudId = aSite();
      const names = Array.from({ length: 499 }, (_, n) => `user-${n}`);
      const full = await makeGroup(open(), { cloudId, privacy: 'public' }, names);
      expect(await store.joinAndSend(aMessageInto({ cloudId, conversationId: full, from: 'carol' }), join)).toBe(
        'too-many',
      );
      const other = await makeGroup(open(), { cloudId, privacy: 'public' });
      await store.sendDirect(aMessage({ cloudId, from: 'carol', claim: aClaim('k', 'one') }));
      const message = aMessageInto({ cloudId, conversationId: other, from: 'carol', claim: aClaim('k', 'two') });
      expect(await store.joinAndSend(message, join)).toEqual({ outcome: 'mismatch' });
      for (const id of [full, other]) {
        expect(await store.findConversation(cloudId, id, 'carol')).toMatchObject({ isMember: false });
      }
    });
  });

  describe('reading a conversation by its id', () => {
    test('gives a page, and one of an issue, as a direct one does', async () => {
      const { store } = open();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId });
      for (let n = 0; n < 5; n += 1) {
        await store.sendToConversation(
          aMessageInto({ cloudId, conversationId, text: `${n}`, issue: n % 2 ? issue : null }),
        );
      }
      const { values, before, after } = await store.readConversation(
        whole(cloudId, conversationId),
        aWindow({ limit: 2 }),
      );
      expect([values.map(({ text }) => text), before, after]).toEqual([['3', '4'], values[0]?.id, null]);
      const position = { kind: 'beforeMessage', id: before ?? '' } as const;
      expect(await textsOf(cloudId, conversationId, { limit: 2, position })).toEqual(['1', '2']);
      expect(await textsOf(cloudId, conversationId, { issueId: issue.id })).toEqual(['1', '3']);
      expect(await textsOf(aSite(), conversationId)).toEqual([]);
    });

    test('gives a message with those around it, and where to go on', async () => {
      const { store } = open();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId });
      for (let n = 0; n < 6; n += 1)
        await store.sendToConversation(aMessageInto({ cloudId, conversationId, text: `${n}` }));
      const all = (await store.readConversation(whole(cloudId, conversationId), aWindow())).values;
      const ids = all.map(({ id }) => id);
      const around = async (n: number, before: number, after: number) => {
        const list = await store.readAround(whole(cloudId, conversationId), ids[n] ?? '', { before, after });
        return [list?.values.map(({ text }) => text).join(''), list?.before ?? null, list?.after ?? null];
      };
      expect(await around(2, 1, 2)).toEqual(['1234', ids[1], ids[4]]);
      expect(await around(2, 0, 0)).toEqual(['2', ids[2], ids[2]]);
      expect(await around(2, 2, 75)).toEqual(['012345', null, null]);
      expect(await around(0, 5, 0)).toEqual(['0', null, ids[0]]);
      expect(await store.readAround(whole(cloudId, conversationId), aSite(), { before: 1, after: 1 })).toBeNull();
      expect(await store.readAround(whole(cloudId, aSite()), ids[0] ?? '', { before: 1, after: 1 })).toBeNull();
    });
  });
}
