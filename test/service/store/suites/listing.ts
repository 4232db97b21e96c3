import type { ConversationQuery, ListPosition } from '../../../../src/service/conversation/conversation-store';
import { aGroup, aMessage, aQuery, aSite, unchecked } from '../../../shared/store/builders';
import { advance, startOfTest, type TestStore } from '../open-test-store';

const issue = { id: '10001', key: 'SHOP-1' };

export function describeListing(open: () => TestStore) {
  async function names(parts: Partial<ConversationQuery> & { cloudId: string }) {
    const { values } = await open().store.listConversations(aQuery(parts));
    return values.map(({ name, user }) => name || user?.id);
  }

  /** Alice's: two groups and two direct conversations; Bob's: a public and a private group. */
  async function furnish(cloudId: string) {
    const { store, clock } = open();
    await store.createGroup(aGroup({ cloudId, name: 'Release 100%' }));
    await store.createGroup(aGroup({ cloudId, name: 'ärger', privacy: 'public' }));
    await store.createGroup(aGroup({ cloudId, name: 'Bob_public', ownerId: 'bob', privacy: 'public' }));
    await store.createGroup(aGroup({ cloudId, name: 'bob private', ownerId: 'bob' }));
    for (const to of ['bob', 'carol']) {
      advance(clock, 1000);
      await store.sendDirect(aMessage({ cloudId, to, text: `Hello ${to}` }));
    }
    clock.now = startOfTest;
  }

  async function walk(query: ConversationQuery) {
    const ids: string[] = [];
    let after: ListPosition | null = null;
    for (let pages = 0; pages < 20; pages += 1) {
      const page = await open().store.listConversations({ ...query, after });
      ids.push(...page.values.map(({ id }) => id));
      if (!page.next) return ids;
      expect(page.values).toHaveLength(query.limit);
      after = page.next;
    }
    throw new Error('The list does not end.');
  }

  describe('listing conversations', () => {
    test('shows own ones and public groups, direct ones first, then by name in any case', async () => {
      const cloudId = aSite();
      await furnish(cloudId);
      expect(await names({ cloudId })).toEqual(['bob', 'carol', 'Bob_public', 'Release 100%', 'ärger']);
      expect(await names({ cloudId, sort: 'desc' })).toEqual(['ärger', 'Release 100%', 'Bob_public', 'carol', 'bob']);
      expect(await names({ cloudId, seesPublicGroups: false })).not.toContain('Bob_public');
      expect(await names({ cloudId: aSite() })).toEqual([]);
    });

    test('leaves out what is asked to be left out', async () => {
      const cloudId = aSite();
      await furnish(cloudId);
      expect(await names({ cloudId, excludeDirect: true })).toEqual(['Bob_public', 'Release 100%', 'ärger']);
      expect(await names({ cloudId, includePrivate: false })).toEqual(['Bob_public', 'ärger']);
      expect(await names({ cloudId, userIds: ['carol', 'dave'] })).toEqual(['carol']);
    });

    test('finds part of a name in any case, taking its own wildcards literally, and never a direct one', async () => {
      const cloudId = aSite();
      await furnish(cloudId);
      expect(await names({ cloudId, name: 'ÄRG' })).toEqual(['ärger']);
      expect(await names({ cloudId, name: '0%' })).toEqual(['Release 100%']);
      expect(await names({ cloudId, name: 'b_p' })).toEqual(['Bob_public']);
      expect(await names({ cloudId, name: 'R_l' })).toEqual([]);
      expect(await names({ cloudId, name: '\\' })).toEqual([]);
      expect(await names({ cloudId, name: 'carol' })).toEqual([]);
    });

    test.each([
      ['Straßen', 'STRASSEN'],
      ['GROẞ', 'gross'],
      ['Strasse', 'ßE'],
      ['ΟΔΟΣ', 'οδός'.normalize('NFD').replace('\u0301', '')],
      ['οδος α', 'ΟΔΟΣ Α'],
      ['İzmir', 'izmir'],
      ['İzmir', 'IZMIR'],
      ['Işık', 'IŞIK'],
      ['iyi', 'İYİ'],
      ['eﬃcient', 'EFFI'],
      ['J\u030car', 'ǰAR'],
    ])('finds %s by %s', async (name, part) => {
      const cloudId = aSite();
      await open().store.createGroup(aGroup({ cloudId, name }));
      await open().store.createGroup(aGroup({ cloudId, name, ownerId: 'bob', privacy: 'public' }));
      expect(await names({ cloudId, name: part })).toEqual([name, name]);
    });

    test.each(['name', 'activity'] as const)('pages by %s without repeating or missing a row', async (order) => {
      const cloudId = aSite();
      await furnish(cloudId);
      await open().store.createGroup(aGroup({ cloudId, name: 'ärger' }));
      for (const sort of ['asc', 'desc'] as const) {
        const query = aQuery({ cloudId, order, sort });
        const whole = (await open().store.listConversations(query)).values.map(({ id }) => id);
        expect(whole).toHaveLength(6);
        for (const limit of [1, 2, 6]) expect(await walk({ ...query, limit })).toEqual(whole);
      }
    });

    test('orders by the last message, the newest first, and carries it when asked', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      await furnish(cloudId);
      advance(clock, 5000);
      const made = await store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'alice', text: 'Latest' }));
      clock.now = startOfTest;
      if (made.outcome !== 'created') throw new Error(made.outcome);
      const query = aQuery({ cloudId, order: 'activity', expandActivity: true });
      const { values } = await store.listConversations(query);
      expect(values.map(({ lastMessage }) => lastMessage?.text ?? null)).toEqual([
        ...['Latest', 'Hello carol'],
        ...[null, null, null],
      ]);
      await store.eraseMessage({ cloudId, conversationId: values[0]?.id ?? '', id: made.value.id }, unchecked);
      const [first] = (await store.listConversations(query)).values;
      expect(first?.lastMessage).toMatchObject({ id: made.value.id, body: null, text: '' });
      expect(first?.lastMessage?.deletedAt).toBe(startOfTest.toISOString());
      const [bare] = (await store.listConversations({ ...query, expandActivity: false })).values;
      expect(bare).not.toHaveProperty('lastMessage');
    });

    test('keeps to the conversations about an issue, with the latest messages about it', async () => {
      const { store } = open();
      const cloudId = aSite();
      await furnish(cloudId);
      for (const text of ['1', '2', '3']) await store.sendDirect(aMessage({ cloudId, to: 'bob', text, issue }));
      await store.sendDirect(aMessage({ cloudId, to: 'bob', text: 'About nothing' }));
      await store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'carol', issue }));
      await store.sendDirect(aMessage({ cloudId: aSite(), to: 'carol', issue }));
      const query = aQuery({ cloudId, issueId: issue.id, expandActivity: true });

      const { values } = await store.listConversations({ ...query, messagesOfIssue: 2 });
      expect(values).toMatchObject([{ user: { id: 'bob' }, lastMessage: { text: 'About nothing' } }]);
      const messages = values[0]?.messages;
      expect(messages?.values.map(({ text }) => text)).toEqual(['2', '3']);
      expect(messages).toMatchObject({ before: messages?.values[0]?.id, after: null });

      const [all] = (await store.listConversations({ ...query, messagesOfIssue: 3 })).values;
      expect(all?.messages).toMatchObject({ before: null, after: null, values: { length: 3 } });
      const [none] = (await store.listConversations(query)).values;
      expect(none).not.toHaveProperty('messages');
      expect(await names({ cloudId, issueId: '999' })).toEqual([]);
    });
  });
}
