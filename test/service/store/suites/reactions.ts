import type { ReactionName } from '../../../../src/contract/reaction-names';
import type { Database } from '../../../../src/service/store/engine/database';
import { observeDatabase } from '../../../../src/service/store/engine/observed-database';
import { aGroup, aMessage, aQuery, aSearch, aSite, aWindow, unchecked, whole } from '../../../shared/store/builders';
import { advance, openTestStore, startOfTest, type TestStore } from '../open-test-store';

const day = 24 * 60 * 60 * 1000;

export function describeReactions(open: () => TestStore, database: () => Database) {
  describe('reactions', () => {
    beforeEach(() => {
      open().clock.now = startOfTest;
    });

    async function sendOne(cloudId: string, from = 'alice', to = 'bob') {
      const { store } = open();
      const sent = await store.sendDirect(aMessage({ cloudId, from, to, issue: { id: '7', key: 'SHOP-7' } }));
      if (sent.outcome !== 'created') throw new Error(sent.outcome);
      const conversationId = (await store.findDirect(cloudId, from, to))?.conversation.id ?? '';
      return { cloudId, conversationId, messageId: sent.value.id };
    }
    type Where = Awaited<ReturnType<typeof sendOne>>;
    const change = (where: Where, who: string, name: ReactionName, isGiven: boolean, limit?: number) =>
      open().store.changeReaction(
        {
          ...{ ...where, sender: { id: who, kind: 'user' as const }, name, isGiven },
          quotas: limit === undefined ? [] : [{ subject: '', limit }],
        },
        () => {},
      );
    const give = (where: Where, who: string, name: ReactionName = 'eyes', limit?: number) =>
      change(where, who, name, true, limit);
    const seenBy = async ({ cloudId, conversationId, messageId }: Where, callerId: string) => {
      const found = await open().store.findMessage(whole(cloudId, conversationId, callerId), messageId);
      return found?.reactions;
    };

    test('are counted by name, the first name first, and say whether the reader is among them', async () => {
      const { clock } = open();
      const where = await sendOne(aSite());
      expect(await seenBy(where, 'alice')).toBeUndefined();
      await give(where, 'bob', 'thanks');
      advance(clock, 1);
      await give(where, 'alice', 'check');
      await give(where, 'alice', 'check');
      await give(where, 'alice', 'thanks');
      expect(await seenBy(where, 'alice')).toEqual([
        { name: 'thanks', count: 2, mine: true, users: ['bob', 'alice'] },
        { name: 'check', count: 1, mine: true, users: ['alice'] },
      ]);
      expect((await seenBy(where, 'bob'))?.map(({ mine }) => mine)).toEqual([true, false]);
      await change(where, 'bob', 'thanks', false);
      await change(where, 'bob', 'thanks', false);
      expect(await seenBy(where, 'bob')).toMatchObject([
        { name: 'check', mine: false },
        { name: 'thanks', count: 1, mine: false },
      ]);
      await change(where, 'alice', 'thanks', false);
      await change(where, 'alice', 'check', false);
      expect(await seenBy(where, 'alice')).toBeUndefined();
    });

    test('name the first ten people', async () => {
      const where = await sendOne(aSite());
      for (let n = 0; n < 12; n += 1) {
        advance(open().clock, 1);
        await give(where, `fan-${n}`);
      }
      const users = Array.from({ length: 10 }, (_, n) => `fan-${n}`);
      expect(await seenBy(where, 'alice')).toEqual([{ name: 'eyes', count: 12, mine: false, users }]);
    });

    test('come with messages wherever these are answered, by one statement a page, and none where there are none', async () => {
      const asked: string[] = [];
      const counted = observeDatabase(database(), (statement, work) => {
        asked.push(statement.name);
        return work();
      });
      const { store } = await openTestStore(counted);
      const cloudId = aSite();
      const plain = await sendOne(cloudId);
      const pages = async () => {
        const place = whole(cloudId, plain.conversationId, 'bob');
        const list = await store.listConversations(
          aQuery({ cloudId, callerId: 'bob', issueId: '7', expandActivity: true, messagesOfIssue: 20 }),
        );
        const [listed] = list.values;
        return [
          (await store.readDirect(cloudId, 'bob', 'alice', aWindow())).values,
          (await store.readConversation(place, aWindow())).values,
          (await store.readAround(place, plain.messageId, { before: 5, after: 5 }))?.values ?? [],
          (await store.searchMessages(aSearch({ cloudId, callerId: 'bob', words: ['Hello'] }))).values,
          listed?.messages?.values ?? [],
          [(await store.findMessage(place, plain.messageId)) ?? []].flat(),
          [listed?.lastMessage ?? []].flat(),
        ].map((page) => page.map(({ reactions }) => reactions));
      };
      expect((await pages()).flat()).toEqual(Array(7).fill(undefined));
      expect(asked).not.toContain('select-reactions');
      await give(plain, 'bob', 'heart');
      const other = await sendOne(cloudId);
      await give(other, 'bob', 'laugh');
      asked.length = 0;
      const heart = [{ name: 'heart', count: 1, mine: true, users: ['bob'] }];
      const laugh = [{ name: 'laugh', count: 1, mine: true, users: ['bob'] }];
      const both = [heart, laugh];
      expect(await pages()).toEqual([both, both, both, [laugh, heart], both, [heart], [laugh]]);
      // The list brings its last message and those of the issue in the same page.
      expect(asked.filter((name) => name === 'select-reactions')).toHaveLength(6);
    });

    test('change neither what is unread nor the order of conversations', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      const where = await sendOne(cloudId);
      const list = async () =>
        (await store.listConversations(aQuery({ cloudId, expandActivity: true, order: 'activity' }))).values.map(
          ({ id, unreadCount, modified }) => [id, unreadCount, modified],
        );
      advance(clock, 1);
      await sendOne(cloudId, 'carol', 'alice');
      const before = await list();
      advance(clock, 1);
      await give(where, 'bob');
      expect(await list()).toEqual(before);
    });

    test('count as sends: one too many changes nothing, and neither does another send then', async () => {
      const { store } = open();
      const where = await sendOne(aSite());
      const { cloudId } = where;
      const quotas = [{ subject: '', limit: 2 }];
      await store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'alice', quotas }));
      const answers = [await give(where, 'bob', 'eyes', 2), await give(where, 'bob', 'heart', 2)];
      expect(answers.map(({ outcome, counts }) => [outcome, counts[0]?.sends])).toEqual([
        ['done', 2],
        ['limited', 3],
      ]);
      expect((await change(where, 'bob', 'eyes', false, 2)).outcome).toBe('limited');
      expect((await seenBy(where, 'alice'))?.map(({ name }) => name)).toEqual(['eyes']);
      expect((await store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'alice', quotas }))).outcome).toBe('limited');
    });

    test('ask their rule of the message as it is, and change nothing where it refuses', async () => {
      const { store } = open();
      const where = await sendOne(aSite());
      await store.block(where.cloudId, 'alice', 'bob');
      const asked: unknown[] = [];
      const ask = (who: string, messageId = where.messageId) =>
        store.changeReaction(
          { ...where, messageId, sender: { id: who, kind: 'user' }, name: 'eyes', isGiven: true, quotas: [] },
          (seen, message) => {
            asked.push([seen?.isMember, message]);
            throw new Error('refused');
          },
        );
      for (const who of ['alice', 'bob', 'eve']) await expect(ask(who)).rejects.toThrow('refused');
      await expect(ask('alice', aSite())).rejects.toThrow('refused');
      expect(asked).toEqual([
        [true, { isDeleted: false, isBarred: false }],
        [true, { isDeleted: false, isBarred: true }],
        [false, { isDeleted: false, isBarred: false }],
        [true, null],
      ]);
      expect(await seenBy(where, 'alice')).toBeUndefined();
    });

    test('go with their message: deleted, erased or purged, and come back with none', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      const rows = async () => {
        const statement = {
          name: 'count-reactions-in-test',
          text: 'select count(*)::integer as rows from reaction r where r.cloud_id = $1',
        };
        const [row] = await database().query<{ rows: number }>(statement, [cloudId]);
        return row?.rows;
      };
      const [deleted, erased, purged] = [
        await sendOne(cloudId),
        await sendOne(cloudId, 'carol'),
        await sendOne(cloudId),
      ];
      for (const where of [deleted, erased, purged]) await give(where, 'bob');
      await store.eraseMessage({ ...deleted, id: deleted.messageId }, unchecked);
      expect([await rows(), await seenBy(deleted, 'alice')]).toEqual([2, undefined]);
      await store.eraseBatch(cloudId, 'carol', 'cli:root');
      expect([await rows(), await seenBy(erased, 'bob')]).toEqual([1, undefined]);
      await store.setRetention(cloudId, 1, 'cli:root');
      advance(clock, 2 * day);
      const lease = await store.leasePurge(cloudId, 'node-1');
      if (!lease) throw new Error('no lease');
      await store.purgeBatch(lease, { doneId: null, messages: 0, drafts: 0, reports: 0 });
      expect(await rows()).toBe(0);
    });

    test('go with the account that gave them, which is known by them', async () => {
      const { store } = open();
      const where = await sendOne(aSite());
      await give(where, 'zoe');
      await give(where, 'bob');
      const known = async () => (await store.listAccounts(where.cloudId, { limit: 75, after: null })).values;
      expect(await known()).toContainEqual({ id: 'zoe' });
      await store.eraseBatch(where.cloudId, 'zoe', 'cli:root');
      expect(await seenBy(where, 'alice')).toEqual([{ name: 'eyes', count: 1, mine: false, users: ['bob'] }]);
      expect(await known()).not.toContainEqual({ id: 'zoe' });
    });

    test('are in the export of the site, and of an account those that it gave', async () => {
      const { store } = open();
      const cloudId = aSite();
      const where = await sendOne(cloudId);
      await give(where, 'bob');
      await give(where, 'alice', 'heart');
      const group = await store.createGroup(aGroup({ cloudId }));
      expect(group.outcome).toBe('created');
      const exported = async (accountId: string | null) => {
        const records: { record: string }[] = [];
        for (let after = null as Parameters<typeof store.exportPage>[0]['after']; ; ) {
          const page = await store.exportPage({ cloudId, accountId, actorId: 'cli:root', after });
          records.push(...page.records);
          if (page.next === null) return records.filter(({ record }) => record === 'reaction');
          after = page.next;
        }
      };
      const { conversationId, messageId } = where;
      const record = (id: string, name: string) => ({
        ...{ record: 'reaction', user: { id }, conversationId, messageId, name, reacted: startOfTest.toISOString() },
      });
      expect(await exported(null)).toEqual([record('bob', 'eyes'), record('alice', 'heart')]);
      expect(await exported('bob')).toEqual([record('bob', 'eyes')]);
      expect(await exported('carol')).toEqual([]);
    });
  });
}
