import { aClaim, aGroup, aMessage, aSite, aWindow, unchecked } from '../../../shared/store/builders';
import { advance, startOfTest, type TestStore } from '../open-test-store';

const issue = { id: '10001', key: 'SHOP-1' };

export function describeSending(open: () => TestStore) {
  describe('sending directly', () => {
    test('makes the conversation and both members with the first message, in its place and with all its parts', async () => {
      const { store } = open();
      const cloudId = aSite();
      const origin = { kind: 'rule', label: 'Triage' } as const;
      const made = await store.sendDirect(aMessage({ cloudId, text: 'Look, please', issue, origin }));
      if (made.outcome !== 'created') throw new Error(made.outcome);

      const list = await store.readDirect(cloudId, 'bob', 'alice', aWindow());
      const conversation = await store.openDirect(cloudId, 'bob', 'alice');
      expect(list).toEqual({
        values: [
          {
            id: made.value.id,
            body: aMessage({ cloudId, text: 'Look, please' }).body,
            text: 'Look, please',
            sender: { id: 'alice', kind: 'user' },
            ts: startOfTest.toISOString(),
            conversationId: conversation.id,
            editedAt: null,
            deletedAt: null,
            issue,
            origin: { ...origin, account: null },
          },
        ],
        before: null,
        after: null,
      });
      for (const end of ['alice', 'bob']) {
        const seen = await store.findConversation(cloudId, conversation.id, end);
        expect(seen).toMatchObject({ isMember: true, isOwner: false });
      }
    });

    test('fifty concurrent first messages from both ends make one conversation and fifty ordered messages', async () => {
      const { store } = open();
      const cloudId = aSite();
      const sent = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          store.sendDirect(
            n % 2 ? aMessage({ cloudId, text: `${n}` }) : aMessage({ cloudId, from: 'bob', to: 'alice', text: `${n}` }),
          ),
        ),
      );
      const ids = sent.map((one) => (one.outcome === 'created' ? one.value.id : one.outcome));
      const { values } = await store.readDirect(cloudId, 'alice', 'bob', aWindow());
      expect(values.map(({ id }) => id)).toEqual([...ids].sort());
      expect(new Set(values.map(({ text }) => text)).size).toBe(50);
      expect(new Set(values.map(({ conversationId }) => conversationId)).size).toBe(1);
    });

    test('ids grow in the order of commits when the clock of the next sender is five seconds behind', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      const ids: string[] = [];
      for (const skew of [0, -5_000, 0, -5_000, 5_000, -5_000]) {
        const time = clock.now;
        clock.now = new Date(time.getTime() + skew);
        const made = await store.sendDirect(aMessage({ cloudId }));
        if (made.outcome === 'created') ids.push(made.value.id);
        clock.now = advance({ ...clock, now: time }, 1);
      }
      clock.now = startOfTest;
      expect(ids).toHaveLength(6);
      expect(ids).toEqual([...ids].sort());
      expect(new Set(ids).size).toBe(6);
    });

    test('counts on from the last id, over all its lower digits, when the next id would go backwards', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      const { newId } = clock;
      const proposed = ['019a0000-0000-7000-8fff-ffffffffffff', '01900000-0000-7000-8000-000000000001'];
      const ids: string[] = [];
      for (const id of proposed) {
        clock.newId = () => id;
        const made = await store.sendDirect(aMessage({ cloudId }));
        if (made.outcome === 'created') ids.push(made.value.id);
      }
      clock.newId = newId;
      expect(ids).toEqual(['019a0000-0000-7000-8fff-ffffffffffff', '019a0000-0000-7000-9000-000000000000']);
    });

    test('keeps a document exactly as it came, and a NUL in its text as the replacement character', async () => {
      const { store } = open();
      const cloudId = aSite();
      const body = {
        version: 1,
        type: 'doc',
        content: [{ type: 'text', text: 'a\u0000b \ud800 ü', attrs: { z: 1, a: 1.5 } }],
      } as const;
      await store.sendDirect(aMessage({ cloudId, body, text: 'a\u0000b' }));
      const { values } = await store.readDirect(cloudId, 'alice', 'bob', aWindow());
      expect(values[0]?.body).toEqual(body);
      expect(JSON.stringify(values[0]?.body)).toBe(JSON.stringify(body));
      expect(values[0]?.text).toBe('a\uFFFDb');
    });
  });

  describe('an idempotency key', () => {
    test('fifty concurrent sends under one key make one message, and all name it', async () => {
      const { store } = open();
      const cloudId = aSite();
      const claim = aClaim();
      const sent = await Promise.all(Array.from({ length: 50 }, () => store.sendDirect(aMessage({ cloudId, claim }))));
      const { values } = await store.readDirect(cloudId, 'alice', 'bob', aWindow());
      expect(values).toHaveLength(1);
      expect(sent.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
      for (const one of sent) expect(one).toMatchObject({ value: { id: values[0]?.id } });
    });

    test('names the same message after an edit and after a delete', async () => {
      const { store } = open();
      const cloudId = aSite();
      const message = aMessage({ cloudId, claim: aClaim() });
      const first = await store.sendDirect(message);
      if (first.outcome !== 'created') throw new Error(first.outcome);
      const { id } = first.value;
      const { id: conversationId } = await store.openDirect(cloudId, 'alice', 'bob');
      await store.replaceMessage({ cloudId, conversationId, id, body: message.body, text: 'Other' }, unchecked);
      expect(await store.sendDirect(message)).toEqual({ outcome: 'replayed', value: { id } });
      await store.eraseMessage({ cloudId, conversationId, id }, unchecked);
      expect(await store.sendDirect(message)).toEqual({ outcome: 'replayed', value: { id } });
    });

    test('names the message also where the order gave it another id than the one proposed', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      await store.sendDirect(aMessage({ cloudId }));
      const { now } = clock;
      clock.now = new Date(now.getTime() - 5_000);
      const message = aMessage({ cloudId, claim: aClaim() });
      const first = await store.sendDirect(message);
      const second = await store.sendDirect(message);
      clock.now = now;
      const { values } = await store.readDirect(cloudId, 'alice', 'bob', aWindow());
      expect(first).toEqual({ outcome: 'created', value: { id: values[1]?.id } });
      expect(second).toEqual({ outcome: 'replayed', value: { id: values[1]?.id } });
    });

    test('is refused for another thing, and then no conversation is made', async () => {
      const { store } = open();
      const cloudId = aSite();
      await store.sendDirect(aMessage({ cloudId, claim: aClaim('k', 'one') }));
      const second = await store.sendDirect(aMessage({ cloudId, to: 'carol', claim: aClaim('k', 'two') }));
      const group = await store.createGroup(aGroup({ cloudId, claim: aClaim('k', 'three') }));
      expect([second, group]).toEqual([{ outcome: 'mismatch' }, { outcome: 'mismatch' }]);
      expect(await store.readDirect(cloudId, 'alice', 'carol', aWindow())).toMatchObject({ values: [] });
    });

    test('belongs to one caller in one site', async () => {
      const { store } = open();
      const [cloudId, otherSite] = [aSite(), aSite()];
      const claim = aClaim();
      const sent = [
        await store.sendDirect(aMessage({ cloudId, claim })),
        await store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'alice', claim })),
        await store.sendDirect(aMessage({ cloudId: otherSite, claim })),
      ];
      expect(sent.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'created']);
    });

    test('is free again after 24 hours and not a millisecond earlier', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      const message = aMessage({ cloudId, claim: aClaim() });
      const { now } = clock;
      await store.sendDirect(message);
      advance(clock, 24 * 60 * 60 * 1000 - 1);
      const early = await store.sendDirect(message);
      advance(clock, 1);
      const late = await store.sendDirect(message);
      clock.now = now;
      expect([early.outcome, late.outcome]).toEqual(['replayed', 'created']);
    });

    test('answers a group to who is not in it any more as it was made, and to a member as it is', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      const group = aGroup({ cloudId, topic: 'Before', claim: aClaim() });
      const first = await store.createGroup(group);
      if (first.outcome !== 'created') throw new Error(first.outcome);
      const { id } = first.value;
      advance(clock, 1000);
      await store.changeMembers(cloudId, id, { add: ['bob'], remove: [] }, unchecked);
      await store.changeConversation(cloudId, id, { name: 'Secret', topic: 'After' }, unchecked);
      expect(await store.createGroup(group)).toMatchObject({ outcome: 'replayed', value: { name: 'Secret' } });
      await store.changeMembers(cloudId, id, { add: [], remove: ['alice'] }, unchecked);
      await store.archiveGroup(cloudId, id, true, unchecked);
      expect(await store.createGroup(group)).toEqual({ outcome: 'replayed', value: first.value });
      clock.now = startOfTest;
    });

    test('makes one group, and answers it again', async () => {
      const { store } = open();
      const cloudId = aSite();
      const group = aGroup({ cloudId, claim: aClaim() });
      const first = await store.createGroup(group);
      const second = await store.createGroup(group);
      if (first.outcome !== 'created') throw new Error(first.outcome);
      expect(second).toEqual({ outcome: 'replayed', value: first.value });
    });
  });
}
