import { WindowCounter } from '../../../src/service/limits/window-counter';

test('counts by the minute of the clock, each key for itself', () => {
  const counter = new WindowCounter(10);
  counter.add('a', 59_000);
  expect(counter.add('a', 59_999)).toEqual({ count: 2, endsAt: 60_000 });
  expect(counter.add('b', 59_999).count).toBe(1);
  expect(counter.look('a', 60_000)).toEqual({ count: 0, endsAt: 120_000 });
  expect(counter.add('a', 60_000)).toEqual({ count: 1, endsAt: 120_000 });
});

test('takes over what was counted elsewhere, where it is more or of a later window', () => {
  const counter = new WindowCounter(10);
  counter.add('a', 0);
  counter.raise('a', { count: 5, endsAt: 60_000 });
  expect(counter.raise('a', { count: 3, endsAt: 60_000 }).count).toBe(5);
  expect(counter.add('a', 1).count).toBe(6);
  counter.raise('a', { count: 1, endsAt: 120_000 });
  expect(counter.raise('a', { count: 50, endsAt: 60_000 })).toEqual({ count: 1, endsAt: 120_000 });
  // This clock is behind: it goes on in the window that the other has begun.
  expect(counter.add('a', 2)).toEqual({ count: 2, endsAt: 120_000 });
});

test('forgets what was counted least lately, when there is too much', () => {
  const counter = new WindowCounter(2);
  for (const key of ['a', 'b', 'a', 'c']) counter.add(key, 0);
  expect(['a', 'b', 'c'].map((key) => counter.look(key, 0).count)).toEqual([2, 0, 1]);
});
