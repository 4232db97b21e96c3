import { TokenCache } from '../../../src/service/identity/token-cache';

test('an entry is there until its end and not at it', () => {
  const cache = new TokenCache<string>(2);
  cache.set('a', 'A', 100);
  expect(cache.get('a', 99)).toBe('A');
  expect(cache.get('a', 100)).toBeUndefined();
});

test('a full cache lets go of what was used least lately', () => {
  const cache = new TokenCache<string>(2);
  cache.set('a', 'A', 100);
  cache.set('b', 'B', 100);
  cache.get('a', 0);
  cache.set('c', 'C', 100);
  expect(['a', 'b', 'c'].map((key) => cache.get(key, 0))).toEqual(['A', undefined, 'C']);
});

test('tokens are not kept as they are', () => {
  const keep = jest.spyOn(Map.prototype, 'set');
  new TokenCache<string>(2).set('secret token', 'A', 100);
  expect(keep.mock.calls).toHaveLength(1);
  expect(JSON.stringify(keep.mock.calls)).not.toContain('secret token');
  keep.mockRestore();
});
