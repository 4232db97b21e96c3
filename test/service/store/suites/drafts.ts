import { draftDays, maxDrafts } from '../../../../src/patterns/patterns';
import type { DraftContent, DraftPlace } from '../../../../src/service/conversation/draft-store';
import type { Database } from '../../../../src/service/store/engine/database';
import { aClaim, aGroup, aMessage, aMessageInto, aQuery, aSite, unchecked } from '../../../shared/store/builders';
import { advance, startOfTest, type TestStore } from '../open-test-store';
import { purgeAll } from '../purge-all';

const day = 24 * 60 * 60 * 1000;
const words = (body: string): DraftContent => ({ mediaType: 'text/plain', body });

export function describeDrafts(open: () => TestStore, database: () => Database) {
  describe('drafts', () => {
    beforeEach(() => {
      open().clock.now = startOfTest;
    });
    const aPlace = (cloudId: string, parts: Partial<DraftPlace> = {}): DraftPlace => ({
      ...{ cloudId, ownerId: 'alice', kind: 'user', id: 'bob', issueId: null, edited: null },
      ...parts,
    });
    const save = async (place: DraftPlace, body: string, follows: string | null = null) => {
      const saved = await open().store.saveDraft(place, words(body), follows);
      if (typeof saved === 'string') throw new Error(saved);
      return saved.revision;
    };
    const find = async (place: DraftPlace) => (await open().store.findDraft(place))?.body ?? null;
    const inPlace = async (cloudId: string, rest: Partial<DraftPlace> = {}) => find(aPlace(cloudId, rest));

    test('are one in each place, by person, issue and edit, and nobody else has them', async () => {
      const { store } = open();
      const cloudId = aSite();
      const sent = await store.sendDirect(aMessage({ cloudId }));
      if (sent.outcome !== 'created') throw new Error(sent.outcome);
      const { conversation } = (await store.findDirect(cloudId, 'alice', 'bob')) ?? {};
      const edited = { conversationId: conversation?.id ?? '', id: sent.value.id };
      const places = [aPlace(cloudId), aPlace(cloudId, { issueId: '7' }), aPlace(cloudId, { edited })];
      for (const [n, place] of places.entries()) await save(place, `words ${n}`);
      expect(await Promise.all(places.map(find))).toEqual(['words 0', 'words 1', 'words 2']);
      expect(await inPlace(cloudId, { ownerId: 'bob', id: 'alice' })).toBeNull();
      expect(await inPlace(aSite())).toBeNull();
      const first = await store.listDrafts(cloudId, 'alice', { limit: 2, after: null });
      const second = await store.listDrafts(cloudId, 'alice', { limit: 2, after: first.next });
      expect([...first.values, ...second.values].map(({ issue, messageId }) => [issue, messageId])).toEqual([
        [null, null],
        [null, edited.id],
        [{ id: '7' }, null],
      ]);
      expect(second.next).toBeNull();
      expect((await store.listDrafts(cloudId, 'bob', { limit: 75, after: null })).values).toEqual([]);
    });

    test('are saved by who knows what is there, and by nobody else', async () => {
      const { store } = open();
      const place = aPlace(aSite());
      const first = await save(place, 'one');
      expect(await store.saveDraft(place, words('other'), null)).toBe('moved-on');
      const second = await save(place, 'two', first);
      expect(await store.saveDraft(place, words('late'), first)).toBe('moved-on');
      expect(await store.deleteDraft(place, first)).toBe(false);
      expect(await find(place)).toBe('two');
      expect(await store.deleteDraft(place, second)).toBe(true);
      expect(await store.saveDraft(place, words('later'), second)).toBe('moved-on');
      expect([await find(place), await store.deleteDraft(place, second)]).toEqual([null, true]);
    });

    test('of two who begin in the same place at once, one does', async () => {
      const { store } = open();
      const place = aPlace(aSite());
      const both = await Promise.all(['a', 'b'].map((body) => store.saveDraft(place, words(body), null)));
      expect(both.filter((saved) => saved === 'moved-on')).toHaveLength(1);
    });

    test('are in two hundred places at most, also where all begin at once', async () => {
      const { store } = open();
      const cloudId = aSite();
      const begin = (n: number) => store.saveDraft(aPlace(cloudId, { id: `friend-${n}` }), words('x'), null);
      for (let n = 0; n < maxDrafts - 3; n += 1) await begin(n);
      const all = await Promise.all(Array.from({ length: 8 }, (_, n) => begin(maxDrafts + n)));
      expect(all.filter((saved) => saved === 'too-many')).toHaveLength(5);
      expect(await begin(1_000)).toBe('too-many');
      expect(await store.saveDraft(aPlace(cloudId, { id: 'friend-1' }), words('y'), null)).toBe('moved-on');
      await store.deleteDraft(aPlace(cloudId, { id: 'friend-1' }), null);
      expect(await begin(1_000)).toMatchObject({ revision: expect.any(String) });
      expect(await store.saveDraft(aPlace(cloudId, { ownerId: 'carol' }), words('hers'), null)).toMatchObject({});
    });

    test('go with the send that names them, in its commit, and no others do', async () => {
      const { store } = open();
      const cloudId = aSite();
      const stale = await save(aPlace(cloudId), 'one');
      const draft = await save(aPlace(cloudId), 'two', stale);
      await save(aPlace(cloudId, { issueId: '7' }), 'about an issue');
      await save(aPlace(cloudId, { ownerId: 'carol' }), 'hers');
      const send = (revision: string, from = 'alice') =>
        store.sendDirect({ ...aMessage({ cloudId, from }), draft: revision });
      await send(stale);
      await send(draft, 'carol');
      expect(await inPlace(cloudId)).toBe('two');
      await send(draft);
      expect(await inPlace(cloudId)).toBeNull();
      expect(await inPlace(cloudId, { issueId: '7' })).toBe('about an issue');
      expect(await inPlace(cloudId, { ownerId: 'carol' })).toBe('hers');
    });

    test('of a batch go where the message is sent, and stay where it is not', async () => {
      const { store } = open();
      const cloudId = aSite();
      const group = await store.createGroup(aGroup({ cloudId }));
      if (group.outcome !== 'created') throw new Error(group.outcome);
      await store.block(cloudId, 'dave', 'alice');
      const quotas = [{ subject: '', limit: 2 }];
      const toBob = await save(aPlace(cloudId), 'to Bob');
      const toDave = await save(aPlace(cloudId, { id: 'dave' }), 'to Dave');
      const inGroup = await save(aPlace(cloudId, { kind: 'conversation', id: group.value.id }), 'in the group');
      const tooMany = await save(aPlace(cloudId, { id: 'erin' }), 'to Erin');
      const robot = { ...aMessage({ cloudId, to: 'fay' }), sender: { id: 'alice', kind: 'robot' as never } };
      const toFay = await save(aPlace(cloudId, { id: 'fay' }), 'to Fay');
      const answers = await Promise.allSettled([
        store.sendDirect({ ...aMessage({ cloudId, quotas }), draft: toBob }),
        store.sendToConversation({ ...aMessageInto({ cloudId, conversationId: group.value.id }), draft: inGroup }),
        store.sendDirect({ ...aMessage({ cloudId, to: 'dave', quotas }), draft: toDave }),
        store.sendDirect({ ...aMessage({ cloudId, to: 'erin', quotas }), draft: tooMany }),
        store.sendDirect({ ...robot, draft: toFay }),
      ]);
      const outcomes = answers.map((one) => (one.status === 'rejected' ? 'failed' : one.value.outcome));
      expect(outcomes).toEqual(['created', 'created', 'blocked', 'limited', 'failed']);
      const left = await store.listDrafts(cloudId, 'alice', { limit: 75, after: null });
      expect(left.values.map(({ user }) => user?.id)).toEqual(['dave', 'erin', 'fay']);
    });

    test('of a message that was sent already go with the answer under its key', async () => {
      const { store } = open();
      const cloudId = aSite();
      const message = aMessage({ cloudId, claim: aClaim() });
      await store.sendDirect(message);
      const draft = await save(aPlace(cloudId), 'as it never came');
      expect((await store.sendDirect({ ...message, draft })).outcome).toBe('replayed');
      expect(await inPlace(cloudId)).toBeNull();
    });

    test('of an edit go with it, and with the message', async () => {
      const { store } = open();
      const cloudId = aSite();
      const ids: string[] = [];
      for (const text of ['one', 'two']) {
        const sent = await store.sendDirect(aMessage({ cloudId, text }));
        ids.push(sent.outcome === 'created' ? sent.value.id : '');
      }
      const conversationId = (await store.findDirect(cloudId, 'alice', 'bob'))?.conversation.id ?? '';
      const [first, second] = ids.map((id) => aPlace(cloudId, { edited: { conversationId, id } }));
      if (!first || !second) throw new Error('two were sent');
      const draft = await save(first, 'new words');
      await save(second, 'other words');
      const edited = { cloudId, conversationId, id: ids[0] ?? '', body: aMessage({ cloudId }).body, text: 'x', draft };
      await store.replaceMessage(edited, unchecked);
      expect([await find(first), await find(second)]).toEqual([null, 'other words']);
      await store.eraseMessage({ cloudId, conversationId, id: ids[1] ?? '' }, unchecked);
      expect(await find(second)).toBeNull();
      expect(await store.saveDraft(second, words('late'), null)).toBe('gone');
      expect(await store.saveDraft({ ...first, ownerId: 'bob' }, words('of another'), null)).toBe('gone');
    });

    test('are told of in their owner’s list alone, with an issue those about it', async () => {
      const { store } = open();
      const cloudId = aSite();
      const issue = { id: '7', key: 'SHOP-7' };
      await store.sendDirect(aMessage({ cloudId, issue }));
      const has = async (callerId: string, issueId: string | null = null) =>
        (await store.listConversations(aQuery({ cloudId, callerId, issueId, expandActivity: true }))).values.map(
          ({ hasDraft }) => hasDraft,
        );
      const revision = await save(aPlace(cloudId), 'about none');
      expect([await has('alice'), await has('bob'), await has('alice', '7')]).toEqual([[true], [false], [false]]);
      await save(aPlace(cloudId, { issueId: '7' }), 'about it');
      await store.deleteDraft(aPlace(cloudId), revision);
      expect([await has('alice'), await has('alice', '7'), await has('bob', '7')]).toEqual([[true], [true], [false]]);
    });

    test('are erased with their account and stay with others, who are all known', async () => {
      const { store } = open();
      const cloudId = aSite();
      await save(aPlace(cloudId), 'hers');
      await save(aPlace(cloudId, { ownerId: 'carol', id: 'alice' }), 'to her');
      const known = async () =>
        (await store.listAccounts(cloudId, { limit: 75, after: null })).values.map(({ id }) => id);
      const next = { cloudId: expect.any(String), isWhole: true };
      expect([await known(), await store.nextSite(null)]).toEqual([['alice', 'bob', 'carol'], next]);
      await store.eraseBatch(cloudId, 'alice', 'cli:root');
      expect([await inPlace(cloudId), await known()]).toEqual([null, ['alice', 'carol']]);
      expect(await inPlace(cloudId, { ownerId: 'carol', id: 'alice' })).toBe('to her');
    });

    test('are exported for their owner alone', async () => {
      const { store } = open();
      const cloudId = aSite();
      for (let n = 0; n < 20; n += 1) await save(aPlace(cloudId, { id: `friend-${n}` }), `Secret ${n}`);
      const exported = async (accountId: string | null) => {
        const records: { record: string }[] = [];
        for (let after = null as Parameters<typeof store.exportPage>[0]['after']; ; ) {
          const page = await store.exportPage({ cloudId, accountId, actorId: 'cli:root', after });
          records.push(...page.records);
          if (page.next === null) return records.filter(({ record }) => record === 'draft');
          after = page.next;
        }
      };
      expect(await exported('alice')).toHaveLength(20);
      expect((await exported('alice'))[0]).toMatchObject({ user: { id: 'friend-0' }, body: 'Secret 0', issue: null });
      expect([await exported(null), await exported('friend-0')]).toEqual([[], []]);
    });

    describe('end', () => {
      const purge = async (cloudId: string) => {
        expect(await open().store.listSitesToPurge()).toContain(cloudId);
        const lease = await open().store.leasePurge(cloudId, 'node-1');
        if (!lease) throw new Error('no lease');
        return purgeAll(open().store, lease);
      };

      test('after ninety days, also where messages are kept for ever', async () => {
        const { store, clock } = open();
        const cloudId = aSite();
        await store.sendDirect(aMessage({ cloudId }));
        await save(aPlace(cloudId, { id: 'old' }), 'old');
        advance(clock, draftDays * day);
        await save(aPlace(cloudId, { id: 'new' }), 'new');
        expect(await purge(cloudId)).toEqual({ outcome: 'finished', messages: 0, drafts: 0, reports: 0 });
        advance(clock, day);
        expect(await purge(cloudId)).toEqual({ outcome: 'finished', messages: 0, drafts: 1, reports: 0 });
        expect([await inPlace(cloudId, { id: 'old' }), await inPlace(cloudId, { id: 'new' })]).toEqual([null, 'new']);
      });

      test('with the retention of the site, an edit with its message', async () => {
        const { store, clock } = open();
        const cloudId = aSite();
        const sent = await store.sendDirect(aMessage({ cloudId }));
        const conversationId = (await store.findDirect(cloudId, 'alice', 'bob'))?.conversation.id ?? '';
        const edited = { conversationId, id: sent.outcome === 'created' ? sent.value.id : '' };
        await save(aPlace(cloudId, { id: 'old' }), 'old');
        advance(clock, 8 * day);
        await save(aPlace(cloudId, { edited }), 'an edit');
        await save(aPlace(cloudId, { id: 'new' }), 'new');
        await store.setRetention(cloudId, 7, 'cli:root');
        expect(await purge(cloudId)).toEqual({ outcome: 'finished', messages: 1, drafts: 2, reports: 0 });
        expect((await store.listDrafts(cloudId, 'alice', { limit: 75, after: null })).values).toMatchObject([
          { user: { id: 'new' } },
        ]);
      });
    });

    test('hold up no batch for longer than its patience, while somebody has taken one', async () => {
      if (database().kind === 'embedded') return;
      const { store } = open();
      const cloudId = aSite();
      const draft = await save(aPlace(cloudId), 'words');
      let sent: Promise<unknown> = Promise.resolve();
      await database().transaction(async (transaction) => {
        const taking = {
          name: 'take-draft-in-test',
          text: 'select d.slot from draft d where d.cloud_id = $1 and d.user_id = $2 for update of d',
        };
        await transaction.query(taking, [cloudId, 'alice']);
        sent = store.sendDirect({ ...aMessage({ cloudId }), draft });
        await store.sendDirect(aMessage({ cloudId, from: 'erin', to: 'fay' }));
      });
      expect(await sent).toMatchObject({ outcome: 'created' });
      expect(await inPlace(cloudId)).toBeNull();
    });
  });
}
