import { decideOpen, decideSee } from '../../../../src/service/conversation/access';
import type { SeenConversation } from '../../../../src/service/conversation/conversation-store';
import {
  aMessage,
  aMessageInto,
  aQuery,
  aSearch,
  aSite,
  aWindow,
  scopeOf,
  unchecked,
} from '../../../shared/store/builders';
import { makeGroup } from '../make-group';
import { advance, startOfTest, type TestStore } from '../open-test-store';

const issue = { id: '10001', key: 'SHOP-1' };

export function describeAudience(open: () => TestStore) {
  /** A private group of alice's and bob's with one message, which is made public after it, and one more. */
  async function openScene() {
    const { store } = open();
    const cloudId = aSite();
    const conversationId = await makeGroup(open(), { cloudId }, ['bob']);
    const say = async (text: string, from = 'alice') => {
      const made = await store.sendToConversation(aMessageInto({ cloudId, conversationId, from, text, issue }));
      if (made.outcome !== 'created') throw new Error(made.outcome);
      return made.value.id;
    };
    const secret = await say('Secret words');
    const becomes = await store.changeConversation(cloudId, conversationId, { privacy: 'public' }, unchecked);
    const later = await say('Open words');
    return { cloudId, conversationId, say, secret, becomes, later };
  }

  async function seenBy(cloudId: string, conversationId: string, id: string) {
    const { store } = open();
    const actor = { kind: 'user', id, label: null } as const;
    const conversation = decideOpen(actor, await store.findConversation(cloudId, conversationId, id));
    const { values } = await store.readConversation(conversation, aWindow());
    return { conversation, texts: values.map(({ text, notice }) => notice?.what ?? text) };
  }

  describe('the audience of a group', () => {
    test('who is not in a group that was made public meets only what is later, wherever they look', async () => {
      const { store } = open();
      const { cloudId, conversationId, secret, becomes, later } = await openScene();
      expect(becomes).toMatchObject({ privacy: 'public', publicFrom: secret });
      const { conversation, texts } = await seenBy(cloudId, conversationId, 'carol');
      expect(texts).toEqual(['made-public', 'Open words']);
      for (const id of ['alice', 'bob']) {
        expect((await seenBy(cloudId, conversationId, id)).texts).toEqual([
          'Secret words',
          'made-public',
          'Open words',
        ]);
      }
      const from = (kind: 'afterMessage' | 'beforeMessage', id: string) =>
        store.readConversation(conversation, aWindow({ position: { kind, id } }));
      expect((await from('afterMessage', '00000000-0000-7000-8000-000000000000')).values).toHaveLength(2);
      expect(await from('beforeMessage', secret)).toMatchObject({ values: [] });
      expect(await from('beforeMessage', later)).toMatchObject({
        values: [{}],
        before: null,
        after: expect.any(String),
      });
      expect(await store.findMessage(conversation, secret)).toBeNull();
      expect(await store.readAround(conversation, secret, { before: 5, after: 5 })).toBeNull();
      const around = await store.readAround(conversation, later, { before: 5, after: 5 });
      expect(around).toMatchObject({ before: null, values: [{ notice: {} }, { id: later }] });
      const found = async (callerId: string) =>
        (await store.searchMessages(aSearch({ cloudId, callerId, words: ['words'] }))).values.map(({ text }) => text);
      expect([await found('carol'), await found('bob')]).toEqual([['Open words'], ['Open words', 'Secret words']]);
      const listed = async (callerId: string) => {
        const query = aQuery({ cloudId, callerId, issueId: issue.id, expandActivity: true, messagesOfIssue: 20 });
        return (await store.listConversations(query)).values[0]?.messages?.values.map(({ text }) => text);
      };
      expect([await listed('carol'), await listed('bob')]).toEqual([['Open words'], ['Secret words', 'Open words']]);
    });

    test('nothing about an issue, and no last message, is listed of what is not open', async () => {
      const { store } = open();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId });
      await store.sendToConversation(aMessageInto({ cloudId, conversationId, issue }));
      await store.changeConversation(cloudId, conversationId, { privacy: 'public' }, unchecked);
      const query = { cloudId, callerId: 'carol', expandActivity: true };
      expect((await store.listConversations(aQuery({ ...query, issueId: issue.id }))).values).toEqual([]);
      expect(
        (await store.listConversations(aQuery({ ...query, issueId: issue.id, callerId: 'alice' }))).values,
      ).toHaveLength(1);
      expect((await store.listConversations(aQuery(query))).values).toMatchObject([{ lastMessage: { notice: {} } }]);
    });

    test('who joins by themselves goes on like that, and whom the owner adds sees all, or what is later', async () => {
      const { store } = open();
      const { cloudId, conversationId, secret, say } = await openScene();
      await store.joinAndSend(aMessageInto({ cloudId, conversationId, from: 'carol', text: 'Hello' }), () => 'join');
      expect((await seenBy(cloudId, conversationId, 'carol')).texts).toEqual(['made-public', 'Open words', 'Hello']);
      await store.changeConversation(cloudId, conversationId, { privacy: 'private' }, unchecked);
      expect((await seenBy(cloudId, conversationId, 'carol')).texts).toEqual(['made-public', 'Open words', 'Hello']);
      expect(await store.markRead(scopeOf(cloudId, conversationId, 'carol'), secret)).toBe(false);
      expect(await store.markUnread(scopeOf(cloudId, conversationId, 'carol'), secret)).toBe(false);
      await store.changeMembers(cloudId, conversationId, { add: ['dave'], remove: [] }, unchecked);
      expect((await seenBy(cloudId, conversationId, 'dave')).texts).toHaveLength(4);
      await store.changeMembers(cloudId, conversationId, { add: ['erin'], remove: [], isFromNow: true }, unchecked);
      expect((await seenBy(cloudId, conversationId, 'erin')).texts).toEqual([]);
      await say('Last');
      expect((await seenBy(cloudId, conversationId, 'erin')).texts).toEqual(['Last']);
    });

    test('what was written while it was private again is not open when it is made public again', async () => {
      const { store } = open();
      const { cloudId, conversationId, say } = await openScene();
      await store.changeConversation(cloudId, conversationId, { privacy: 'private' }, unchecked);
      await say('Secret again');
      await store.changeConversation(cloudId, conversationId, { privacy: 'public' }, unchecked);
      expect((await seenBy(cloudId, conversationId, 'carol')).texts).toEqual(['made-public']);
      const search = aSearch({ cloudId, callerId: 'carol', words: ['e'] });
      expect((await store.searchMessages(search)).values).toMatchObject([{ notice: { what: 'made-public' } }]);
      // Nothing becomes of what is so already.
      await store.changeConversation(cloudId, conversationId, { privacy: 'public', topic: 'Same' }, unchecked);
      expect((await seenBy(cloudId, conversationId, 'carol')).texts).toEqual(['made-public']);
    });

    test('a change of the audience and an owner who follows on are told in the group, unread to nobody, and audited', async () => {
      const { store, clock } = open();
      const { cloudId, conversationId, secret } = await openScene();
      // Records of one millisecond have no order.
      advance(clock, 1000);
      await store.changeMembers(cloudId, conversationId, { add: [], remove: ['alice'] }, unchecked);
      clock.now = startOfTest;
      const { conversation } = await seenBy(cloudId, conversationId, 'bob');
      const notices = (await store.readConversation(conversation, aWindow())).values.filter(({ notice }) => notice);
      expect(notices).toMatchObject([
        { notice: { what: 'made-public', by: 'alice' }, sender: { id: 'service', kind: 'app' }, origin: null },
        { notice: { what: 'owner', by: 'bob' }, text: expect.stringMatching(/^The owner left/), body: { type: 'doc' } },
      ]);
      const [row] = (await store.listConversations(aQuery({ cloudId, callerId: 'bob', expandActivity: true }))).values;
      expect(row).toMatchObject({ unreadCount: 2, lastMessage: { notice: { what: 'owner' } } });
      const told = (await store.listUnread(cloudId, { limit: 75, after: null, since: null })).values;
      expect(told.map(({ first }) => first.sender.id)).toEqual(['alice']);
      expect(await store.listAudit(cloudId, null)).toMatchObject([
        { actor: 'alice', action: 'group-made-public', subject: conversationId, details: { publicFrom: secret } },
        { actor: 'alice', action: 'group-owner-changed', subject: conversationId, details: { owner: 'bob' } },
      ]);
      await store.changeMembers(cloudId, conversationId, { add: [], remove: ['bob'] }, unchecked);
      expect(await store.listAudit(cloudId, null)).toHaveLength(2);
    });

    test('sends at the same moment as the change lie on one side of it', async () => {
      const { store } = open();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId });
      const say = (n: number) => store.sendToConversation(aMessageInto({ cloudId, conversationId, text: `${n}` }));
      await say(0);
      const racing = [1, 2, 3, 4, 5].map(say);
      const becomes = store.changeConversation(cloudId, conversationId, { privacy: 'public' }, unchecked);
      await Promise.all([...racing, ...[6, 7, 8].map(say)]);
      const { publicFrom = '' } = await becomes;
      const all = (await seenBy(cloudId, conversationId, 'alice')).texts;
      const theirs = (await seenBy(cloudId, conversationId, 'carol')).texts;
      expect(all).toHaveLength(10);
      expect(theirs[0]).toBe('made-public');
      expect(all.slice(all.indexOf('made-public'))).toEqual(theirs);
      expect(publicFrom).not.toBe('');
      const seen: SeenConversation | null = await store.findConversation(cloudId, conversationId, 'carol');
      expect(decideSee({ kind: 'user', id: 'carol', label: null }, seen).readsAfterId).toBe(publicFrom);
    });

    test('a direct conversation is all of it open to its ends', async () => {
      const { store } = open();
      const cloudId = aSite();
      await store.sendDirect(aMessage({ cloudId }));
      const { id } = await store.openDirect(cloudId, 'alice', 'bob');
      expect((await store.findConversation(cloudId, id, 'bob'))?.readsAfterId).toBeNull();
    });
  });
}
