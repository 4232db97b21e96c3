import { createCursors } from '../../../../src/service/operations/input/cursors';

const cursors = createCursors(new Uint8Array(32).fill(1));
const position = { key: 'Zoë | planning', id: '01920000-0000-7000-8000-000000000001' };

test('a cursor opens to the position that it was made of', () => {
  expect(cursors.open(cursors.seal(position, ['site', 'alice']), ['site', 'alice'])).toEqual(position);
});

test.each([
  ['of another caller', cursors.seal(position, ['site', 'bob'])],
  ['of another secret', createCursors(new Uint8Array(32).fill(2)).seal(position, ['site', 'alice'])],
  ['without its signature', cursors.seal(position, ['site', 'alice']).split('.')[0] ?? ''],
  ['with another position', `${btoa('["a","b"]')}.${cursors.seal(position, ['site', 'alice']).split('.')[1]}`],
  ['of someone else making', 'eyJhIjoxfQ'],
])('a cursor %s does not open', (_, cursor) => {
  expect(() => cursors.open(cursor, ['site', 'alice'])).toThrow('query.cursor');
});
