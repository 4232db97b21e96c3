import { formatNumber } from '../../../../src/app/views/shared/format-number';

test.each([
  ['en-US', '65,000'],
  ['de-DE', '65.000'],
  ['ja-JP', '65,000'],
  ['de-AT', '65 000'],
])('a number stands in the groups of its reader: %s', (locale, shown) => {
  expect(formatNumber(65_000, locale).replace(/\s/g, ' ')).toBe(shown);
});

test('a locale that nobody knows changes nothing but the groups', () => {
  expect(formatNumber(65_000, 'no such locale').replace(/\D/g, '')).toBe('65000');
});
