import { cutName } from '../../../../src/app/views/shared/cut-name';

test('a name of up to sixty characters is whole, a longer one is cut', () => {
  expect(cutName('x'.repeat(60))).toBe('x'.repeat(60));
  expect(cutName('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
  expect([...cutName('𝒳'.repeat(255))]).toHaveLength(60);
});

test('a cut name that reads from right to left turns nothing around it', () => {
  const cut = cutName(`\u2068${'א'.repeat(255)}\u2069`);
  expect([cut.startsWith('\u2068'), cut.endsWith('…\u2069')]).toEqual([true, true]);
});
