import { judge } from './judge';
import type { ReadMessage } from './reader';
import type { Acknowledged, Attempt, Record } from './record';

const nothing = { missing: 0, doubled: 0, unknown: 0, changed: 0, disordered: 0 };

function anAttempt(n: number): Attempt {
  const place = { path: 'user/bob', reader: 'alice' };
  return { writer: 'alice', place, key: `${n}`, text: `message ${n}`, begunAt: 10 * n };
}

/** One after the other: the next is begun when the one before is answered. */
function anAcknowledged(n: number, changes: Partial<Acknowledged> = {}): Acknowledged {
  const attempt = anAttempt(n);
  return { ...attempt, id: `id-${n}`, triedAt: 10 * n, answeredAt: 10 * n + 9, now: attempt.text, ...changes };
}

function aRecord(acknowledged: readonly Acknowledged[], abandoned: readonly Attempt[] = []): Record {
  return { acknowledged, abandoned, answers: new Map() };
}

function aMessage(n: number, changes: Partial<ReadMessage> = {}): ReadMessage {
  return { id: `id-${n}`, text: `message ${n}`, senderId: 'alice', isDeleted: false, ...changes };
}

describe('what the reader finds', () => {
  const record = aRecord([0, 1, 2].map((n) => anAcknowledged(n)));

  test('is right where all is there once, in order', () => {
    expect(judge(record, [[0, 1, 2].map((n) => aMessage(n))])).toEqual(nothing);
  });

  test('is missing what was acknowledged and is not there', () => {
    expect(judge(record, [[aMessage(0), aMessage(2)]])).toEqual({ ...nothing, missing: 1 });
  });

  test('is doubled under another id, or where two were told of one', () => {
    const again = aMessage(1, { id: 'id-9' });
    expect(judge(record, [[aMessage(0), aMessage(1), again, aMessage(2)]])).toEqual({ ...nothing, unknown: 1 });
    const two = aRecord([anAcknowledged(0), anAcknowledged(1, { id: 'id-0' })]);
    expect(judge(two, [[aMessage(0)]])).toMatchObject({ doubled: 1 });
  });

  test('may be what was given up, once', () => {
    const given = aRecord([anAcknowledged(0)], [anAttempt(1)]);
    expect(judge(given, [[aMessage(0), aMessage(1)]])).toEqual(nothing);
    expect(judge(given, [[aMessage(0), aMessage(1), aMessage(1, { id: 'id-9' })]])).toEqual({ ...nothing, doubled: 1 });
  });

  test('has other words than the last that were acknowledged, or words where they were deleted', () => {
    const edited = aRecord([anAcknowledged(0, { now: 'message 0 edited' }), anAcknowledged(1, { now: null })]);
    expect(judge(edited, [[aMessage(0), aMessage(1)]])).toEqual({ ...nothing, changed: 2 });
    const right = [aMessage(0, { text: 'message 0 edited' }), aMessage(1, { text: '', isDeleted: true })];
    expect(judge(edited, [right])).toEqual(nothing);
  });

  test('is out of order where one stands before another that was acknowledged when it was begun', () => {
    expect(judge(record, [[aMessage(1), aMessage(0), aMessage(2)]])).toEqual({ ...nothing, disordered: 1 });
    const together = aRecord([anAcknowledged(0), anAcknowledged(1, { begunAt: 5 })]);
    expect(judge(together, [[aMessage(1), aMessage(0)]])).toEqual(nothing);
  });
});
