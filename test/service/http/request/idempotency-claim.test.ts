import { type ClaimedRequest, readClaim } from '../../../../src/service/http/request/idempotency-claim';

const request: ClaimedRequest = {
  ...{ method: 'POST', path: '/a', query: {}, mediaType: 'application/json' },
  body: new Uint8Array([1]),
};
const fingerprint = (changes: Partial<ClaimedRequest>) => readClaim('k', { ...request, ...changes })?.fingerprint;

test('without a key there is no claim', () => {
  expect(readClaim(undefined, request)).toBeNull();
});

test('the same request has the same fingerprint, and any other one another', () => {
  const others: Partial<ClaimedRequest>[] = [
    ...[{ path: '/b' }, { query: { a: '1' } }, { mediaType: 'text/plain' as const }],
    { body: new Uint8Array([2]) },
  ];
  const all = [fingerprint({}), ...others.map(fingerprint)];
  expect(fingerprint({})).toBe(all[0]);
  expect(new Set(all).size).toBe(5);
});

test.each(['', 'a b', 'é', 'k'.repeat(129)])('the key %j is refused', (key) => {
  expect(() => readClaim(key, request)).toThrow('header.Idempotency-Key');
});

test('a key of 128 characters is taken', () => {
  expect(readClaim('k'.repeat(128), request)?.key).toHaveLength(128);
});
