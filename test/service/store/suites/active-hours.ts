import type { ConversationQuery, ListPosition } from '../../../../src/service/conversation/conversation-store';
import type { Database } from '../../../../src/service/store/engine/database';
import { mostRecent } from '../../../../src/service/store/unread/list-unread.sql';
import { aMessage, aMessageInto, aQuery, aSite, scopeOf, unchecked } from '../../../shared/store/builders';
import { makeGroup } from '../make-group';
import { advance, startOfTest, type TestStore } from '../open-test-store';

const hour = 3_600_000;

export function describeActiveHours(open: () => TestStore, openDatabase: () => Database) {
  // Other suites move the one clock of the store.
  beforeEach(() => {
    open().clock.now = startOfTest;
  });
  afterEach(() => {
    open().clock.now = startOfTest;
  });

  const byActivity = (cloudId: string, callerId: string, parts: Partial<ConversationQuery> = {}) =>
    aQuery({ cloudId, callerId, order: 'activity', sort: 'desc', ...parts });

  /** Names, or the other ends, over pages of this size. */
  async function walk(query: ConversationQuery) {
    const found: string[] = [];
    for (let after: ListPosition | null = null, pages = 0; pages < 50; pages += 1) {
      const page = await open().store.listConversations({ ...query, after });
      found.push(...page.values.map(({ name, user }) => name || (user?.id ?? '')));
      if (!page.next) return found;
      after = page.next;
    }
    throw new Error('The list does not end.');
  }

  describe('a list by activity', () => {
    test('has the newest first within an hour and across hours, in pages of any size, at both ends', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      const send = (to: string) => store.sendDirect(aMessage({ cloudId, to }));
      for (const to of ['b1', 'b2', 'b3', 'b4', 'b5', 'b6']) {
        await send(to);
        advance(clock, to === 'b3' ? hour : 1_000);
      }
      // Silent for two hours, then the newest of all; and once more within the hour.
      advance(clock, 2 * hour);
      await send('b2');
      advance(clock, 1_000);
      await send('b5');
      const expected = ['b5', 'b2', 'b6', 'b4', 'b3', 'b1'];
      for (const limit of [1, 2, 4, 75]) expect(await walk(byActivity(cloudId, 'alice', { limit }))).toEqual(expected);
      await store.sendDirect(aMessage({ cloudId, from: 'zoe', to: 'b2' }));
      expect(await walk(byActivity(cloudId, 'b2', { limit: 1 }))).toEqual(['zoe', 'alice']);
    });

    test('follows whoever joins, is added or becomes its owner, hours after the group was made', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      const others = async (callerId: string) => {
        for (const other of ['erin', 'frank']) await store.openDirect(cloudId, callerId, other);
      };
      const order = (callerId: string) => walk(byActivity(cloudId, callerId, { limit: 1, seesPublicGroups: false }));
      const group = await makeGroup(open(), { cloudId, name: 'Older', privacy: 'public' });
      for (const callerId of ['bob', 'carol', 'dave']) await others(callerId);
      advance(clock, 3 * hour);
      for (const from of ['bob', 'carol']) {
        await store.joinAndSend(aMessageInto({ cloudId, from, conversationId: group }), () => 'join');
      }
      await store.changeMembers(cloudId, group, { add: ['dave'], remove: [] }, unchecked);
      for (const callerId of ['bob', 'carol', 'dave']) expect((await order(callerId))[0]).toBe('Older');
      advance(clock, 3 * hour);
      await others('alice');
      expect((await order('alice'))[2]).toBe('Older');
      advance(clock, 3 * hour);
      // A notice of the group, which is activity.
      await store.changeMembers(cloudId, group, { add: [], remove: ['bob'] }, unchecked);
      expect((await order('alice'))[2]).toBe('Older');
      await store.changeConversation(cloudId, group, { privacy: 'private' }, unchecked);
      await store.changeConversation(cloudId, group, { privacy: 'public' }, unchecked);
      expect((await order('alice'))[0]).toBe('Older');
    });

    test('puts public groups of others among one’s own', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      for (const name of ['P1', 'P2', 'P3']) {
        await makeGroup(open(), { cloudId, name, ownerId: 'owner', privacy: 'public' });
        advance(clock, hour);
        await store.sendDirect(aMessage({ cloudId, to: `after-${name}` }));
        advance(clock, hour);
      }
      const expected = ['after-P3', 'P3', 'after-P2', 'P2', 'after-P1', 'P1'];
      for (const limit of [1, 2, 75]) expect(await walk(byActivity(cloudId, 'alice', { limit }))).toEqual(expected);
    });
  });

  describe('what is unread over a site', () => {
    test('is found page by page, past all who have read everything', async () => {
      const { store } = open();
      const cloudId = aSite();
      const group = await makeGroup(open(), { cloudId });
      const readers = Array.from({ length: 130 }, (_, n) => `reader-${String(n).padStart(3, '0')}`);
      await store.changeMembers(cloudId, group, { add: [...readers, 'zoe'], remove: [] }, unchecked);
      const sent = await store.sendToConversation(aMessageInto({ cloudId, conversationId: group }));
      if (sent.outcome !== 'created') throw new Error(sent.outcome);
      const all = await walkUnread(cloudId, null);
      expect(all.found).toEqual([...readers, 'zoe']);
      for (const since of [new Date(startOfTest.getTime() - 1), new Date(startOfTest.getTime() - 5 * hour)]) {
        expect((await walkUnread(cloudId, since)).found).toEqual([...readers, 'zoe']);
      }
      // Of these something could be unread, and is not: their own message came last.
      const own = await store.sendToConversation(aMessageInto({ cloudId, conversationId: group, from: 'zoe' }));
      if (own.outcome !== 'created') throw new Error(own.outcome);
      for (const reader of readers) await store.markRead(scopeOf(cloudId, group, reader), own.value.id);
      expect((await walkUnread(cloudId, null)).found).toEqual(['alice', 'zoe']);
    });

    test('ends where a page of members holds nothing to tell', async () => {
      const { store } = open();
      const cloudId = aSite();
      // Each has written last, and has nothing unread: more of them than one page looks at.
      for (let n = 0; n < 110; n += 1) {
        await store.sendDirect(aMessage({ cloudId, from: `a-${String(n).padStart(3, '0')}`, to: 'client:x' }));
      }
      await store.sendDirect(aMessage({ cloudId, from: 'client:x', to: 'zoe' }));
      const { found, pages } = await walkUnread(cloudId, null);
      expect([found, pages > 1]).toEqual([['zoe'], true]);
    });

    test('is found where more members are in what went on since than a page looks at', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      const group = await makeGroup(open(), { cloudId });
      const silent = Array.from({ length: 450 }, (_, n) => `m-${n}`);
      await store.changeMembers(cloudId, group, { add: silent, remove: [] }, unchecked);
      const since = advance(clock, 5 * hour);
      advance(clock, 1);
      const readers = Array.from({ length: 120 }, (_, n) => `reader-${String(n).padStart(3, '0')}`);
      for (const reader of readers) await store.sendDirect(aMessage({ cloudId, to: reader }));
      const few = await walkUnread(cloudId, since);
      const active = (await store.openDirect(cloudId, 'alice', readers[0] ?? '')).id;
      const text = `insert into member (cloud_id, conversation_id, user_id, role, joined_at)
        select $1, $2, 'client:' || n, 'member', now() from generate_series(1, ${mostRecent}) n`;
      await openDatabase().query({ name: 'join-many', text }, [cloudId, active]);
      const many = await walkUnread(cloudId, since);
      expect([few.found, many.found]).toEqual([readers, readers]);
      // A page that looks at members looks at those as well in whose conversations nothing went on.
      expect(many.pages).toBeGreaterThan(few.pages);
    });
  });

  async function walkUnread(cloudId: string, since: Date | null) {
    const found: string[] = [];
    for (let after: ListPosition | null = null, pages = 1; pages < 20; pages += 1) {
      const page = await open().store.listUnread(cloudId, { limit: 75, after, since });
      found.push(...page.values.map(({ user }) => user.id));
      if (!page.next) return { found, pages };
      after = page.next;
    }
    throw new Error('The list does not end.');
  }
}
