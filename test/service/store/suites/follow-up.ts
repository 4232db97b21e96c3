import { maxReminders, reminderDays } from '../../../../src/patterns/patterns';
import { decideAskQuestion, decideCloseQuestion } from '../../../../src/service/conversation/question-rules';
import type { ReminderPlace } from '../../../../src/service/conversation/reminder-store';
import { aGroup, aMessage, aMessageInto, aQuery, aSite, unchecked, whole } from '../../../shared/store/builders';
import { advance, startOfTest, type TestStore } from '../open-test-store';
import { purgeAll } from '../purge-all';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const aboutOne = { id: '1', key: 'SHOP-1' };
const aboutTwo = { id: '2', key: 'SHOP-2' };

export function describeFollowUp(open: () => TestStore) {
  beforeEach(() => {
    open().clock.now = startOfTest;
  });

  async function send(parts: Parameters<typeof aMessage>[0] & { isQuestion?: boolean }) {
    const { isQuestion, ...rest } = parts;
    const sent = await open().store.sendDirect({ ...aMessage(rest), isQuestion });
    if (sent.outcome !== 'created') throw new Error(sent.outcome);
    advance(open().clock, 1_000);
    return sent.value.id;
  }
  const conversationOf = async (cloudId: string, one = 'alice', other = 'bob') =>
    (await open().store.findDirect(cloudId, one, other))?.conversation.id ?? '';
  const listOf = async (cloudId: string, callerId: string, rest: Partial<Parameters<typeof aQuery>[0]> = {}) => {
    const query = aQuery({ cloudId, callerId, order: 'activity', expandActivity: true, ...rest });
    return (await open().store.listConversations(query)).values;
  };
  const questionsOf = async (cloudId: string, callerId: string, rest = {}) =>
    (await listOf(cloudId, callerId, rest)).flatMap(({ questions = [] }) => questions);

  describe('a question', () => {
    test('is open from its send on, to both ends, until the other end writes about the same issue', async () => {
      const cloudId = aSite();
      const asked = await send({ cloudId, issue: aboutOne, isQuestion: true });
      const messageId = asked;
      expect(await questionsOf(cloudId, 'alice')).toEqual([{ messageId, issue: '1', mine: true }]);
      expect(await questionsOf(cloudId, 'bob')).toEqual([{ messageId, issue: '1', mine: false }]);
      expect(await questionsOf(cloudId, 'bob', { issueId: '2' })).toEqual([]);
      await send({ cloudId, issue: aboutOne });
      await send({ cloudId, from: 'bob', to: 'alice', issue: aboutTwo });
      await send({ cloudId, from: 'bob', to: 'alice' });
      expect(await questionsOf(cloudId, 'bob', { issueId: '1' })).toHaveLength(1);
      await send({ cloudId, from: 'bob', to: 'alice', issue: aboutOne });
      expect(await questionsOf(cloudId, 'bob')).toEqual([]);
      const id = await conversationOf(cloudId);
      expect(await open().store.findMessage(whole(cloudId, id), messageId)).not.toHaveProperty('awaitsAnswer');
    });

    test('of a batch is closed by what comes behind it, and not by what came before it', async () => {
      const cloudId = aSite();
      await open().store.openDirect(cloudId, 'alice', 'bob');
      const both = (first: 'alice' | 'bob') => {
        const other = first === 'alice' ? 'bob' : 'alice';
        const sends = [
          aMessage({ cloudId, from: first, to: other }),
          aMessage({ cloudId, from: other, to: first }),
        ].map((message) => ({ ...message, isQuestion: message.sender.id === 'alice' }));
        return Promise.all(sends.map((message) => open().store.sendDirect(message)));
      };
      await both('alice');
      expect(await questionsOf(cloudId, 'alice')).toEqual([]);
      await both('bob');
      expect(await questionsOf(cloudId, 'alice')).toHaveLength(1);
    });

    test('is asked and closed by hand as the rule says, told with its message, and gone with it', async () => {
      const { store } = open();
      const cloudId = aSite();
      const messageId = await send({ cloudId });
      const conversationId = await conversationOf(cloudId);
      const change = (who: string, isOpen: boolean) => {
        const actor = { id: who, kind: 'user', label: null } as const;
        const decide = (isOpen ? decideAskQuestion : decideCloseQuestion).bind(null, actor);
        return store.changeQuestion({ cloudId, conversationId, messageId, isOpen }, { callerId: who, decide });
      };
      await expect(change('bob', true)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(change('carol', true)).rejects.toMatchObject({ code: 'not_found' });
      for (const closer of ['bob', 'alice']) {
        await change('alice', true);
        await change('alice', true);
        const found = await store.findMessage(whole(cloudId, conversationId, 'bob'), messageId);
        expect(found).toMatchObject({ awaitsAnswer: true });
        await change(closer, false);
        expect(await questionsOf(cloudId, 'bob')).toEqual([]);
      }
      await store.block(cloudId, 'bob', 'alice');
      await expect(change('alice', true)).rejects.toMatchObject({ code: 'blocked' });
      await store.unblock(cloudId, 'bob', 'alice');
      await change('alice', true);
      await store.eraseMessage({ cloudId, conversationId, id: messageId }, unchecked);
      expect(await questionsOf(cloudId, 'bob')).toEqual([]);
      expect(await listOf(cloudId, 'bob', { among: 'followed' })).toEqual([]);
      await expect(change('bob', false)).rejects.toMatchObject({ code: 'not_found' });
    });

    test('ends with the account that asked, and with the time of its message', async () => {
      const { store } = open();
      const cloudId = aSite();
      await send({ cloudId, isQuestion: true });
      await send({ cloudId, from: 'carol', to: 'bob', isQuestion: true });
      expect(await listOf(cloudId, 'bob', { among: 'followed' })).toHaveLength(2);
      while (!(await store.eraseBatch(cloudId, 'alice', 'cli:root')).isFinished);
      expect(await listOf(cloudId, 'bob', { among: 'followed' })).toMatchObject([{ user: { id: 'carol' } }]);
      await store.setRetention(cloudId, 1, 'cli:root');
      advance(open().clock, 3 * day);
      await purge(cloudId);
      expect(await listOf(cloudId, 'bob', { among: 'followed' })).toEqual([]);
    });

    test('in a group is a message as any other', async () => {
      const { store } = open();
      const cloudId = aSite();
      const group = await store.createGroup(aGroup({ cloudId }));
      if (group.outcome !== 'created') throw new Error(group.outcome);
      const into = { cloudId, conversationId: group.value.id };
      const sent = await store.sendToConversation({ ...aMessageInto(into), isQuestion: true });
      if (sent.outcome !== 'created') throw new Error(sent.outcome);
      expect(await store.findMessage(whole(cloudId, group.value.id), sent.value.id)).not.toHaveProperty('awaitsAnswer');
    });
  });

  async function purge(cloudId: string) {
    const { store } = open();
    const lease = await store.leasePurge(cloudId, 'here');
    if (lease === null) throw new Error('Not leased.');
    expect(await purgeAll(store, lease)).toMatchObject({ outcome: 'finished' });
  }

  describe('a reminder', () => {
    const at = (ahead: number) => new Date(startOfTest.getTime() + ahead);
    const aPlace = (cloudId: string, conversationId: string, rest: Partial<ReminderPlace> = {}): ReminderPlace => ({
      ...{ cloudId, ownerId: 'alice', conversationId, messageId: null },
      ...rest,
    });
    const listAll = async (cloudId: string, ownerId = 'alice') =>
      (await open().store.listReminders(cloudId, ownerId, { limit: 75, after: null })).values;
    const due = async (cloudId: string, since: number, until: number, limit = 75) => {
      const span = { since: at(since), until: at(until) };
      const first = await open().store.listDueReminders(cloudId, { limit, after: null, ...span });
      if (first.next === null) return first.values;
      const second = await open().store.listDueReminders(cloudId, { limit, after: first.next, ...span });
      return [...first.values, ...second.values];
    };

    test('is one for each place, its owner’s alone, in the order in which they fall due', async () => {
      const { store } = open();
      const cloudId = aSite();
      const messageId = await send({ cloudId, issue: aboutOne });
      const conversationId = await conversationOf(cloudId);
      const whole = aPlace(cloudId, conversationId);
      await store.setReminder(whole, at(3 * hour), aboutTwo);
      await store.setReminder({ ...whole, messageId }, at(2 * hour), aboutOne);
      await store.setReminder(whole, at(hour), null);
      const ofConversation = { conversationId, messageId: null, issue: null, due: at(hour).toISOString() };
      const ofMessage = { conversationId, messageId, issue: aboutOne, due: at(2 * hour).toISOString() };
      expect(await listAll(cloudId)).toEqual([ofConversation, ofMessage]);
      const first = await store.listReminders(cloudId, 'alice', { limit: 1, after: null });
      expect((await store.listReminders(cloudId, 'alice', { limit: 1, after: first.next })).values).toEqual([
        ofMessage,
      ]);
      expect(await listAll(cloudId, 'bob')).toEqual([]);
      const [row] = await listOf(cloudId, 'alice', { among: 'followed' });
      expect(row?.reminders).toEqual([ofConversation, ofMessage].map(({ messageId, due }) => ({ messageId, due })));
      expect(await listOf(cloudId, 'bob', { among: 'followed' })).toEqual([]);
      expect((await listOf(cloudId, 'bob'))[0]?.reminders).toEqual([]);
      await store.removeReminder(whole);
      await store.removeReminder(whole);
      expect(await listAll(cloudId)).toEqual([ofMessage]);
    });

    test('falls due once, to who is still in the conversation', async () => {
      const { store } = open();
      const cloudId = aSite();
      const group = await store.createGroup(aGroup({ cloudId, ownerId: 'alice' }));
      if (group.outcome !== 'created') throw new Error(group.outcome);
      const { id } = group.value;
      await store.changeMembers(cloudId, id, { add: ['bob', 'carol'], remove: [] }, unchecked);
      for (const ownerId of ['carol', 'bob', 'alice']) {
        await store.setReminder(aPlace(cloudId, id, { ownerId }), at(hour), null);
      }
      expect((await due(cloudId, 0, hour, 2)).map(({ user }) => user.id)).toEqual(['alice', 'bob', 'carol']);
      expect(await due(cloudId, 0, hour - 1)).toEqual([]);
      expect(await due(cloudId, hour, 2 * hour)).toEqual([]);
      expect(await due(aSite(), 0, 2 * hour)).toEqual([]);
      await store.changeMembers(cloudId, id, { add: [], remove: ['bob'] }, unchecked);
      expect((await due(cloudId, 0, hour)).map(({ user }) => user.id)).toEqual(['alice', 'carol']);
      expect(await listAll(cloudId, 'bob')).toEqual([]);
    });

    test('is one of so many at most, also where two are set at once', async () => {
      const { store } = open();
      const cloudId = aSite();
      await send({ cloudId });
      const conversationId = await conversationOf(cloudId);
      const nth = (n: number) => aPlace(cloudId, conversationId, { messageId: `m-${n}` });
      for (let n = 1; n < maxReminders; n += 1) await store.setReminder(nth(n), at(hour + n), null);
      const both = await Promise.all([0, maxReminders].map((n) => store.setReminder(nth(n), at(hour), null)));
      expect(both.sort()).toEqual(['set', 'too-many']);
      expect(await store.setReminder(nth(1), at(2 * hour), null)).toBe('set');
      expect((await listOf(cloudId, 'alice'))[0]?.reminders).toHaveLength(20);
    });

    test('is in the export of its owner alone, and gone with the account and with time', async () => {
      const { store } = open();
      const cloudId = aSite();
      await send({ cloudId });
      const conversationId = await conversationOf(cloudId);
      await store.setReminder(aPlace(cloudId, conversationId), at(hour), aboutOne);
      await store.setReminder(aPlace(cloudId, conversationId, { ownerId: 'bob' }), at(hour), null);
      const exported = async (accountId: string | null) => {
        const records: { record: string }[] = [];
        for (let after: Parameters<typeof store.exportPage>[0]['after'] = null; ; ) {
          const page = await store.exportPage({ cloudId, accountId, actorId: 'cli:root', after });
          records.push(...page.records);
          if (page.next === null) return records.filter(({ record }) => record === 'reminder');
          after = page.next;
        }
      };
      const mine = { conversationId, messageId: null, issue: aboutOne, due: at(hour).toISOString() };
      expect(await exported('alice')).toEqual([{ record: 'reminder', ...mine }]);
      expect(await exported(null)).toEqual([]);
      while (!(await store.eraseBatch(cloudId, 'alice', 'cli:root')).isFinished);
      expect(await listAll(cloudId)).toEqual([]);
      expect((await store.listAccounts(cloudId, { limit: 9, after: null })).values).toContainEqual({ id: 'bob' });
      advance(open().clock, (reminderDays - 1) * day);
      await purge(cloudId);
      expect(await listAll(cloudId, 'bob')).toHaveLength(1);
      advance(open().clock, 2 * day);
      await purge(cloudId);
      expect(await listAll(cloudId, 'bob')).toEqual([]);
    });
  });
}
