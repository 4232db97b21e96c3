import type { ExportPosition } from '../../../../src/service/conversation/administration';
import type { ReportStore } from '../../../../src/service/conversation/report-store';
import { aMessage, aQuery, aSite } from '../../../shared/store/builders';
import { advance, startOfTest, type TestStore } from '../open-test-store';
import { purgeAll } from '../purge-all';

const day = 24 * 60 * 60 * 1000;

export function describeReports(open: () => TestStore) {
  describe('reports of messages', () => {
    beforeEach(() => {
      open().clock.now = startOfTest;
    });

    type Where = { cloudId: string; conversationId: string; messageId: string };
    async function sendOne(cloudId: string, from = 'alice', to = 'bob', text = 'Unkind'): Promise<Where> {
      const { store } = open();
      const sent = await store.sendDirect(aMessage({ cloudId, from, to, text }));
      if (sent.outcome !== 'created') throw new Error(sent.outcome);
      const conversationId = (await store.findDirect(cloudId, from, to))?.conversation.id ?? '';
      return { cloudId, conversationId, messageId: sent.value.id };
    }
    const report = (where: Where, who = 'bob', decide: Parameters<ReportStore['reportMessage']>[1] = () => {}) =>
      open().store.reportMessage(
        { ...where, reporter: { id: who, kind: 'user' }, reason: 'insult', note: 'Note of Bob', quotas: [] },
        decide,
      );
    const waiting = async (cloudId: string) =>
      (await open().store.listReports(cloudId, 'admin', { limit: 9, after: null })).values;
    const look = async (cloudId: string, id = '') =>
      open().store.openReport({ cloudId, id: id || ((await waiting(cloudId))[0]?.id ?? ''), accountId: 'admin' });
    const ownOf = async (cloudId: string, who = 'bob') =>
      (await open().store.listOwnReports(cloudId, who, { limit: 9, after: null })).values;
    const purge = async (cloudId: string) => {
      const lease = await open().store.leasePurge(cloudId, 'node-1');
      if (lease === null) throw new Error('No lease');
      return purgeAll(open().store, lease);
    };
    async function exportAll(cloudId: string, accountId: string | null) {
      const records: Record<string, unknown>[] = [];
      let after: ExportPosition | null = null;
      do {
        const page = await open().store.exportPage({ cloudId, accountId, actorId: 'cli:root', after });
        records.push(...(page.records as readonly unknown[] as Record<string, unknown>[]));
        after = page.next;
      } while (after !== null);
      return records;
    }
    const only = (records: Record<string, unknown>[], kind: string) => records.filter((one) => one['record'] === kind);
    const erase = async (cloudId: string, userId: string) => {
      while (!(await open().store.eraseBatch(cloudId, userId, 'cli:root')).isFinished);
    };

    test('ask the rule of the message as it is, and keep nothing of what it refuses', async () => {
      const where = await sendOne(aSite());
      const told: unknown[] = [];
      await report(where, 'bob', (seen, message) => told.push(seen?.isMember, message));
      await report({ ...where, messageId: where.conversationId }, 'carol', (seen, message) =>
        told.push(seen?.isMember, message),
      );
      expect(told).toEqual([true, { authorId: 'alice', isDeleted: false, isNotice: false }, false, null]);
      const refuse = () => {
        throw new Error('Refused');
      };
      await expect(report(where, 'dan', refuse)).rejects.toThrow('Refused');
      expect((await waiting(where.cloudId)).map(({ reporter }) => reporter.id)).toEqual(['bob']);
    });

    test('of a rule name whose it is as the author, to whom they are not shown', async () => {
      const { store } = open();
      const cloudId = aSite();
      const origin = { kind: 'rule', label: 'Nightly', account: 'rita' } as const;
      const sent = await store.sendDirect({ ...aMessage({ cloudId, from: 'app:1', to: 'bob' }), origin });
      if (sent.outcome !== 'created') throw new Error(sent.outcome);
      const conversationId = (await store.findDirect(cloudId, 'app:1', 'bob'))?.conversation.id ?? '';
      await report({ cloudId, conversationId, messageId: sent.value.id });
      expect((await store.listReports(cloudId, 'rita', { limit: 9, after: null })).values).toEqual([]);
      expect(await waiting(cloudId)).toMatchObject([{ sender: { id: 'app:1', kind: 'user' } }]);
    });

    test('come page by page, the oldest that wait first and one’s own the newest first', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      for (let n = 0; n < 5; n += 1) {
        advance(clock, 1_000);
        await report(await sendOne(cloudId, `sender-${n}`));
      }
      const first = await store.listReports(cloudId, 'admin', { limit: 3, after: null });
      const second = await store.listReports(cloudId, 'admin', { limit: 3, after: first.next });
      expect([...first.values, ...second.values].map(({ sender }) => sender.id)).toEqual(
        [0, 1, 2, 3, 4].map((n) => `sender-${n}`),
      );
      expect(second.next).toBeNull();
      const ids = first.values.concat(second.values).map(({ id }) => id);
      const own = await store.listOwnReports(cloudId, 'bob', { limit: 3, after: null });
      const older = await store.listOwnReports(cloudId, 'bob', { limit: 3, after: own.next });
      expect([...own.values, ...older.values].map(({ id }) => id)).toEqual(ids.reverse());
    });

    test('at the same moment by one person of one message are one', async () => {
      const where = await sendOne(aSite());
      await Promise.all(Array.from({ length: 8 }, () => report(where)));
      expect(await waiting(where.cloudId)).toHaveLength(1);
    });

    test('lose their words after 30 days, and are gone after 90', async () => {
      const { clock } = open();
      const where = await sendOne(aSite());
      await report(where);
      const [found] = await waiting(where.cloudId);
      advance(clock, 30 * day);
      expect(await purge(where.cloudId)).toEqual({ outcome: 'finished', messages: 0, drafts: 0, reports: 0 });
      expect(await look(where.cloudId)).toMatchObject({ note: 'Note of Bob' });
      advance(clock, 2 * 60 * 60 * 1000);
      expect(await purge(where.cloudId)).toMatchObject({ reports: 1 });
      expect(await look(where.cloudId, found?.id)).toBe('decided');
      expect(JSON.stringify(only(await exportAll(where.cloudId, null), 'report'))).not.toMatch(/Unkind|Note of/);
      expect(await ownOf(where.cloudId)).toMatchObject([{ outcome: 'ended', decided: clock.now.toISOString() }]);
      advance(clock, 61 * day);
      expect(await purge(where.cloudId)).toMatchObject({ reports: 1 });
      expect(await ownOf(where.cloudId)).toEqual([]);
    });

    test('are gone with a message that the site keeps no longer', async () => {
      const { store, clock } = open();
      const where = await sendOne(aSite());
      advance(clock, 6 * day);
      await report(where);
      await store.setRetention(where.cloudId, 7, 'cli:root');
      advance(clock, 2 * day);
      expect(await purge(where.cloudId)).toMatchObject({ messages: 1, reports: 1 });
      expect([await waiting(where.cloudId), await ownOf(where.cloudId)]).toEqual([[], []]);
    });

    test.each(['alice', 'bob'])('are gone with the account of either: %s', async (who) => {
      const where = await sendOne(aSite());
      const other = await sendOne(where.cloudId, 'carol', 'dan');
      await report(where);
      await report(other, 'dan');
      await erase(where.cloudId, who);
      expect((await waiting(where.cloudId)).map(({ reporter }) => reporter.id)).toEqual(['dan']);
    });

    test('stand in the export of who made them without the words of others, and in no other account’s', async () => {
      const where = await sendOne(aSite());
      await report(where);
      const [found] = await waiting(where.cloudId);
      const { cloudId, ...place } = where;
      const record = {
        ...{ record: 'report', id: found?.id, user: { id: 'bob' }, ...place, reason: 'insult', note: 'Note of Bob' },
        ...{ reported: startOfTest.toISOString(), outcome: 'open', decided: null },
      };
      expect(only(await exportAll(cloudId, 'bob'), 'report')).toEqual([record]);
      expect(only(await exportAll(cloudId, 'alice'), 'report')).toEqual([]);
      const { body } = aMessage({ cloudId, text: 'Unkind' });
      expect(only(await exportAll(cloudId, null), 'report')).toEqual([{ ...record, body }]);
    });

    test('whose message is removed leave it without words, drafts of an edit and reactions', async () => {
      const { store } = open();
      const where = await sendOne(aSite());
      const { cloudId, conversationId, messageId } = where;
      const bob = { id: 'bob', kind: 'user' } as const;
      await store.changeReaction({ ...where, sender: bob, name: 'eyes', isGiven: true, quotas: [] }, () => {});
      const edited = { conversationId, id: messageId };
      const place = { cloudId, ownerId: 'alice', kind: 'user', id: 'bob', issueId: null, edited } as const;
      await store.saveDraft(place, { mediaType: 'text/plain', body: 'Unkinder' }, null);
      await report(where);
      const [found] = await waiting(cloudId);
      const decision = { cloudId, id: found?.id ?? '', accountId: 'admin' };
      expect(await store.decideReport(decision, 'removed')).toMatchObject({ users: ['alice', 'bob'] });
      const exported = await exportAll(cloudId, null);
      expect(JSON.stringify(exported)).not.toMatch(/Unkind/);
      expect(only(exported, 'reaction')).toEqual([]);
      expect(await store.findDraft(place)).toBeNull();
      expect(only(exported, 'message')).toMatchObject([{ removed: true, text: '', body: null }]);
    });

    test('whose message is removed leave nobody waiting for an answer to it', async () => {
      const { store } = open();
      const cloudId = aSite();
      const sent = await store.sendDirect({ ...aMessage({ cloudId, text: 'Unkind?' }), isQuestion: true });
      if (sent.outcome !== 'created') throw new Error(sent.outcome);
      const conversationId = (await store.findDirect(cloudId, 'alice', 'bob'))?.conversation.id ?? '';
      await report({ cloudId, conversationId, messageId: sent.value.id });
      const [found] = await waiting(cloudId);
      await store.decideReport({ cloudId, id: found?.id ?? '', accountId: 'admin' }, 'removed');
      const listed = async (among: 'all' | 'followed') =>
        (await store.listConversations(aQuery({ cloudId, callerId: 'bob', expandActivity: true, among }))).values;
      expect(await listed('followed')).toEqual([]);
      expect((await listed('all')).map(({ questions = [] }) => questions)).toEqual([[]]);
    });

    test('meet an erasure of their message in either order, and no words stay', async () => {
      const cloudId = aSite();
      for (let n = 0; n < 10; n += 1) {
        const where = await sendOne(cloudId, `author-${n}`);
        const decide: Parameters<ReportStore['reportMessage']>[1] = (_, message) => {
          if (message === null || message.isDeleted) throw new Error('Gone');
        };
        const reported = report(where, 'bob', decide).catch(() => null);
        await Promise.all([reported, erase(cloudId, `author-${n}`)]);
      }
      expect(JSON.stringify(await exportAll(cloudId, null))).not.toContain('Unkind');
    });
  });

  describe('the use of clients', () => {
    test('keeps the later hour of each site', async () => {
      const { store } = open();
      const [cloudId, other] = [aSite(), aSite()];
      const at = (hours: number) => new Date(startOfTest.getTime() + hours * 3_600_000);
      for (const hours of [1, 3, 2]) await store.noteClientUse(cloudId, 'bot', at(hours));
      await store.noteClientUse(other, 'bot', at(9));
      expect([...(await store.listClientUses(cloudId))]).toEqual([['bot', at(3)]]);
    });
  });
}
