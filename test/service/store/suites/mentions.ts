import type { NewMessage } from '../../../../src/service/conversation/conversation-store';
import type { Database } from '../../../../src/service/store/engine/database';
import { observeDatabase } from '../../../../src/service/store/engine/observed-database';
import fc from '../../../shared/random/fast-check';
import { aDocument, aMessage, aMessageInto, aQuery, aSite, scopeOf, unchecked } from '../../../shared/store/builders';
import { makeGroup } from '../make-group';
import { advance, openTestStore, startOfTest, type TestStore } from '../open-test-store';

/** Words that mention these accounts. */
function mentioning(...ids: readonly string[]): NewMessage['body'] {
  const content = ids.map((id) => ({ type: 'mention', attrs: { id, text: '@…' } }));
  return { version: 1, type: 'doc', content: [{ type: 'paragraph', content }] };
}

const issue = { id: '10001', key: 'SHOP-1' };
const ofMentions = { limit: 75, after: null, since: null, ofMentions: true } as const;

export function describeMentions(open: () => TestStore, database: () => Database) {
  describe('mentions', () => {
    beforeEach(() => {
      open().clock.now = startOfTest;
    });

    async function aScene(members: readonly string[] = ['bob', 'carol']) {
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId }, members);
      const say = async (parts: Partial<Parameters<typeof aMessageInto>[0]> = {}) => {
        advance(open().clock, 1000);
        const sent = await open().store.sendToConversation(aMessageInto({ cloudId, conversationId, ...parts }));
        if (sent.outcome !== 'created') throw new Error(sent.outcome);
        return sent.value.id;
      };
      const edit = (id: string, body: NewMessage['body']) =>
        open().store.replaceMessage({ cloudId, conversationId, id, body, text: 'Edited' }, unchecked);
      const at = (who: string, issueId: string | null = null) => scopeOf(cloudId, conversationId, who, issueId);
      const told = async (span: object = {}) =>
        (await open().store.listUnread(cloudId, { ...ofMentions, ...span })).values.map(({ user }) => user.id);
      return { cloudId, conversationId, say, edit, at, told };
    }
    const listed = async (cloudId: string, callerId: string, parts: object = {}) => {
      const query = aQuery({ cloudId, callerId, expandActivity: true, ...parts });
      return (await open().store.listConversations(query)).values;
    };
    const isMentioned = async (cloudId: string, callerId: string, issueId: string | null = null) =>
      (await listed(cloudId, callerId, { issueId }))[0]?.mentioned ?? false;

    test('are of members alone, and of nobody by themselves', async () => {
      const { cloudId, say, told } = await aScene();
      await say({ body: mentioning('bob', 'alice', 'stranger', 'bob') });
      expect(await told()).toEqual(['bob']);
      const seen = await Promise.all(['alice', 'bob', 'carol'].map((who) => isMentioned(cloudId, who)));
      expect(seen).toEqual([false, true, false]);
    });

    test('in an edit tell nobody of a message that is not open to them', async () => {
      const { cloudId, conversationId, say, edit } = await aScene();
      const before = await say();
      await open().store.changeMembers(
        cloudId,
        conversationId,
        { add: ['erin'], remove: [], isFromNow: true },
        unchecked,
      );
      await edit(before, mentioning('bob', 'erin'));
      const kept = `select n.user_id from mention n where n.cloud_id = $1 and n.message_id = $2`;
      const asked = { name: 'test-mentions-of-message', text: kept };
      expect(await database().query(asked, [cloudId, before])).toEqual([{ user_id: 'bob' }]);
      await edit(await say(), mentioning('erin'));
      expect(await isMentioned(cloudId, 'erin')).toBe(true);
    });

    test('hold between two, from the first message on', async () => {
      const cloudId = aSite();
      await open().store.sendDirect(aMessage({ cloudId, body: mentioning('bob') }));
      expect(await isMentioned(cloudId, 'bob')).toBe(true);
    });

    test('are found wherever they stand in a document', async () => {
      const { cloudId, say } = await aScene();
      const inside = { type: 'tableOfALaterEditor', content: mentioning('bob').content };
      await say({ body: { version: 1, type: 'doc', content: [inside] } });
      expect(await isMentioned(cloudId, 'bob')).toBe(true);
    });

    test('are what a list can be asked for, of an issue too', async () => {
      const { cloudId, conversationId, say, at } = await aScene();
      await say();
      expect(await listed(cloudId, 'bob', { mentionedOnly: true })).toEqual([]);
      expect(await listed(cloudId, 'bob', { unreadOnly: true })).toHaveLength(1);
      const id = await say({ body: mentioning('bob'), issue });
      for (const order of ['name', 'activity'] as const) {
        expect(await listed(cloudId, 'bob', { mentionedOnly: true, order })).toMatchObject([{ id: conversationId }]);
      }
      expect(await listed(cloudId, 'bob', { mentionedOnly: true, name: 'Rel' })).toHaveLength(1);
      expect(await listed(cloudId, 'bob', { mentionedOnly: true, issueId: issue.id })).toHaveLength(1);
      expect(await listed(cloudId, 'bob', { mentionedOnly: true, issueId: '10002' })).toEqual([]);
      expect(await listed(cloudId, 'carol', { mentionedOnly: true })).toEqual([]);
      await open().store.markRead(at('bob'), id);
      expect(await listed(cloudId, 'bob', { mentionedOnly: true })).toEqual([]);
    });

    test('are read with their message, by issue or whole, and unread again with it', async () => {
      const { cloudId, say, at, told } = await aScene();
      const { store } = open();
      const one = await say({ body: mentioning('bob'), issue });
      await say({ body: mentioning('bob') });
      await store.markRead(at('bob', issue.id), one);
      expect([await isMentioned(cloudId, 'bob', issue.id), await isMentioned(cloudId, 'bob')]).toEqual([false, true]);
      await store.markRead(at('bob'), await say());
      expect([await isMentioned(cloudId, 'bob'), await told()]).toEqual([false, []]);
      await store.markUnread(at('bob', issue.id), one);
      expect([await isMentioned(cloudId, 'bob', issue.id), await told()]).toEqual([true, ['bob']]);
    });

    test('of what is read of one issue are read beside what is unread of others', async () => {
      const { cloudId, say, at, told } = await aScene();
      // An earlier one stays unread, so that the conversation's own marker does not follow.
      await say();
      const one = await say({ body: mentioning('bob'), issue });
      await open().store.markRead(at('bob', issue.id), one);
      expect([await isMentioned(cloudId, 'bob'), await told()]).toEqual([false, []]);
      expect(await listed(cloudId, 'bob', { mentionedOnly: true })).toEqual([]);
      expect(await listed(cloudId, 'bob', { unreadOnly: true })).toHaveLength(1);
    });

    test('come and go with an edit, count once, and go with deletion', async () => {
      const { cloudId, conversationId, say, edit, told } = await aScene();
      const id = await say({ issue });
      await edit(id, mentioning('bob'));
      await edit(id, mentioning('bob', 'carol', 'alice'));
      expect(await told()).toEqual(['bob', 'carol']);
      expect(await isMentioned(cloudId, 'bob', issue.id)).toBe(true);
      await edit(id, mentioning('carol'));
      expect([await told(), await isMentioned(cloudId, 'bob')]).toEqual([['carol'], false]);
      await open().store.eraseMessage({ cloudId, conversationId, id }, unchecked);
      expect([await told(), await isMentioned(cloudId, 'carol')]).toEqual([[], false]);
    });

    test('by an edit of what was read are read', async () => {
      const { cloudId, say, edit, at } = await aScene();
      const id = await say();
      await open().store.markRead(at('bob'), id);
      await edit(id, mentioning('bob'));
      expect(await isMentioned(cloudId, 'bob')).toBe(false);
    });

    test('end with the membership', async () => {
      const { cloudId, conversationId, say, told } = await aScene();
      await say({ body: mentioning('bob') });
      const { store } = open();
      await store.changeMembers(cloudId, conversationId, { add: [], remove: ['bob'] }, unchecked);
      await store.changeMembers(cloudId, conversationId, { add: ['bob'], remove: [] }, unchecked);
      await store.markUnread(scopeOf(cloudId, conversationId, 'bob'), await say());
      expect([await isMentioned(cloudId, 'bob'), await told()]).toEqual([false, []]);
    });

    test('pass a mute, unless their receiver does not want that', async () => {
      const { cloudId, conversationId, say, told } = await aScene();
      const { store } = open();
      await store.setMuted(cloudId, conversationId, 'bob', true);
      await store.setMuted(cloudId, conversationId, 'carol', true);
      await store.setPreference(cloudId, 'carol', { mentionsPassMute: false });
      await say({ body: mentioning('bob', 'carol') });
      expect(await told()).toEqual(['bob']);
      expect((await store.listUnread(cloudId, { limit: 75, after: null, since: null })).values).toEqual([]);
      await store.setPreference(cloudId, 'carol', { mentionsPassMute: true });
      expect(await told()).toEqual(['bob', 'carol']);
    });

    test('are not told of what their receiver is not told of otherwise', async () => {
      const { cloudId, conversationId, say, told } = await aScene(['bob', 'carol', 'dave', 'client:x']);
      const { store } = open();
      await store.block(cloudId, 'bob', 'alice');
      await store.setPreference(cloudId, 'carol', { notices: { person: false } });
      await say({ body: mentioning('bob', 'carol', 'dave', 'client:x') });
      expect(await told()).toEqual(['dave']);
      await store.archiveGroup(cloudId, conversationId, true, unchecked);
      expect(await told()).toEqual([]);
    });

    test('are told of by message, each with what came later, in the span that is asked for', async () => {
      const { cloudId, conversationId, say, told } = await aScene();
      const begin = open().clock.now;
      await say();
      const first = await say({ body: mentioning('bob', 'carol'), issue });
      const between = open().clock.now;
      await say({ body: mentioning('bob') });
      await say();
      const { values } = await open().store.listUnread(cloudId, ofMentions);
      expect(values.map(({ user, later, mention }) => [user.id, later, mention])).toEqual([
        ['bob', 2, true],
        ['carol', 2, true],
        ['bob', 1, true],
      ]);
      expect(values[0]).toEqual({
        ...{ user: { id: 'bob' }, conversationId, type: 'group', later: 2, mention: true },
        first: {
          ...{ id: first, ts: between.toISOString(), sender: { id: 'alice', kind: 'user' }, issue },
          origin: { kind: 'person', account: null },
        },
      });
      expect(await told({ since: between })).toEqual(['bob']);
      expect(await told({ since: begin, until: between })).toEqual(['bob', 'carol']);
    });

    test('are listed page by page, none twice and none left out, however many were read', async () => {
      const { cloudId, say, at, told } = await aScene();
      const ids: string[] = [];
      for (let n = 0; n < 7; n += 1) ids.push(await say({ body: mentioning('bob', 'carol') }));
      await open().store.markRead(at('bob'), ids[3] ?? '');
      const all = await told();
      expect(all).toHaveLength(10);
      const paged: string[] = [];
      for (let after: Awaited<ReturnType<TestStore['store']['listUnread']>>['next'] = null; ; ) {
        const page = await open().store.listUnread(cloudId, { ...ofMentions, limit: 3, after });
        paged.push(...page.values.map(({ user, first }) => `${user.id} ${first.id}`));
        if (page.next === null) break;
        after = page.next;
      }
      expect(new Set(paged).size).toBe(10);
      expect(paged.map((one) => one.split(' ')[0])).toEqual(all);
    });

    test('cost a send that mentions nobody no statement, and a batch that does one', async () => {
      const asked: string[] = [];
      const counted = observeDatabase(database(), (statement, work) => {
        asked.push(statement.name);
        return work();
      });
      const { store } = await openTestStore(counted);
      const cloudId = aSite();
      await store.sendDirect(aMessage({ cloudId, body: aDocument('"mention"') }));
      expect(asked.filter((name) => name.includes('mention'))).toEqual([]);
      await Promise.all(
        ['bob', 'carol', 'dave'].map((to) => store.sendDirect(aMessage({ cloudId, to, body: mentioning(to) }))),
      );
      expect(asked.filter((name) => name === 'insert-mentions')).toHaveLength(1);
    });

    test('go with an account, its messages, and what retention ends', async () => {
      const { cloudId, say, told } = await aScene();
      const { store, clock } = open();
      await say({ body: mentioning('bob', 'carol') });
      await say({ from: 'bob', body: mentioning('carol') });
      expect(await told()).toEqual(['bob', 'carol', 'carol']);
      while (!(await store.eraseBatch(cloudId, 'bob', 'cli:root')).isFinished);
      expect(await told()).toEqual(['carol']);
      await store.setRetention(cloudId, 1, 'cli:root');
      advance(clock, 3 * 24 * 60 * 60 * 1000);
      const lease = await store.leasePurge(cloudId, 'node');
      if (!lease) throw new Error('The site is not to be purged.');
      await store.purgeBatch(lease, { doneId: null, messages: 0, drafts: 0, reports: 0 });
      expect(await told()).toEqual([]);
    });

    test('follow markers as messages do, whatever is sent, read and marked', async () => {
      const people = ['alice', 'bob', 'carol'];
      const issues = ['', '10001', '10002'];
      const step = fc.oneof(
        fc.record({
          do: fc.constant('send' as const),
          who: fc.constantFrom(...people),
          scope: fc.constantFrom(...issues),
          named: fc.subarray(people),
        }),
        fc.record({
          do: fc.constantFrom('read' as const, 'unread' as const, 'delete' as const),
          who: fc.constantFrom(...people),
          scope: fc.constantFrom(...issues),
          at: fc.nat(99),
        }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 20 }), async (steps) => {
          const { cloudId, conversationId, say, at } = await aScene();
          const sent: { id: string; from: string; scope: string; named: readonly string[]; isDeleted: boolean }[] = [];
          for (const one of steps) {
            if (one.do === 'send') {
              const about = one.scope === '' ? null : { id: one.scope, key: `SHOP-${one.scope}` };
              const id = await say({ from: one.who, body: mentioning(...one.named), issue: about });
              sent.push({ id, from: one.who, scope: one.scope, named: one.named, isDeleted: false });
              continue;
            }
            const message = sent[one.at % Math.max(sent.length, 1)];
            if (!message) continue;
            const scope = at(one.who, one.scope === '' ? null : one.scope);
            if (one.do === 'read') await open().store.markRead(scope, message.id);
            if (one.do === 'unread') await open().store.markUnread(scope, message.id);
            if (one.do === 'delete') {
              await open().store.eraseMessage({ cloudId, conversationId, id: message.id }, unchecked);
              message.isDeleted = true;
            }
          }
          for (const who of people) {
            const [conversation] = await listed(cloudId, who);
            // What a reader takes for unread who is told where that begins, and is mentioned in.
            const expected = sent.some(({ id, from, scope, named, isDeleted }) => {
              const begin = conversation?.unreadAfter?.find((it) => (it.issue ?? '') === scope);
              return begin && id > begin.messageId && from !== who && !isDeleted && named.includes(who);
            });
            expect([who, conversation?.mentioned]).toEqual([who, expected]);
            expect(await listed(cloudId, who, { mentionedOnly: true })).toHaveLength(expected ? 1 : 0);
          }
        }),
        { numRuns: 25 },
      );
    });
  });
}
