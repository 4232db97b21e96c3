import type { SendAnswer } from '../../../../src/service/conversation/conversation-store';
import { aClaim, aMessage, aMessageInto, aSite, aWindow, whole } from '../../../shared/store/builders';
import { makeGroup } from '../make-group';
import { advance, type TestStore } from '../open-test-store';

export function describeLimits(open: () => TestStore) {
  describe('sends under a quota', () => {
    const quota = { subject: '', limit: 3 };
    /** Counts go by the minute of the clock: each test begins with one of its own. */
    const beginMinute = () => {
      const { clock } = open();
      return advance(clock, 60_000 - (clock.now.getTime() % 60_000));
    };

    test('are counted to the limit, in all conversations of a caller, and refused above it', async () => {
      const { store } = open();
      const begun = beginMinute();
      const cloudId = aSite();
      const answers: SendAnswer[] = [];
      for (const to of ['bob', 'carol', 'bob', 'dave', 'bob']) {
        answers.push(await store.sendDirect(aMessage({ cloudId, to, quotas: [quota] })));
      }
      expect(answers.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'created', 'limited', 'limited']);
      const endsAt = new Date(begun.getTime() + 60_000);
      expect(answers.map(({ counts }) => counts)).toEqual([1, 2, 3, 4, 5].map((sends) => [{ sends, endsAt }]));
      expect((await store.readDirect(cloudId, 'alice', 'bob', aWindow())).values).toHaveLength(2);
      expect((await store.readDirect(cloudId, 'alice', 'dave', aWindow())).values).toHaveLength(0);
      expect((await store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'alice', quotas: [quota] }))).outcome).toBe(
        'created',
      );
    });

    test('begin anew in the next minute, and go on in it on a node whose clock is still in the last', async () => {
      const { store, clock } = open();
      const begun = beginMinute();
      const cloudId = aSite();
      const send = () => store.sendDirect(aMessage({ cloudId, quotas: [quota] }));
      for (let turn = 0; turn < 4; turn += 1) await send();
      clock.now = new Date(begun.getTime() + 60_000);
      expect((await send()).counts?.[0]?.sends).toBe(1);
      clock.now = new Date(begun.getTime() + 59_000);
      expect((await send()).counts).toEqual([{ sends: 2, endsAt: new Date(begun.getTime() + 120_000) }]);
      clock.now = new Date(begun.getTime() + 60_000);
    });

    test('count for each subject apart', async () => {
      const { store } = open();
      beginMinute();
      const cloudId = aSite();
      const send = (subject: string) => store.sendDirect(aMessage({ cloudId, quotas: [{ subject, limit: 1 }] }));
      expect([await send('bob'), await send('carol'), await send('bob')].map(({ outcome }) => outcome)).toEqual([
        'created',
        'created',
        'limited',
      ]);
    });

    test('count under each of several, and are refused by whichever is used up first', async () => {
      const { store } = open();
      beginMinute();
      const cloudId = aSite();
      const send = (to: string) =>
        store.sendDirect(
          aMessage({
            cloudId,
            to,
            quotas: [
              { subject: to, limit: 2 },
              { subject: '', limit: 4 },
            ],
          }),
        );
      // At once, so that they share a commit.
      const answers = await Promise.all(['bob', 'carol', 'bob', 'bob', 'carol', 'dave'].map(send));
      expect(answers.map(({ outcome, counts }) => [outcome, ...(counts ?? []).map(({ sends }) => sends)])).toEqual([
        ['created', 1, 1],
        ['created', 1, 2],
        ['created', 2, 3],
        ['limited', 3, 4],
        ['limited', 2, 5],
        ['limited', 1, 6],
      ]);
    });

    test('count once whatever they are refused for, with a key and without', async () => {
      const { store } = open();
      beginMinute();
      const cloudId = aSite();
      const group = await makeGroup(open(), { cloudId, ownerId: 'bob' });
      const counts: unknown[] = [];
      for (const claim of [aClaim('one'), null]) {
        for (const conversationId of [aSite(), group]) {
          const message = aMessageInto({ cloudId, conversationId, claim, quotas: [{ subject: '', limit: 9 }] });
          counts.push((await store.sendToConversation(message)).counts?.[0]?.sends);
        }
      }
      expect(counts).toEqual([1, 2, 3, 4]);
    });

    test('are never more than the limit into a group, however many come at once', async () => {
      const { store } = open();
      beginMinute();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId });
      const message = aMessageInto({ cloudId, conversationId, quotas: [{ ...quota, subject: conversationId }] });
      const answers = await Promise.all(Array.from({ length: 12 }, () => store.sendToConversation(message)));
      expect(answers.filter(({ outcome }) => outcome === 'created')).toHaveLength(3);
      expect(answers.filter(({ outcome }) => outcome === 'limited')).toHaveLength(9);
      expect((await store.readConversation(whole(cloudId, conversationId), aWindow())).values).toHaveLength(3);
    });

    test('do not use up the key of one that is refused: it is sent under it in the next minute', async () => {
      const { store, clock } = open();
      beginMinute();
      const cloudId = aSite();
      const claim = aClaim();
      const one = { subject: '', limit: 1 };
      await store.sendDirect(aMessage({ cloudId, quotas: [one] }));
      expect((await store.sendDirect(aMessage({ cloudId, claim, quotas: [one] }))).outcome).toBe('limited');
      advance(clock, 60_000);
      expect((await store.sendDirect(aMessage({ cloudId, claim, quotas: [one] }))).outcome).toBe('created');
      advance(clock, 60_000);
      expect((await store.sendDirect(aMessage({ cloudId, claim, quotas: [one] }))).outcome).toBe('replayed');
    });

    test('are never more than the limit, however many come at once', async () => {
      const { store } = open();
      beginMinute();
      const cloudId = aSite();
      const many = Array.from({ length: 20 }, (_, n) => aMessage({ cloudId, to: `person-${n}`, quotas: [quota] }));
      const outcomes = (await Promise.all(many.map((message) => store.sendDirect(message)))).map(
        ({ outcome }) => outcome,
      );
      expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(3);
      expect(outcomes.filter((outcome) => outcome === 'limited')).toHaveLength(17);
    });
  });
}
