import { readFileSync } from 'node:fs';
import { fillText } from '../../../../src/app/views/shared/fill-text';

test('values go to their places, as often as a place stands there', () => {
  expect(fillText('{a} and {b} and {a}', { a: 1, b: '$&' })).toBe('1 and $& and 1');
});

test('a place without a value stays to be seen', () => {
  expect(fillText('Hello {name}')).toBe('Hello {name}');
});

test('no text of the locale is empty', () => {
  const texts = JSON.parse(readFileSync('locales/en-US.json', 'utf8')) as Record<string, unknown>;
  expect(Object.entries(texts).filter(([, text]) => typeof text !== 'string' || text.trim() === '')).toEqual([]);
});
