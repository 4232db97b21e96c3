import { beforeAllIds } from '../../../../src/service/store/rows/outer-ids';
import { aMessage, aQuery, aSite, scopeOf } from '../../../shared/store/builders';
import { advance, startOfTest, type TestStore } from '../open-test-store';

/** Marking all as read, over several conversations. What it comes to in one is in the model of reading by issue. */
export function describeReadAll(open: () => TestStore) {
  const unreadOf = async (cloudId: string, callerId: string) =>
    (await open().store.listConversations(aQuery({ cloudId, callerId, unreadOnly: true }))).values.map(
      ({ user }) => user?.id,
    );

  async function send(cloudId: string, from: string, issueId: string | null = null) {
    const issue = issueId === null ? null : { id: issueId, key: `WEB-${issueId}` };
    const made = await open().store.sendDirect(aMessage({ cloudId, from, to: 'alice', issue }));
    if (made.outcome !== 'created') throw new Error(made.outcome);
    return made.value.id;
  }

  describe('marking all as read', () => {
    test('reaches each conversation of the member, and nobody else’s nor another site’s', async () => {
      const { store } = open();
      const [cloudId, elsewhere] = [aSite(), aSite()];
      for (const from of ['bob', 'carol', 'dave']) await send(cloudId, from, '10001');
      await send(elsewhere, 'bob');
      await store.sendDirect(aMessage({ cloudId, from: 'alice', to: 'bob' }));
      expect(await store.markAllRead(cloudId, 'alice', null)).toEqual({ count: 3, next: null });
      expect([await unreadOf(cloudId, 'alice'), await unreadOf(cloudId, 'bob')]).toEqual([[], ['alice']]);
      expect(await unreadOf(elsewhere, 'alice')).toEqual(['bob']);
      expect(await store.markAllRead(cloudId, 'alice', null)).toEqual({ count: 0, next: null });
    });

    test('what came after its first step stays unread in a later one', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      await send(cloudId, 'bob');
      const until = clock.now.toISOString();
      advance(clock, 1_000);
      await send(cloudId, 'bob');
      await send(cloudId, 'carol');
      const first = { key: until, id: '00000000-0000-0000-0000-000000000000' };
      await store.markAllRead(cloudId, 'alice', first);
      clock.now = startOfTest;
      const { values } = await store.listConversations(
        aQuery({ cloudId, callerId: 'alice', expandActivity: true, order: 'activity', sort: 'desc' }),
      );
      expect(values.map(({ unreadCount }) => unreadCount)).toEqual([1, 1]);
    });

    test('moves no marker back that was moved further since its first step', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      await send(cloudId, 'bob');
      const first = { key: clock.now.toISOString(), id: beforeAllIds };
      advance(clock, 1_000);
      const read = await send(cloudId, 'bob');
      await send(cloudId, 'bob');
      clock.now = startOfTest;
      const { id } = (await store.listConversations(aQuery({ cloudId }))).values[0] ?? { id: '' };
      await store.markRead(scopeOf(cloudId, id, 'alice'), read);
      await store.markAllRead(cloudId, 'alice', first);
      const { values } = await store.listConversations(aQuery({ cloudId, callerId: 'alice', expandActivity: true }));
      expect(values.map(({ unreadCount }) => unreadCount)).toEqual([1]);
    });

    test('ends what was marked as unread, of the conversation and of its issues', async () => {
      const { store } = open();
      const cloudId = aSite();
      const ids = [await send(cloudId, 'bob', '10001'), await send(cloudId, 'bob')];
      const { id } = (await store.listConversations(aQuery({ cloudId }))).values[0] ?? { id: '' };
      await store.markRead(scopeOf(cloudId, id, 'alice'), ids[1] ?? '');
      await store.markUnread(scopeOf(cloudId, id, 'alice', '10001'), ids[0] ?? '');
      await store.markUnread(scopeOf(cloudId, id, 'alice'), ids[1] ?? '');
      expect(await unreadOf(cloudId, 'alice')).toEqual(['bob']);
      expect(await store.markAllRead(cloudId, 'alice', null)).toEqual({ count: 1, next: null });
      expect(await unreadOf(cloudId, 'alice')).toEqual([]);
    });

    test('while others send and one reads, two at once come to the same, and no marker moves back', async () => {
      const { store } = open();
      const cloudId = aSite();
      const people = Array.from({ length: 12 }, (_, n) => `user:${n}`);
      for (const from of people) await send(cloudId, from);
      const { values } = await store.listConversations(aQuery({ cloudId, limit: 75 }));
      const idOf = new Map(values.map(({ id, user }) => [user?.id, id]));
      advance(open().clock, 1_000);
      const [seen, unseen] = [people.slice(0, 6), people.slice(6)];
      await Promise.all([
        store.markAllRead(cloudId, 'alice', { key: startOfTest.toISOString(), id: beforeAllIds }),
        ...seen.map(async (from) => {
          const id = await send(cloudId, from);
          await store.markRead(scopeOf(cloudId, idOf.get(from) ?? '', 'alice'), id);
        }),
        ...unseen.map((from) => send(cloudId, from)),
        store.markAllRead(cloudId, 'alice', { key: startOfTest.toISOString(), id: beforeAllIds }),
      ]);
      // What came meanwhile is read where she read it, and nowhere else.
      expect((await unreadOf(cloudId, 'alice')).sort()).toEqual([...unseen].sort());
      open().clock.now = startOfTest;
    });
  });

  describe('lists of what is few', () => {
    test('hold conversations with programs alone, whichever end is lower', async () => {
      const { store } = open();
      const cloudId = aSite();
      for (const reader of ['557058:a', 'qm:z']) {
        for (const from of ['app:1', 'client:ci', 'bob', 'zoe']) {
          await store.sendDirect(aMessage({ cloudId, from, to: reader }));
        }
        const query = aQuery({ cloudId, callerId: reader, among: 'programs' });
        expect((await store.listConversations(query)).values.map(({ user }) => user?.id).sort()).toEqual([
          'app:1',
          'client:ci',
        ]);
      }
    });

    test('hold where the caller has drafts, each once, and in pages', async () => {
      const { store } = open();
      const cloudId = aSite();
      const content = { mediaType: 'text/plain', body: 'Half' } as const;
      const place = { cloudId, ownerId: 'alice', edited: null, kind: 'user' } as const;
      for (const from of ['bob', 'carol', 'zoe']) await send(cloudId, from);
      for (const issueId of ['10001', '10002', null])
        await store.saveDraft({ ...place, id: 'bob', issueId }, content, null);
      await store.saveDraft({ ...place, id: 'zoe', issueId: null }, content, null);
      // With whom there is no conversation, nothing is listed; nor is what others began.
      await store.saveDraft({ ...place, id: 'nobody', issueId: null }, content, null);
      await store.saveDraft({ ...place, ownerId: 'bob', id: 'carol', issueId: null }, content, null);
      const group = await store.createGroup({
        cloudId,
        ownerId: 'alice',
        name: 'Harbour',
        topic: '',
        privacy: 'private',
        issue: null,
        members: [],
        follows: null,
        claim: null,
      });
      if (group.outcome !== 'created') throw new Error(group.outcome);
      await store.saveDraft({ ...place, kind: 'conversation', id: group.value.id, issueId: null }, content, null);
      const seen: string[] = [];
      for (let after: Parameters<typeof store.listConversations>[0]['after'] = null; ; ) {
        const query = aQuery({ cloudId, among: 'drafts', order: 'activity', sort: 'desc', limit: 1, after });
        const page = await store.listConversations(query);
        seen.push(...page.values.map(({ user, name }) => user?.id ?? name));
        after = page.next;
        if (after === null) break;
      }
      expect(seen.sort()).toEqual(['Harbour', 'bob', 'zoe']);
    });
  });
}
