import type { ExportPosition } from '../../../../src/service/conversation/administration';
import {
  aClaim,
  aGroup,
  aMessage,
  aMessageInto,
  aQuery,
  aSite,
  aWindow,
  unchecked,
  whole,
} from '../../../shared/store/builders';
import { advance, startOfTest, type TestStore } from '../open-test-store';

const day = 24 * 60 * 60 * 1000;

export function describePeopleData(open: () => TestStore) {
  describe('people’s data', () => {
    // Other suites move the one clock of the store.
    beforeEach(() => {
      open().clock.now = startOfTest;
    });
    const auditOf = async (cloudId: string) =>
      (await open().store.listAudit(cloudId, null)).map(({ actor, action, subject, details }) => ({
        ...{ actor, action, subject, details },
      }));

    async function aGroupWith(cloudId: string, ownerId: string, members: readonly string[]) {
      const group = await open().store.createGroup(aGroup({ cloudId, ownerId, topic: 'Kept' }));
      if (group.outcome !== 'created') throw new Error(group.outcome);
      await open().store.changeMembers(cloudId, group.value.id, { add: members, remove: [] }, unchecked);
      return group.value.id;
    }
    async function sendIn(cloudId: string, conversationId: string, from: string, text: string) {
      const { recipientId: _, ...message } = aMessage({ cloudId, from, text });
      await open().store.sendToConversation({ ...message, conversationId });
    }

    describe('an erase', () => {
      const erase = async (cloudId: string, userId: string) => {
        for (let batches = 1; ; batches += 1) {
          const { isFinished, messages } = await open().store.eraseBatch(cloudId, userId, 'cli:root');
          if (isFinished) return { batches, messages };
        }
      };

      test('takes the words of one account everywhere, also where it left, and nobody else’s', async () => {
        const { store } = open();
        const cloudId = aSite();
        const other = aSite();
        const label = { kind: 'rule', label: 'Secret rule' } as const;
        await store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'alice', text: 'Secret', origin: label }));
        await store.sendDirect(aMessage({ cloudId, from: 'alice', to: 'bob', text: 'Answer' }));
        await store.sendDirect(aMessage({ cloudId: other, from: 'bob', to: 'alice', text: 'Elsewhere' }));
        const groupId = await aGroupWith(cloudId, 'alice', ['bob']);
        await sendIn(cloudId, groupId, 'bob', 'Secret in a group');
        await store.changeMembers(cloudId, groupId, { add: [], remove: ['bob'] }, unchecked);

        expect(await erase(cloudId, 'bob')).toEqual({ batches: 1, messages: 2 });

        const direct = (await store.readDirect(cloudId, 'alice', 'bob', aWindow())).values;
        const deletedAt = startOfTest.toISOString();
        expect(direct).toMatchObject([
          { text: '', body: null, deletedAt, sender: { id: 'bob' }, origin: { kind: 'rule', label: null } },
          { text: 'Answer', deletedAt: null },
        ]);
        const { values } = await store.readConversation(whole(cloudId, groupId), aWindow());
        expect(values).toMatchObject([{ text: '', body: null, deletedAt }]);
        const seen = await store.findConversation(cloudId, groupId, 'alice');
        expect(seen?.conversation).toMatchObject({ name: 'Release', topic: 'Kept' });
        const elsewhere = (await store.readDirect(other, 'alice', 'bob', aWindow())).values;
        expect(elsewhere.map(({ text }) => text)).toEqual(['Elsewhere']);
      });

      test('takes the account’s choices and hashes, and leaves others’ blocks of it', async () => {
        const { store } = open();
        const cloudId = aSite();
        const notices = { person: false, rule: false, client: false };
        await store.setPreference(cloudId, 'bob', { receipts: false, notices });
        await store.block(cloudId, 'bob', 'carol');
        await store.block(cloudId, 'alice', 'bob');
        const quotas = [{ subject: '', limit: 9 }];
        const message = aMessage({ cloudId, from: 'bob', to: 'dan', claim: aClaim(), quotas });
        expect(await store.sendDirect(message)).toMatchObject({ counts: [{ sends: 1 }] });
        await erase(cloudId, 'bob');
        expect(await store.findPreference(cloudId, 'bob')).toBeNull();
        expect((await store.listBlocks(cloudId, 'bob', { limit: 9, after: null })).values).toEqual([]);
        expect((await store.listBlocks(cloudId, 'alice', { limit: 9, after: null })).values).toHaveLength(1);
        expect(await store.sendDirect(message)).toMatchObject({ outcome: 'created', counts: [{ sends: 1 }] });
      });

      test('of a client takes when it was last let in, there and of nobody else', async () => {
        const { store } = open();
        const [cloudId, other] = [aSite(), aSite()];
        for (const site of [cloudId, other]) await store.noteClientUse(site, 'bot', startOfTest);
        await store.noteClientUse(cloudId, 'ci', startOfTest);
        await erase(cloudId, 'client:bot');
        const used = async (site: string) => [...(await store.listClientUses(site)).keys()];
        expect([await used(cloudId), await used(other)]).toEqual([['ci'], ['bot']]);
      });

      test('goes on where it stopped, in batches of messages and of conversations', async () => {
        const { store, clock } = open();
        const cloudId = aSite();
        const sends = Array.from({ length: 201 }, () =>
          store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'alice' })),
        );
        await Promise.all(sends);
        // Ids follow the time: the conversation with 201 comes first.
        advance(clock, 1);
        for (let n = 0; n < 101; n += 1) {
          await store.sendDirect(aMessage({ cloudId, from: 'bob', to: `other-${n}` }));
        }
        // 200, then the last of it and those of 99 others, then two.
        expect(await store.eraseBatch(cloudId, 'bob', 'cli:root')).toEqual({ messages: 200, isFinished: false });
        expect(await store.eraseBatch(cloudId, 'bob', 'cli:root')).toEqual({ messages: 300, isFinished: false });
        expect(await store.eraseBatch(cloudId, 'bob', 'cli:root')).toEqual({ messages: 302, isFinished: true });
        const { values } = await store.readDirect(cloudId, 'alice', 'bob', aWindow());
        expect(new Set(values.map(({ text }) => text))).toEqual(new Set(['']));
        expect(await erase(cloudId, 'bob')).toMatchObject({ messages: 0 });
        clock.now = startOfTest;
      });

      test('stands in the audit, once when it began and once when it ended', async () => {
        const { store, clock } = open();
        const cloudId = aSite();
        await store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'alice' }));
        await erase(cloudId, 'bob');
        clock.now = startOfTest;
        const deed = { actor: 'cli:root', subject: 'bob' };
        const audit = await auditOf(cloudId);
        expect(audit).toHaveLength(2);
        expect(audit).toContainEqual({ ...deed, action: 'account-erase-begun', details: {} });
        expect(audit).toContainEqual({ ...deed, action: 'account-erased', details: { messages: 1 } });
      });
    });

    describe('an export', () => {
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
      const only = (records: Record<string, unknown>[], kind: string) =>
        records.filter(({ record }) => record === kind);

      async function aFullSite() {
        const { store } = open();
        const cloudId = aSite();
        const notices = { person: true, rule: false, client: true };
        for (const id of ['alice', 'bob']) await store.setPreference(cloudId, id, { receipts: false, notices });
        await store.block(cloudId, 'alice', 'carol');
        await store.block(cloudId, 'bob', 'carol');
        await store.sendDirect(aMessage({ cloudId, from: 'alice', to: 'bob', text: 'From Alice' }));
        await store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'alice', text: 'From Bob' }));
        const groupId = await aGroupWith(cloudId, 'alice', ['bob', 'dan']);
        await sendIn(cloudId, groupId, 'bob', 'In the group');
        await store.changeMembers(cloudId, groupId, { add: [], remove: ['bob'] }, unchecked);
        await store.sendDirect(aMessage({ cloudId: aSite(), from: 'bob', to: 'alice', text: 'Elsewhere' }));
        return { cloudId, groupId };
      }

      test('of an account holds its choices, its conversations and what it sent, also where it left', async () => {
        const { cloudId, groupId } = await aFullSite();
        const records = await exportAll(cloudId, 'bob');
        expect(records[0]).toEqual({
          ...{ record: 'export', cloudId, account: { id: 'bob' }, retentionDays: null },
          at: startOfTest.toISOString(),
        });
        expect(only(records, 'preference')).toEqual([
          {
            ...{ record: 'preference', user: { id: 'bob' }, receipts: false, changed: startOfTest.toISOString() },
            ...{ mentionsPassMute: true, enterSends: false, quiet: null, away: null },
            notices: { person: true, rule: false, client: true },
          },
        ]);
        expect(only(records, 'block')).toMatchObject([{ user: { id: 'bob' }, blockedUser: { id: 'carol' } }]);
        expect(only(records, 'conversation')).toHaveLength(2);
        expect(only(records, 'conversation')).toContainEqual(
          expect.objectContaining({
            type: 'direct',
            users: [{ id: 'alice' }, { id: 'bob' }],
            members: [expect.objectContaining({ id: 'bob', joined: startOfTest.toISOString(), isMuted: false })],
          }),
        );
        expect(only(records, 'conversation')).toContainEqual(
          expect.objectContaining({ id: groupId, type: 'group', name: 'Release', members: [] }),
        );
        const texts = only(records, 'message').map(({ text }) => text);
        expect(texts.sort()).toEqual(['From Bob', 'In the group']);
        expect(only(records, 'audit')).toEqual([]);
      });

      test('of a site holds all of it, and its audit, with the export itself', async () => {
        const { cloudId } = await aFullSite();
        const records = await exportAll(cloudId, null);
        const counts = ['preference', 'block', 'conversation', 'message', 'audit'].map(
          (kind) => only(records, kind).length,
        );
        expect(counts).toEqual([2, 2, 2, 3, 1]);
        const direct = only(records, 'conversation').find(({ type }) => type === 'direct');
        expect(direct?.['members']).toMatchObject([{ id: 'alice' }, { id: 'bob' }]);
        expect(only(records, 'message')[0]).toMatchObject({ body: { type: 'doc' }, sender: { kind: 'user' } });
        expect(only(records, 'audit')).toMatchObject([{ action: 'exported', subject: null, actor: 'cli:root' }]);
      });

      test('of a site tells nobody when somebody rests, which that of the account does', async () => {
        const { store, clock } = open();
        const cloudId = aSite();
        const at = (ms: number) => new Date(startOfTest.getTime() + ms).toISOString();
        const quiet = { zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '23:00' };
        const away = { from: at(0), until: at(day), word: 'Back on Tuesday', substitute: null };
        for (const change of [{ quiet }, { quiet: null }, { away }, { quiet }]) {
          await store.setPreference(cloudId, 'bob', change);
          advance(clock, 1_000);
        }
        expect(only(await exportAll(cloudId, 'bob'), 'preference')).toMatchObject([
          { quiet, away, holdsChanged: at(3_000), heldFrom: at(2_000), holds: [{ from: at(0), until: at(1_000) }] },
        ]);
        const ofSite = only(await exportAll(cloudId, null), 'preference');
        expect(Object.keys(ofSite[0] ?? {}).sort()).toEqual(
          ['record', 'user', 'receipts', 'mentionsPassMute', 'enterSends', 'notices', 'changed'].sort(),
        );
      });

      test('over many pages has each record once, in the order of conversations and messages', async () => {
        const { store } = open();
        const cloudId = aSite();
        for (let n = 0; n < 51; n += 1) await store.sendDirect(aMessage({ cloudId, from: 'bob', to: `c${n}` }));
        for (let n = 0; n < 51; n += 1) await store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'c0' }));
        for (const accountId of ['bob', null]) {
          const records = await exportAll(cloudId, accountId);
          expect(only(records, 'conversation')).toHaveLength(51);
          const places = only(records, 'message').map(({ conversationId, id }) => `${conversationId} ${id}`);
          expect(places).toHaveLength(102);
          expect(places).toEqual([...new Set(places)].sort());
        }
      });

      test('stands in the audit by its first page alone', async () => {
        const { cloudId } = await aFullSite();
        await exportAll(cloudId, 'bob');
        const deed = { actor: 'cli:root', action: 'exported', subject: 'bob', details: {} };
        expect(await auditOf(cloudId)).toEqual([deed]);
      });

      test('finds every site, one after the other', async () => {
        const { store } = open();
        const [spoken, chosen, blocked, counted] = [aSite(), aSite(), aSite(), aSite()];
        await store.openDirect(spoken, 'alice', 'bob');
        const notices = { person: true, rule: true, client: true };
        await store.setPreference(chosen, 'alice', { receipts: true, notices });
        await store.block(blocked, 'alice', 'bob');
        // Sent in vain: what is left is the count.
        const quotas = [{ subject: '', limit: 9 }];
        await store.sendToConversation(aMessageInto({ cloudId: counted, conversationId: aSite(), quotas }));
        const sites = [spoken, chosen, blocked, counted];
        const found: string[] = [];
        for (
          let site = (await store.nextSite(null)).cloudId;
          site !== null;
          site = (await store.nextSite(site)).cloudId
        ) {
          found.push(site);
        }
        expect(found).toEqual([...found].sort());
        for (const cloudId of sites) expect(found.filter((one) => one === cloudId)).toHaveLength(1);
      });
    });

    describe('the retention of a site', () => {
      afterEach(() => {
        open().clock.now = startOfTest;
      });
      const hold = async (cloudId: string, holder = 'node-1') => {
        const lease = await open().store.leasePurge(cloudId, holder);
        if (!lease) throw new Error('no lease');
        return lease;
      };
      const start = { doneId: null, messages: 0, drafts: 0, reports: 0 };

      test('is none until it is set, and a change of it stands in the audit', async () => {
        const { store } = open();
        const cloudId = aSite();
        expect(await store.findRetention(cloudId)).toBeNull();
        await store.setRetention(cloudId, 30, 'cli:root');
        await store.setRetention(cloudId, null, 'cli:root');
        expect(await store.findRetention(cloudId)).toBeNull();
        const deeds = await auditOf(cloudId);
        expect(deeds).toHaveLength(2);
        const deed = { actor: 'cli:root', action: 'retention-changed', subject: null };
        expect(deeds).toContainEqual({ ...deed, details: { days: 30, before: null } });
        expect(deeds).toContainEqual({ ...deed, details: { days: null, before: 30 } });
      });

      test('purges what is older and nothing else, of that site', async () => {
        const { store, clock } = open();
        const [cloudId, other] = [aSite(), aSite()];
        const issue = { id: '10001', key: 'SHOP-1' };
        for (const site of [cloudId, other]) await store.sendDirect(aMessage({ cloudId: site, text: 'Old', issue }));
        advance(clock, 3 * day);
        await store.sendDirect(aMessage({ cloudId, text: 'On the edge' }));
        advance(clock, 7 * day);
        await store.sendDirect(aMessage({ cloudId, text: 'New' }));
        await store.setRetention(cloudId, 7, 'cli:root');
        expect(await store.purgeBatch(await hold(cloudId), start)).toEqual({
          outcome: 'finished',
          messages: 1,
          drafts: 0,
          reports: 0,
        });
        const texts = async (site: string) =>
          (await store.readDirect(site, 'alice', 'bob', aWindow())).values.map(({ text }) => text);
        expect(await texts(cloudId)).toEqual(['On the edge', 'New']);
        expect(await texts(other)).toEqual(['Old']);
        const listed = async (site: string) =>
          (await store.listConversations(aQuery({ cloudId: site, issueId: issue.id }))).values.length;
        expect([await listed(cloudId), await listed(other)]).toEqual([0, 1]);
      });

      test('keeps an issue as long as there is a message about it', async () => {
        const { store, clock } = open();
        const cloudId = aSite();
        const issue = { id: '10001', key: 'SHOP-1' };
        await store.sendDirect(aMessage({ cloudId, text: 'Old', issue }));
        advance(clock, 10 * day);
        await store.sendDirect(aMessage({ cloudId, text: 'New', issue }));
        await store.setRetention(cloudId, 7, 'cli:root');
        expect(await store.purgeBatch(await hold(cloudId), start)).toEqual({
          outcome: 'finished',
          messages: 1,
          drafts: 0,
          reports: 0,
        });
        expect((await store.listConversations(aQuery({ cloudId, issueId: issue.id }))).values).toHaveLength(1);
      });

      test('purges in batches, each going on where the last one ended', async () => {
        const { store, clock } = open();
        const cloudId = aSite();
        await Promise.all(Array.from({ length: 201 }, () => store.sendDirect(aMessage({ cloudId }))));
        // Ids follow the time: the conversation with 201 comes first.
        advance(clock, 1);
        for (let n = 0; n < 100; n += 1) await store.openDirect(cloudId, 'alice', `c${n}`);
        await store.setRetention(cloudId, 1, 'cli:root');
        advance(clock, 2 * day);
        const lease = await hold(cloudId);
        const first = await store.purgeBatch(lease, start);
        if (first.outcome !== 'more') throw new Error(first.outcome);
        expect(first.step).toEqual({ doneId: null, messages: 200, drafts: 0, reports: 0 });
        const second = await store.purgeBatch(lease, first.step);
        if (second.outcome !== 'more') throw new Error(second.outcome);
        expect(second.step).toEqual({ doneId: expect.any(String), messages: 201, drafts: 0, reports: 0 });
        expect(await store.purgeBatch(lease, second.step)).toEqual({
          outcome: 'finished',
          messages: 201,
          drafts: 0,
          reports: 0,
        });
      });

      test('stands in the audit batch by batch, also where another node goes on', async () => {
        const { store, clock } = open();
        const cloudId = aSite();
        await Promise.all(Array.from({ length: 201 }, () => store.sendDirect(aMessage({ cloudId }))));
        await store.setRetention(cloudId, 1, 'cli:root');
        advance(clock, 2 * day);
        await store.purgeBatch(await hold(cloudId, 'node-1'), start);
        advance(clock, 2 * 60 * 1000 + 1);
        await store.purgeBatch(await hold(cloudId, 'node-2'), start);
        const purges = (await auditOf(cloudId)).filter(({ action }) => action === 'messages-purged');
        const deed = { actor: 'service', action: 'messages-purged', subject: null };
        expect(purges).toEqual([200, 1].map((messages) => ({ ...deed, details: { messages, days: 1 } })));
      });

      test('is purged by one node at a time, hourly, and by another when that one died', async () => {
        const { store, clock } = open();
        const cloudId = aSite();
        const isDue = async () => (await store.listSitesToPurge()).includes(cloudId);
        expect(await isDue()).toBe(false);
        await store.setRetention(cloudId, 1, 'cli:root');
        expect(await isDue()).toBe(true);
        const lease = await hold(cloudId, 'node-1');
        expect(await store.leasePurge(cloudId, 'node-2')).toBeNull();
        advance(clock, 2 * 60 * 1000 + 1);
        const taken = await hold(cloudId, 'node-2');
        expect(await store.purgeBatch(lease, start)).toEqual({ outcome: 'lost' });
        expect(await store.purgeBatch(taken, start)).toEqual({
          outcome: 'finished',
          messages: 0,
          drafts: 0,
          reports: 0,
        });
        expect([await isDue(), await store.leasePurge(cloudId, 'node-1')]).toEqual([false, null]);
        advance(clock, 60 * 60 * 1000);
        expect(await isDue()).toBe(true);
      });

      test('stops being purged when it is turned off, even half-way', async () => {
        const { store, clock } = open();
        const cloudId = aSite();
        await store.sendDirect(aMessage({ cloudId }));
        await store.setRetention(cloudId, 1, 'cli:root');
        advance(clock, 2 * day);
        const lease = await hold(cloudId);
        await store.setRetention(cloudId, null, 'cli:root');
        expect(await store.purgeBatch(lease, start)).toEqual({
          outcome: 'finished',
          messages: 0,
          drafts: 0,
          reports: 0,
        });
        expect((await store.readDirect(cloudId, 'alice', 'bob', aWindow())).values).toHaveLength(1);
      });
    });

    describe('the audit', () => {
      test('tells in each site of a client who made it and who revoked it first', async () => {
        const { store } = open();
        const sites = [aSite(), aSite()];
        const createdAt = startOfTest.toISOString();
        const client = { id: aSite(), name: 'Bot', secretHash: 'a'.repeat(64), createdAt, revokedAt: null };
        await store.addClient({ ...client, scopes: ['participate:conversation'], sites }, 'cli:ann');
        await store.revokeClient(client.id, startOfTest, 'cli:ben');
        await store.revokeClient(client.id, startOfTest, 'cli:eve');
        for (const cloudId of sites) {
          const deeds = await auditOf(cloudId);
          expect(deeds).toHaveLength(2);
          const details = { name: 'Bot', scopes: 'participate:conversation' };
          expect(deeds).toContainEqual({ actor: 'cli:ann', action: 'client-created', subject: client.id, details });
          expect(deeds).toContainEqual({ actor: 'cli:ben', action: 'client-revoked', subject: client.id, details: {} });
        }
      });

      test('tells nothing where what it would tell of failed', async () => {
        const { store } = open();
        const cloudId = aSite();
        const createdAt = startOfTest.toISOString();
        const client = { id: aSite(), name: 'Bot', secretHash: 'a', createdAt, revokedAt: null, scopes: [] };
        await store.addClient({ ...client, sites: [cloudId] }, 'cli:ann');
        await expect(store.addClient({ ...client, sites: [cloudId] }, 'cli:ann')).rejects.toThrow();
        expect(await store.listAudit(cloudId, null)).toHaveLength(1);
      });

      test('tells of the keys of the installation apart from all sites', async () => {
        const { store } = open();
        const key = { id: aSite(), value: new Uint8Array(32), createdAt: startOfTest.toISOString(), endsAt: null };
        await store.replaceKeys(key, startOfTest, 'cli:ann');
        const deeds = await auditOf('00000000-0000-0000-0000-000000000000');
        expect(deeds).toContainEqual(
          expect.objectContaining({ action: 'key-rotated', subject: key.id, actor: 'cli:ann' }),
        );
      });

      test('goes on after a record', async () => {
        const { store } = open();
        const cloudId = aSite();
        await store.setRetention(cloudId, 1, 'a');
        await store.setRetention(cloudId, 2, 'a');
        const [first, second] = await store.listAudit(cloudId, null);
        expect(await store.listAudit(cloudId, first?.id ?? null)).toEqual([second]);
      });
    });
  });
}
