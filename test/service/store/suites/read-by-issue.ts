import type { Conversation } from '../../../../src/contract/resources';
import type { ConversationQuery } from '../../../../src/service/conversation/conversation-store';
import fc from '../../../shared/random/fast-check';
import { aMessageInto, aQuery, aSite, scopeOf, unchecked } from '../../../shared/store/builders';
import { makeGroup } from '../make-group';
import type { TestStore } from '../open-test-store';

interface ModelMessage {
  readonly id: string;
  readonly from: string;
  readonly issueId: string | null;
  isDeleted: boolean;
}

/** What the contract says of one member, by scope: an issue, or '' for the conversation. */
class ModelReader {
  readonly markers = new Map<string, string>();
  readonly unreadFrom = new Map<string, string>();

  constructor(
    readonly id: string,
    readonly messages: readonly ModelMessage[],
  ) {}

  isUnread({ id, from, issueId, isDeleted }: ModelMessage): boolean {
    if (from === this.id || isDeleted) return false;
    const scopes = issueId === null ? [''] : ['', issueId];
    return (
      scopes.some((scope) => id >= (this.unreadFrom.get(scope) ?? 'g')) ||
      scopes.every((scope) => id > (this.markers.get(scope) ?? ''))
    );
  }

  markRead(scope: string, id: string) {
    const forward = (one: string) => {
      if ((this.markers.get(one) ?? '') < id) this.markers.set(one, id);
    };
    forward(scope);
    for (const [one, from] of this.unreadFrom) {
      if ((scope === '' || one === scope) && from <= id) this.unreadFrom.delete(one);
    }
    if (scope !== '' && !this.messages.some((message) => message.id <= id && this.isUnread(message))) forward('');
  }

  count(issueId: string | null): number {
    return this.unread(issueId).length;
  }

  unread(issueId: string | null): ModelMessage[] {
    return this.messages.filter((message) => {
      return (issueId === null || message.issueId === issueId) && this.isUnread(message);
    });
  }

  /** As `readBy` shows it. */
  shown() {
    const entries = [...this.markers].sort(([one], [other]) => (one < other ? -1 : 1));
    return entries.map(([issue, messageId]) => ({ userId: this.id, messageId, ...(issue !== '' && { issue }) }));
  }
}

/** What a reader takes for unread who is told where that begins. */
function laterThan(beginnings: Conversation['unreadAfter'], messages: readonly ModelMessage[], who: string) {
  return messages.filter(({ id, from, issueId, isDeleted }) => {
    const begin = beginnings?.find(({ issue = null }) => issue === issueId);
    return begin !== undefined && id > begin.messageId && from !== who && !isDeleted;
  });
}

const issues = ['10001', '10002', '10003'];
const people = ['alice', 'bob', 'carol'];
const scope = fc.constantFrom('', ...issues);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), who: fc.constantFrom(...people), scope }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('read' as const, 'unread' as const),
      who: fc.constantFrom(...people),
      scope,
      at: fc.nat(99),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), at: fc.nat(99) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('read all' as const), who: fc.constantFrom(...people) }) },
);

