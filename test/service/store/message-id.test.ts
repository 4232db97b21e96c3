import { firstIdAt, lastIdAt, newMessageId, readTime } from '../../../src/service/store/rows/message-id';

const at = new Date('2026-11-02T09:00:00.123Z');

describe('an id of a message', () => {
  test('is a UUIDv7 with its time to the millisecond and with room to count on', () => {
    for (let n = 0; n < 200; n += 1) {
      const id = newMessageId(at);
      // The variant is 10, and the highest random bit after it is zero: 8 or 9.
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(readTime(id)).toEqual(at);
    }
  });

  test('is another one each time', () => {
    expect(new Set(Array.from({ length: 200 }, () => newMessageId(at))).size).toBe(200);
  });

  test('lies between the bounds of its millisecond, and outside those of its neighbours', () => {
    const id = newMessageId(at);
    const [before, after] = [new Date(at.getTime() - 1), new Date(at.getTime() + 1)];
    const ascending = [lastIdAt(before), firstIdAt(at), id, lastIdAt(at), firstIdAt(after)];
    expect([...ascending].sort()).toEqual(ascending);
  });

  test('has bounds for any time that a date can hold', () => {
    expect(firstIdAt(new Date(-1))).toBe('00000000-0000-0000-0000-000000000000');
    expect(lastIdAt(new Date(8.64e15))).toBe('ffffffff-ffff-ffff-ffff-ffffffffffff');
  });
});
