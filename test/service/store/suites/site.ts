import type { ListPosition } from '../../../../src/service/conversation/conversation-store';
import type { Page } from '../../../../src/service/conversation/people-store';
import { mostLooked } from '../../../../src/service/store/unread/list-unread.sql';
import { aGroup, aMessage, aSite, scopeOf, unchecked } from '../../../shared/store/builders';
import { makeGroup } from '../make-group';
import { advance, startOfTest, type TestStore } from '../open-test-store';

const firstPage = { limit: 75, after: null };

export function describeSite(open: () => TestStore) {
  describe('what the app asks', () => {
    // Other suites move the one clock of the store.
    beforeEach(() => {
      open().clock.now = startOfTest;
    });
    describe('the accounts of a site', () => {
      test('are all of whom a row is kept: members, who left, who chose, blocks and is blocked; no apps or clients', async () => {
        const { store } = open();
        const cloudId = aSite();
        await store.sendDirect(aMessage({ cloudId, from: 'm1', to: 'm2' }));
        await store.sendDirect(aMessage({ cloudId, from: 'client:x', to: 'm1' }));
        await store.sendDirect(aMessage({ cloudId, from: 'app:y', to: 'm1' }));
        const group = await store.createGroup(aGroup({ cloudId, ownerId: 'm3' }));
        if (group.outcome !== 'created') throw new Error(group.outcome);
        await store.changeMembers(cloudId, group.value.id, { add: ['left'], remove: [] }, unchecked);
        await store.changeMembers(cloudId, group.value.id, { add: [], remove: ['left'] }, unchecked);
        await store.setPreference(cloudId, 'chose', {
          receipts: true,
          notices: { person: true, rule: true, client: true },
        });
        await store.block(cloudId, 'blocks', 'blocked');
        const all = ['blocked', 'blocks', 'chose', 'left', 'm1', 'm2', 'm3'];
        expect((await store.listAccounts(cloudId, firstPage)).values.map(({ id }) => id)).toEqual(all);
        expect(await store.listAccounts(aSite(), firstPage)).toEqual({ values: [], next: null });

        const paged: string[] = [];
        for (let after: Awaited<ReturnType<typeof store.listAccounts>>['next'] = null; ; ) {
          const { values, next } = await store.listAccounts(cloudId, { limit: 2, after });
          paged.push(...values.map(({ id }) => id));
          if (!next) break;
          after = next;
        }
        expect(paged).toEqual(all);
      });
    });

    test('the active ones are who has read, written to another one, chosen or blocked; nobody else is', async () => {
      const { store } = open();
      const cloudId = aSite();
      const send = async (parts: { from: string; to: string; issue?: { id: string; key: string } }) => {
        const sent = await store.sendDirect(aMessage({ cloudId, ...parts }));
        if (sent.outcome !== 'created') throw new Error(sent.outcome);
        const { id: conversationId } = await store.openDirect(cloudId, parts.from, parts.to);
        return { id: sent.value.id, conversationId };
      };
      for (const to of ['0-made-up', '1-made-up']) await send({ from: 'client:x', to });
      await send({ from: 'wrote', to: 'got' });
      const read = await send({ from: 'client:x', to: 'read' });
      await store.markRead(scopeOf(cloudId, read.conversationId, 'read'), read.id);
      const about = { id: '10001', key: 'SHOP-1' };
      await send({ from: 'client:x', to: 'read-issue' });
      const one = await send({ from: 'client:x', to: 'read-issue', issue: about });
      await store.markRead({ ...scopeOf(cloudId, one.conversationId, 'read-issue'), issueId: about.id }, one.id);
      await store.setPreference(cloudId, 'chose', { receipts: false });
      await store.block(cloudId, 'blocks', 'blocked');
      const active = await store.listAccounts(cloudId, { ...firstPage, isActive: true });
      expect(active.values.map(({ id }) => id)).toEqual(['blocks', 'chose', 'read', 'read-issue', 'wrote']);
      const first = await store.listAccounts(cloudId, { limit: 2, after: null, isActive: true });
      const rest = await store.listAccounts(cloudId, { limit: 75, after: first.next, isActive: true });
      expect(rest.values.map(({ id }) => id)).toEqual(['read', 'read-issue', 'wrote']);
    });

    test('a page of the active ones ends by the members that it looked at, and tells everybody once', async () => {
      const { store } = open();
      const cloudId = aSite();
      const madeUp = Array.from({ length: mostLooked + 100 }, (_, n) => `made-up-${String(n).padStart(4, '0')}`);
      // The owner of both groups comes before them with a row of each, and so does the client with those of what it got.
      for (const members of [madeUp.slice(0, 300), madeUp.slice(300)])
        await makeGroup(open(), { cloudId, ownerId: 'first' }, members);
      await store.sendDirect(aMessage({ cloudId, from: 'zoe', to: 'client:x' }));
      // The last one whom the first page looks at has chosen something, and wrote where the second page looks.
      const last = madeUp[mostLooked - 5] as string;
      await store.setPreference(cloudId, last, { receipts: false });
      await store.sendDirect(aMessage({ cloudId, from: last, to: 'client:x' }));
      const pages: (readonly string[])[] = [];
      for (let after: ListPosition | null = null; ; ) {
        const page: Page<{ id: string }> = await store.listAccounts(cloudId, { limit: 75, after, isActive: true });
        pages.push(page.values.map(({ id }) => id));
        after = page.next;
        if (after === null) break;
      }
      expect(pages).toEqual([[last], ['zoe']]);
    });

    describe('the unread of a site', () => {
      const issue = { id: '10001', key: 'SHOP-1' };

      test('tells of the first unread message of each person, conversation and issue, without its words', async () => {
        const { store, clock } = open();
        const cloudId = aSite();
        const { id: conversationId } = await store.openDirect(cloudId, 'alice', 'bob');
        const sent = await store.sendDirect(aMessage({ cloudId, text: 'One', issue }));
        advance(clock, 1000);
        await store.sendDirect(aMessage({ cloudId, text: 'Two', issue }));
        clock.now = startOfTest;
        if (sent.outcome !== 'created') throw new Error(sent.outcome);
        const unread = await store.listUnread(cloudId, { ...firstPage, since: null });
        expect(unread).toEqual({
          values: [
            {
              user: { id: 'bob' },
              conversationId,
              type: 'direct',
              first: {
                id: sent.value.id,
                ts: startOfTest.toISOString(),
                sender: { id: 'alice', kind: 'user' },
                issue,
                origin: { kind: 'person', account: null },
              },
              later: 1,
            },
          ],
          next: null,
        });
      });

      test('leaves out what was read, deleted, hidden or archived, and all of apps and clients', async () => {
        const { store } = open();
        const cloudId = aSite();
        const send = async (to: string, from = 'alice') => {
          const sent = await store.sendDirect(aMessage({ cloudId, from, to }));
          if (sent.outcome !== 'created') throw new Error(sent.outcome);
          const { id: conversationId } = await store.openDirect(cloudId, from, to);
          return { cloudId, conversationId, id: sent.value.id };
        };
        const read = await send('reader');
        await store.markRead(scopeOf(cloudId, read.conversationId, 'reader'), read.id);
        await store.eraseMessage(await send('deleted'), unchecked);
        const hidden = await send('hider');
        await store.hideDirect(cloudId, hidden.conversationId, 'hider', true);
        await send('client:x');
        await send('app:y');
        const group = await store.createGroup(aGroup({ cloudId, ownerId: 'alice' }));
        if (group.outcome !== 'created') throw new Error(group.outcome);
        await store.changeMembers(cloudId, group.value.id, { add: ['member'], remove: [] }, unchecked);
        const { recipientId: _, ...message } = aMessage({ cloudId });
        await store.sendToConversation({ ...message, conversationId: group.value.id });
        const told = async () =>
          (await store.listUnread(cloudId, { ...firstPage, since: null })).values.map(({ user }) => user.id);
        expect(await told()).toEqual(['member']);
        await store.archiveGroup(cloudId, group.value.id, true, unchecked);
        expect(await told()).toEqual([]);
        await send('hider');
        expect(await told()).toEqual(['hider']);
      });

      test('leaves out what comes from whom a person has blocked, in a group and by a rule of theirs', async () => {
        const { store } = open();
        const cloudId = aSite();
        const group = await store.createGroup(aGroup({ cloudId, ownerId: 'alice' }));
        if (group.outcome !== 'created') throw new Error(group.outcome);
        await store.changeMembers(cloudId, group.value.id, { add: ['bob', 'carla'], remove: [] }, unchecked);
        const { recipientId: _, ...message } = aMessage({ cloudId });
        await store.sendToConversation({ ...message, conversationId: group.value.id });
        const origin = { kind: 'rule', label: null, account: 'alice' } as const;
        const sent = await store.sendDirect(aMessage({ cloudId, from: 'app:x', to: 'dan', origin }));
        expect(sent.outcome).toBe('created');
        const told = async () =>
          (await store.listUnread(cloudId, { ...firstPage, since: null })).values.map(({ user }) => user.id);
        expect(await told()).toEqual(['bob', 'carla', 'dan']);
        for (const person of ['bob', 'dan']) await store.block(cloudId, person, 'alice');
        expect(await told()).toEqual(['carla']);
      });

      test('leaves out what a person does not want to be told of, by what sent it', async () => {
        const { store } = open();
        const cloudId = aSite();
        const notices = { person: false, rule: true, client: false };
        await store.setPreference(cloudId, 'bob', { receipts: true, notices });
        await store.sendDirect(aMessage({ cloudId, from: 'p' }));
        await store.sendDirect(aMessage({ cloudId, from: 'r', origin: { kind: 'rule', label: 'Triage' } }));
        await store.sendDirect(aMessage({ cloudId, from: 'client:c', origin: { kind: 'client', label: 'Bot' } }));
        const { values } = await store.listUnread(cloudId, { ...firstPage, since: null });
        expect(values.map(({ first }) => first.sender.id)).toEqual(['r']);
      });

      test('counts what came later in the whole conversation, and of that what the person wants to be told of', async () => {
        const { store, clock } = open();
        const cloudId = aSite();
        await store.setPreference(cloudId, 'bob', {
          receipts: true,
          notices: { person: true, rule: true, client: false },
        });
        const send = async (parts: Omit<Parameters<typeof aMessage>[0], 'cloudId'>) => {
          advance(clock, 1000);
          const sent = await store.sendDirect(aMessage({ cloudId, ...parts }));
          if (sent.outcome !== 'created') throw new Error(sent.outcome);
          return sent.value.id;
        };
        const { id: conversationId } = await store.openDirect(cloudId, 'alice', 'bob');
        await send({ issue });
        await send({ issue: { id: '10002', key: 'SHOP-2' } });
        const read = await send({ issue: { id: '10003', key: 'SHOP-3' } });
        await store.markRead({ ...scopeOf(cloudId, conversationId, 'bob'), issueId: '10003' }, read);
        await send({ from: 'bob', to: 'alice', issue });
        await send({ issue, origin: { kind: 'client', label: 'Bot' } });
        await send({});
        const { values } = await store.listUnread(cloudId, { ...firstPage, since: null });
        expect(
          values.filter(({ user }) => user.id === 'bob').map(({ first, later }) => [first.issue?.key, later]),
        ).toEqual([
          [undefined, 0],
          ['SHOP-1', 2],
          ['SHOP-2', 1],
        ]);
        for (let more = 0; more < 120; more += 1) await send({ issue });
        const counted = await store.listUnread(cloudId, { ...firstPage, since: null });
        expect(counted.values.find(({ first }) => first.issue?.key === 'SHOP-2')?.later).toBe(100);
      });

      test('ends with a time', async () => {
        const { store, clock } = open();
        const cloudId = aSite();
        const times: Date[] = [];
        for (const to of ['one', 'two', 'three']) {
          advance(clock, 1000);
          times.push(clock.now);
          await store.sendDirect(aMessage({ cloudId, to }));
        }
        const [first = startOfTest, second = startOfTest] = times;
        const told = await store.listUnread(cloudId, { ...firstPage, since: first, until: second });
        expect(told.values.map(({ user }) => user.id)).toEqual(['two']);
        const upTo = await store.listUnread(cloudId, { ...firstPage, since: null, until: second });
        expect(upTo.values.map(({ user }) => user.id)).toEqual(['one', 'two']);
      });

      test('begins after a time, and goes on in pages', async () => {
        const { store, clock } = open();
        const cloudId = aSite();
        await store.sendDirect(aMessage({ cloudId, to: 'early' }));
        advance(clock, 1000);
        for (const to of ['x1', 'x2', 'x3']) await store.sendDirect(aMessage({ cloudId, to }));
        clock.now = startOfTest;
        const first = await store.listUnread(cloudId, { limit: 2, after: null, since: startOfTest });
        expect(first.values.map(({ user }) => user.id)).toEqual(['x1', 'x2']);
        const last = await store.listUnread(cloudId, { limit: 2, after: first.next, since: startOfTest });
        expect(last.values.map(({ user }) => user.id)).toEqual(['x3']);
        expect(last.next).toBeNull();
      });
    });
  });
}