export function describeReadByIssue(open: () => TestStore) {
  const listed = async (cloudId: string, callerId: string, parts: Partial<ConversationQuery> = {}) =>
    (await open().store.listConversations(aQuery({ cloudId, callerId, expandActivity: true, ...parts }))).values[0];

  async function openScene() {
    const cloudId = aSite();
    const conversationId = await makeGroup(open(), { cloudId }, ['bob', 'carol']);
    const messages: ModelMessage[] = [];
    const send = async (from: string, issueId: string | null) => {
      const issue = issueId === null ? null : { id: issueId, key: `WEB-${issueId}` };
      const made = await open().store.sendToConversation(aMessageInto({ cloudId, conversationId, from, issue }));
      if (made.outcome !== 'created') throw new Error(made.outcome);
      messages.push({ id: made.value.id, from, issueId, isDeleted: false });
      return made.value.id;
    };
    const at = (memberId: string, issueId: string | null = null) => scopeOf(cloudId, conversationId, memberId, issueId);
    return { cloudId, conversationId, messages, send, at };
  }

  const unread = async (cloudId: string, who: string, issueId: string | null = null) =>
    (await listed(cloudId, who, { issueId }))?.unreadCount ?? 0;

  describe('reading by issue', () => {
    test('what is read of one issue leaves the others unread, and the conversation follows when nothing is left', async () => {
      const { store } = open();
      const { cloudId, send, at } = await openScene();
      const first = await send('alice', '10001');
      const other = await send('alice', '10002');
      const last = await send('alice', '10001');
      expect(await store.markRead(at('bob', '10001'), last)).toBe(true);
      expect([await unread(cloudId, 'bob'), await unread(cloudId, 'bob', '10001')]).toEqual([1, 0]);
      expect((await listed(cloudId, 'alice'))?.readBy).toEqual([{ userId: 'bob', messageId: last, issue: '10001' }]);
      expect(await store.markRead(at('bob', '10002'), other)).toBe(true);
      expect(await unread(cloudId, 'bob')).toBe(0);
      expect((await listed(cloudId, 'alice'))?.readBy).toEqual([
        { userId: 'bob', messageId: other },
        { userId: 'bob', messageId: last, issue: '10001' },
        { userId: 'bob', messageId: other, issue: '10002' },
      ]);
      expect((await listed(cloudId, 'alice', { issueId: '10001' }))?.readBy).toEqual([
        { userId: 'bob', messageId: other },
        { userId: 'bob', messageId: last, issue: '10001' },
      ]);
      expect(await store.markRead(at('bob', '10002'), first)).toBe(false);
      expect(await store.markRead(at('dave', '10001'), first)).toBe(false);
    });

    test('what is marked as unread is unread again, and takes nothing back of what others were shown', async () => {
      const { store } = open();
      const { cloudId, send, at } = await openScene();
      const [first, last] = [await send('alice', '10001'), await send('alice', null)];
      await store.markRead(at('bob'), last);
      const shown = (await listed(cloudId, 'alice'))?.readBy;
      expect(await store.markUnread(at('bob', '10001'), first)).toBe(true);
      expect([await unread(cloudId, 'bob'), await unread(cloudId, 'bob', '10001')]).toEqual([1, 1]);
      expect(await listed(cloudId, 'bob', { unreadOnly: true, issueId: '10001' })).toBeDefined();
      expect(await store.markUnread(at('bob'), first)).toBe(true);
      expect(await unread(cloudId, 'bob')).toBe(2);
      expect((await listed(cloudId, 'alice'))?.readBy).toEqual(shown);
      await store.markRead(at('bob'), last);
      expect(await unread(cloudId, 'bob')).toBe(0);
      expect(await listed(cloudId, 'bob', { unreadOnly: true })).toBeUndefined();
    });

    test('who leaves and comes back begins anew', async () => {
      const { store } = open();
      const { cloudId, conversationId, send, at } = await openScene();
      const first = await send('alice', '10001');
      await store.markUnread(at('bob', '10001'), first);
      await store.changeMembers(cloudId, conversationId, { add: [], remove: ['bob'] }, unchecked);
      await store.changeMembers(cloudId, conversationId, { add: ['bob'], remove: [] }, unchecked);
      expect(await unread(cloudId, 'bob')).toBe(0);
      expect((await listed(cloudId, 'alice'))?.readBy).toEqual([]);
    });

    test('in any order, counts, lists and what others see are what the contract says', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          const { store } = open();
          const { cloudId, conversationId, messages, send, at } = await openScene();
          const readers = new Map(people.map((id) => [id, new ModelReader(id, messages)]));
          for (const one of steps) {
            if (one.do === 'send') await send(one.who, one.scope === '' ? null : one.scope);
            else if (one.do === 'read all') {
              const reader = readers.get(one.who);
              const last = messages.at(-1);
              const isAny = (reader?.count(null) ?? 0) > 0;
              expect(await store.markAllRead(cloudId, one.who, null)).toEqual({ count: isAny ? 1 : 0, next: null });
              if (isAny && last !== undefined) reader?.markRead('', last.id);
            } else if (one.do === 'delete') {
              const message = messages[one.at % Math.max(1, messages.length)];
              if (message === undefined) continue;
              await store.eraseMessage({ cloudId, conversationId, id: message.id }, unchecked);
              message.isDeleted = true;
            } else {
              const choice = messages.filter(({ issueId }) => one.scope === '' || issueId === one.scope);
              const message = choice[one.at % Math.max(1, choice.length)];
              const reader = readers.get(one.who);
              if (message === undefined || reader === undefined) continue;
              const scoped = at(one.who, one.scope === '' ? null : one.scope);
              await store[one.do === 'read' ? 'markRead' : 'markUnread'](scoped, message.id);
              if (one.do === 'read') reader.markRead(one.scope, message.id);
              else reader.unreadFrom.set(one.scope, message.id);
            }
          }
          for (const [who, reader] of readers) {
            expect(await unread(cloudId, who)).toBe(reader.count(null));
            const isListed = (await listed(cloudId, who, { unreadOnly: true })) !== undefined;
            expect(isListed).toBe(reader.count(null) > 0);
            for (const issueId of issues) expect(await unread(cloudId, who, issueId)).toBe(reader.count(issueId));
            const [whole, one] = [await listed(cloudId, who), await listed(cloudId, who, { issueId: issues[0] ?? '' })];
            expect(laterThan(whole?.unreadAfter, messages, who)).toEqual(reader.unread(null));
            expect(laterThan(one?.unreadAfter, messages, who)).toEqual(reader.unread(issues[0] ?? ''));
          }
          const readBy = (await listed(cloudId, 'alice'))?.readBy ?? [];
          const expected = people.slice(1).flatMap((who) => readers.get(who)?.shown() ?? []);
          expect(readBy).toHaveLength(expected.length);
          expect(readBy).toEqual(expect.arrayContaining(expected));
          const told = await store.listUnread(cloudId, { limit: 75, after: null, since: null });
          const rows = people.flatMap((who) =>
            [null, ...issues].flatMap((issueId) => {
              const [first] =
                readers
                  .get(who)
                  ?.unread(null)
                  .filter((message) => message.issueId === issueId) ?? [];
              return first === undefined ? [] : [{ who, issueId, id: first.id }];
            }),
          );
          expect(
            told.values.map(({ user, first }) => ({ who: user.id, issueId: first.issue?.id ?? null, id: first.id })),
          ).toEqual(rows);
        }),
        { numRuns: 40 },
      );
    }, 120_000);

    test('the rows of what is unread go on in pages, by person, conversation and issue', async () => {
      const { store } = open();
      const { cloudId, send } = await openScene();
      for (const issueId of [...issues, null]) await send('alice', issueId);
      const seen: string[] = [];
      for (let after: Parameters<typeof store.listUnread>[1]['after'] = null; ; ) {
        const page = await store.listUnread(cloudId, { limit: 3, after, since: null });
        seen.push(...page.values.map(({ user, first }) => `${user.id} ${first.issue?.id ?? ''}`));
        after = page.next;
        if (after === null) break;
      }
      expect(seen).toEqual(['bob', 'carol'].flatMap((who) => ['', ...issues].map((issueId) => `${who} ${issueId}`)));
    });

    test('markers of one member that move at the same moment all hold', async () => {
      const { store } = open();
      const { cloudId, send, at } = await openScene();
      const ids: string[] = [];
      for (let n = 0; n < 4; n += 1) for (const issueId of issues) ids.push(await send('alice', issueId));
      const marks = issues.flatMap((issueId, n) =>
        [n, n + 3, n + 6, n + 9].map((k) => store.markRead(at('bob', issueId), ids[k] ?? '')),
      );
      expect(await Promise.all(marks)).toEqual(marks.map(() => true));
      expect(await unread(cloudId, 'bob')).toBe(0);
      await Promise.all([
        store.markUnread(at('bob', '10001'), ids[0] ?? ''),
        store.markUnread(at('bob', '10002'), ids[1] ?? ''),
        store.markUnread(at('bob'), ids[11] ?? ''),
      ]);
      expect(await unread(cloudId, 'bob')).toBe(9);
    });
  });
}
