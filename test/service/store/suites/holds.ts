import type { Away, QuietHours } from '../../../../src/contract/quiet';
import { listEnded } from '../../../../src/service/conversation/hold/hold-state';
import type { Database } from '../../../../src/service/store/engine/database';
import { aMessage, aSite } from '../../../shared/store/builders';
import { startOfTest, type TestStore } from '../open-test-store';
import { purgeAll } from '../purge-all';

const hour = 3_600_000;
const day = 24 * hour;
const at = (ms: number) => new Date(startOfTest.getTime() + ms);
const whole = { limit: 75, after: null, since: null };
/** The test begins on a Monday at nine. */
const morning: QuietHours = { zone: 'UTC', days: [1, 2, 3, 4, 5], from: '08:00', until: '10:00' };
const anAbsence = (parts: Partial<Away> = {}): Away => ({
  ...{ from: at(-hour).toISOString(), until: at(day).toISOString(), word: 'On an island', substitute: 'sue' },
  ...parts,
});

const mentioning = (id: string) => {
  const content = [{ type: 'mention', attrs: { id, text: '@…' } }];
  return { version: 1, type: 'doc', content: [{ type: 'paragraph', content }] } as const;
};

export function describeHolds(open: () => TestStore, database: () => Database) {
  describe('what is held', () => {
    beforeEach(() => {
      open().clock.now = startOfTest;
    });
    const purge = async (cloudId: string) => {
      const lease = await open().store.leasePurge(cloudId, 'node');
      if (lease) await purgeAll(open().store, lease);
      expect(lease).not.toBeNull();
    };
    const holdersOf = async (cloudId: string) =>
      (await open().store.listHolders(cloudId, '', 500)).map(({ userId, state }) => ({
        userId,
        ended: listEnded(state, 0, open().clock.now.getTime()),
      }));

    test('is told of who is away at that moment, but of nobody who has blocked who asks', async () => {
      const { store } = open();
      const cloudId = aSite();
      await store.setPreference(cloudId, 'ann', { away: anAbsence() });
      await store.setPreference(cloudId, 'bob', { away: anAbsence({ from: at(1).toISOString(), substitute: null }) });
      await store.setPreference(cloudId, 'cem', { quiet: morning });
      const away = (asker: string, moment = startOfTest) =>
        store.listAway(cloudId, asker, ['ann', 'bob', 'cem', 'nobody'], moment);
      const ann = {
        user: { id: 'ann' },
        until: at(day).toISOString(),
        word: 'On an island',
        substitute: { id: 'sue' },
      };
      expect(await away('eve')).toEqual([ann]);
      expect(await away('eve', at(1))).toEqual([ann, { ...ann, user: { id: 'bob' }, substitute: null }]);
      expect(await away('eve', at(day))).toEqual([]);
      await store.block(cloudId, 'ann', 'eve');
      await store.block(cloudId, 'cem', 'dan');
      expect([await away('eve'), await away('dan')]).toEqual([[], [ann]]);
      expect(await store.listAway(aSite(), 'dan', ['ann'], startOfTest)).toEqual([]);
    });

    test('holds for those who chose so, of those who are asked about, in one site', async () => {
      const { store } = open();
      const cloudId = aSite();
      await store.setPreference(cloudId, 'ann', { quiet: morning, away: anAbsence() });
      await store.setPreference(cloudId, 'bob', { receipts: false });
      await store.setPreference(cloudId, 'cem', { quiet: morning });
      const holds = await store.findHolds(cloudId, ['ann', 'bob', 'nobody']);
      expect([...holds]).toMatchObject([
        ['ann', { quiet: morning, away: { from: at(-hour).getTime(), until: at(day).getTime() } }],
      ]);
      expect([...(await store.findHolds(aSite(), ['ann']))]).toEqual([]);
    });

    test('ends with a change, and is known after it, also where nothing is held any more', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      await store.setPreference(cloudId, 'ann', { quiet: morning });
      clock.now = at(hour / 2);
      await store.setPreference(cloudId, 'ann', { away: null });
      expect(await holdersOf(cloudId)).toEqual([{ userId: 'ann', ended: [] }]);
      await store.setPreference(cloudId, 'ann', { receipts: true, quiet: null });
      const ended = [{ from: startOfTest.getTime(), until: at(hour / 2).getTime() }];
      expect(await holdersOf(cloudId)).toEqual([{ userId: 'ann', ended }]);
      expect(await store.findPreference(cloudId, 'ann')).toMatchObject({ quiet: null, away: null });
    });

    test('is known of two changes at once, whichever comes first', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      await store.setPreference(cloudId, 'ann', { quiet: morning });
      clock.now = at(1_000);
      await Promise.all([
        store.setPreference(cloudId, 'ann', { quiet: null }),
        store.setPreference(cloudId, 'ann', {
          away: anAbsence({ from: at(day).toISOString(), until: at(2 * day).toISOString() }),
        }),
      ]);
      expect(await holdersOf(cloudId)).toEqual([
        { userId: 'ann', ended: [{ from: startOfTest.getTime(), until: at(1_000).getTime() }] },
      ]);
    });

    test('is listed by account id, in pages, of those alone who chose something', async () => {
      const { store } = open();
      const cloudId = aSite();
      for (const id of ['cem', 'ann', 'bob']) await store.setPreference(cloudId, id, { quiet: morning });
      await store.setPreference(cloudId, 'dan', { receipts: false });
      const ids = async (after: string) => (await store.listHolders(cloudId, after, 2)).map(({ userId }) => userId);
      expect([await ids(''), await ids('bob')]).toEqual([['ann', 'bob'], ['cem']]);
    });

    test('is gone with an erase, and who named the account as their substitute names nobody', async () => {
      const { store } = open();
      const cloudId = aSite();
      await store.setPreference(cloudId, 'ann', { quiet: morning, away: anAbsence() });
      await store.setPreference(cloudId, 'bob', { away: anAbsence({ substitute: 'ann' }) });
      const accounts = async () => (await store.listAccounts(cloudId, whole)).values.map(({ id }) => id);
      expect(await accounts()).toEqual(['ann', 'bob', 'sue']);
      for (let isFinished = false; !isFinished; ) ({ isFinished } = await store.eraseBatch(cloudId, 'ann', 'cli:root'));
      expect(await store.findPreference(cloudId, 'ann')).toBeNull();
      expect(await store.findPreference(cloudId, 'bob')).toMatchObject({
        away: { word: 'On an island', substitute: null },
      });
      expect(await accounts()).toEqual(['bob']);
    });

    test.each([
      ['thirty days after the time away', null, 30],
      ['as messages do, where those are kept for less', 3, 3],
    ])('goes %s, and what ended before a change a while later', async (_, days, most) => {
      const { store, clock } = open();
      const cloudId = aSite();
      await store.setPreference(cloudId, 'ann', { away: anAbsence({ until: at(hour).toISOString() }) });
      await store.setPreference(cloudId, 'bob', { quiet: morning });
      if (days !== null) await store.setRetention(cloudId, days, 'cli:root');
      clock.now = at(hour);
      await store.setPreference(cloudId, 'bob', { quiet: null });
      clock.now = at(most * day);
      await purge(cloudId);
      expect(await store.findPreference(cloudId, 'ann')).toMatchObject({ away: { word: 'On an island' } });
      clock.now = at(most * day + 2 * hour);
      await purge(cloudId);
      expect(await store.findPreference(cloudId, 'ann')).toMatchObject({ away: null });
      clock.now = at(9 * day + most * day);
      await purge(cloudId);
      expect(await holdersOf(cloudId)).toEqual([]);
      const text =
        'select p.user_id, p.hold_changed_at, p.held_from from preference p where p.cloud_id = $1 order by 1';
      const nothing = { hold_changed_at: null, held_from: null };
      expect(await database().query({ name: 'test-hold-times', text }, [cloudId])).toEqual([
        { user_id: 'ann', ...nothing },
        { user_id: 'bob', ...nothing },
      ]);
    });
  });

  describe('what is unread to one person', () => {
    test('costs so many looks at most of what mentions them, however much of it is too old', async () => {
      const { store } = open();
      const cloudId = aSite();
      open().clock.now = startOfTest;
      await store.sendDirect(aMessage({ cloudId, from: 'ann', to: 'bob', body: mentioning('bob') }));
      const text = `insert into mention (cloud_id, user_id, conversation_id, message_id)
        select m.cloud_id, m.user_id, m.conversation_id, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid
        from member m, generate_series(1, 700) n where m.cloud_id = $1 and m.user_id = 'bob'`;
      await database().query({ name: 'test-many-mentions', text }, [cloudId]);
      const asked = { ...whole, since: at(-hour), ofMentions: true, ofUser: 'bob' };
      const first = await store.listUnread(cloudId, asked);
      expect([first.values, first.next?.id]).toEqual([[], '00000000-0000-7000-8000-000000000500']);
      const last = await store.listUnread(cloudId, { ...asked, after: first.next });
      expect([last.values.length, last.next]).toEqual([1, null]);
    });

    test('is what is theirs of what is unread to all, page by page', async () => {
      const { store } = open();
      const cloudId = aSite();
      for (const from of ['ann', 'cem', 'dan']) {
        for (const to of ['bob', 'eve']) {
          await store.sendDirect(aMessage({ cloudId, from, to, body: mentioning(to) }));
        }
      }
      for (const ofMentions of [false, true]) {
        const all = await store.listUnread(cloudId, { ...whole, ofMentions });
        const theirs = all.values.filter(({ user }) => user.id === 'bob');
        const walked = [];
        for (let after: typeof all.next = null, pages = 0; pages < 9; pages += 1) {
          const page = await store.listUnread(cloudId, { ...whole, limit: 1, after, ofMentions, ofUser: 'bob' });
          walked.push(...page.values);
          after = page.next;
          if (after === null) break;
        }
        const byConversation = (one: (typeof theirs)[number], other: typeof one) =>
          one.conversationId < other.conversationId ? -1 : 1;
        expect(theirs).toHaveLength(3);
        expect(walked).toEqual([...theirs].sort(byConversation));
        const since = await store.listUnread(cloudId, { ...whole, since: at(hour), ofMentions, ofUser: 'bob' });
        expect(since.values).toEqual([]);
        const nobody = await store.listUnread(cloudId, { ...whole, ofMentions, ofUser: 'ann' });
        expect(nobody).toEqual({ values: [], next: null });
      }
    });
  });
}
