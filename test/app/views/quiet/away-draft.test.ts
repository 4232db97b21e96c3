import type { Absence } from '../../../../src/app/definitions';
import type { Person } from '../../../../src/app/definitions/person';
import { beginAway, findAwayFaults, toAbsence } from '../../../../src/app/views/preferences/away-draft';

const now = new Date('2026-12-01T10:00:00.000Z');
const kept: Absence<Person> = {
  from: '2026-11-30T08:00:00.000Z',
  until: '2026-12-01T18:00:00.000Z',
  word: '',
  substitute: null,
};
const faultsOf = (change: object, at = now) => findAwayFaults({ ...beginAway(kept, now, 'UTC'), ...change }, at, 'UTC');

test('an absence that another zone’s midnight ends later today is taken as it is kept', () => {
  expect(faultsOf({ word: 'Skiing.' })).toEqual([]);
  expect(faultsOf({}, new Date('2026-12-01T18:00:00.000Z'))).toEqual(['past']);
  expect(findAwayFaults({ ...beginAway(null, now, 'UTC'), until: '2026-12-01' }, now, 'UTC')).toEqual(['past']);
});

test('an absence within one day is taken as it is kept', () => {
  const within = { ...kept, from: '2026-12-02T08:00:00.000Z', until: '2026-12-02T18:00:00.000Z' };
  expect(findAwayFaults(beginAway(within, now, 'UTC'), now, 'UTC')).toEqual([]);
});

test('what the service takes is the furthest day, and the one after it is too far', () => {
  expect(faultsOf({ until: '2028-12-01' })).toEqual([]);
  expect(faultsOf({ until: '2028-12-02' })).toEqual(['tooFar']);
});

test('a word goes without the marks of direction that came along with what was pasted, which the service refuses', () => {
  const { word } = toAbsence(
    { ...beginAway(kept, now, 'UTC'), word: '\u2068Skiing\u2069,\u202e back\nsoon\u202c' },
    now,
    'UTC',
  );
  expect(word).toBe('Skiing, back soon');
});
