import { joinNames } from '../../../../src/app/views/shared/join-names';

const names = ['Ann', 'Ben', 'Eve'];

test.each([
  ['en-US', 'Ann, Ben, and Eve'],
  ['de-DE', 'Ann, Ben und Eve'],
  ['ja-JP', 'Ann、Ben、Eve'],
])('names stand together as a reader in %s writes them', (locale, text) => {
  expect(joinNames(names, locale)).toBe(text);
});

test('a locale that this browser does not know counts as its own', () => {
  expect(joinNames(['Ann'], 'no_such_locale')).toBe('Ann');
  expect(joinNames(names, undefined)).toMatch(/Ann.+Ben.+Eve/);
});
