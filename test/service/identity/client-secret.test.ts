import { hashClientSecret, matchesClientSecret } from '../../../src/service/identity/client-secret';

test('a secret matches its own hash and no other', () => {
  expect(matchesClientSecret('s3cret', hashClientSecret('s3cret'))).toBe(true);
  expect(matchesClientSecret('s3cret', hashClientSecret('other'))).toBe(false);
});

test('nothing matches where no hash is kept', () => {
  expect(matchesClientSecret('', null)).toBe(false);
});
