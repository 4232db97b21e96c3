import { aMessage, aSite, aWindow, unchecked } from '../../../shared/store/builders';
import { advance, startOfTest, type TestStore } from '../open-test-store';

const issue = { id: '10001', key: 'SHOP-1' };

export function describeReading(open: () => TestStore) {
  /** Six messages, a second apart, the even ones about an issue. */
  async function writeSix(cloudId: string) {
    const { store, clock } = open();
    for (let n = 0; n < 6; n += 1) {
      await store.sendDirect(aMessage({ cloudId, text: `${n}`, issue: n % 2 === 0 ? issue : null }));
      advance(clock, 1000);
    }
    clock.now = startOfTest;
    const { values } = await store.readDirect(cloudId, 'alice', 'bob', aWindow());
    return values.map(({ id }) => id);
  }

  async function read(cloudId: string, window: Parameters<typeof aWindow>[0]) {
    const { values, before, after } = await open().store.readDirect(cloudId, 'bob', 'alice', aWindow(window));
    return { texts: values.map(({ text }) => text).join(''), before, after };
  }

  const second = (n: number) => new Date(startOfTest.getTime() + n * 1000);

  describe('reading a direct conversation', () => {
    test('gives the latest, ascending, and where to go on', async () => {
      const cloudId = aSite();
      const ids = await writeSix(cloudId);
      expect(await read(cloudId, { limit: 2 })).toEqual({ texts: '45', before: ids[4], after: null });
      expect(await read(cloudId, { limit: 6 })).toEqual({ texts: '012345', before: null, after: null });
    });

    test('goes back and forth from a message, which is not repeated', async () => {
      const cloudId = aSite();
      const ids = await writeSix(cloudId);
      const from = (kind: 'afterMessage' | 'beforeMessage', n: number) => ({ kind, id: ids[n] ?? '' });
      const back = await read(cloudId, { limit: 2, position: from('beforeMessage', 4) });
      expect(back).toEqual({ texts: '23', before: ids[2], after: ids[3] });
      const start = await read(cloudId, { limit: 2, position: from('beforeMessage', 2) });
      expect(start).toEqual({ texts: '01', before: null, after: ids[1] });
      const forth = await read(cloudId, { limit: 2, position: from('afterMessage', 1) });
      expect(forth).toEqual({ texts: '23', before: ids[2], after: ids[3] });
      const end = await read(cloudId, { limit: 9, position: from('afterMessage', 3) });
      expect(end).toEqual({ texts: '45', before: ids[4], after: null });
      const none = await read(cloudId, { position: from('afterMessage', 5) });
      expect(none).toEqual({ texts: '', before: null, after: null });
    });

    test('goes back and forth from a time, whose own messages are on neither side', async () => {
      const cloudId = aSite();
      await writeSix(cloudId);
      const texts = async (kind: 'afterTimestamp' | 'beforeTimestamp', at: Date, limit = 75) =>
        (await read(cloudId, { limit, position: { kind, at } })).texts;
      expect(await texts('afterTimestamp', second(2))).toBe('345');
      expect(await texts('beforeTimestamp', second(2))).toBe('01');
      expect(await texts('afterTimestamp', second(2), 1)).toBe('3');
      expect(await texts('beforeTimestamp', second(2), 1)).toBe('1');
      expect(await texts('afterTimestamp', new Date('1900-01-01'))).toBe('012345');
      expect(await texts('beforeTimestamp', new Date('9999-12-31'))).toBe('012345');
    });

    test('keeps to one issue, also in where to go on', async () => {
      const cloudId = aSite();
      const ids = await writeSix(cloudId);
      const latest = await read(cloudId, { limit: 2, issueId: issue.id });
      expect(latest).toEqual({ texts: '24', before: ids[2], after: null });
      const older = await read(cloudId, {
        issueId: issue.id,
        position: { kind: 'beforeMessage', id: latest.before ?? '' },
      });
      expect(older).toEqual({ texts: '0', before: null, after: ids[0] });
      expect((await read(cloudId, { issueId: '999' })).texts).toBe('');
    });

    test('is an empty list where there is no conversation, and makes none', async () => {
      const cloudId = aSite();
      const empty = { texts: '', before: null, after: null };
      expect(await read(cloudId, {})).toEqual(empty);
      await writeSix(aSite());
      expect(await read(cloudId, {})).toEqual(empty);
    });
  });

  describe('a message', () => {
    async function send(cloudId: string) {
      const { store } = open();
      const made = await store.sendDirect(aMessage({ cloudId, text: 'First' }));
      if (made.outcome !== 'created') throw new Error(made.outcome);
      const { id: conversationId } = await store.openDirect(cloudId, 'alice', 'bob');
      return { cloudId, conversationId, id: made.value.id };
    }
    const other = aMessage({ cloudId: aSite(), text: 'Second' });

    test('is found from either end, and not elsewhere', async () => {
      const { store } = open();
      const { cloudId, id } = await send(aSite());
      expect(await store.findDirectMessage(cloudId, 'alice', 'bob', id)).toMatchObject({ id, text: 'First' });
      expect(await store.findDirectMessage(cloudId, 'bob', 'alice', id)).toMatchObject({ id });
      expect(await store.findDirectMessage(cloudId, 'alice', 'carol', id)).toBeNull();
      expect(await store.findDirectMessage(aSite(), 'alice', 'bob', id)).toBeNull();
    });

    test('keeps its id and time when it is edited, and says when that was', async () => {
      const { store, clock } = open();
      const place = await send(aSite());
      advance(clock, 1500);
      expect(await store.replaceMessage({ ...place, body: other.body, text: other.text }, unchecked)).toBe(true);
      clock.now = startOfTest;
      expect(await store.findDirectMessage(place.cloudId, 'alice', 'bob', place.id)).toMatchObject({
        id: place.id,
        body: other.body,
        text: 'Second',
        ts: startOfTest.toISOString(),
        editedAt: '2026-11-02T09:00:01.500Z',
        deletedAt: null,
      });
    });

    test('loses its words for good when it is deleted, and stays as a tombstone', async () => {
      const { store } = open();
      const place = await send(aSite());
      expect(await store.eraseMessage(place, unchecked)).toBe(true);
      expect(await store.eraseMessage(place, unchecked)).toBe(false);
      expect(await store.replaceMessage({ ...place, body: other.body, text: other.text }, unchecked)).toBe(false);
      const { values } = await store.readDirect(place.cloudId, 'alice', 'bob', aWindow());
      expect(values).toMatchObject([{ id: place.id, body: null, text: '', deletedAt: startOfTest.toISOString() }]);
    });

    test('is not reached from another site or another conversation', async () => {
      const { store } = open();
      const place = await send(aSite());
      for (const elsewhere of [{ cloudId: aSite() }, { conversationId: aSite() }]) {
        expect(await store.eraseMessage({ ...place, ...elsewhere }, unchecked)).toBe(false);
        const edit = { ...place, ...elsewhere, body: other.body, text: other.text };
        expect(await store.replaceMessage(edit, unchecked)).toBe(false);
      }
      expect(await store.findDirectMessage(place.cloudId, 'alice', 'bob', place.id)).toMatchObject({ text: 'First' });
    });
  });
}
