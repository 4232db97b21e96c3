import { bindCursor } from '../../../../src/service/operations/input/list-query';

const caller = {
  kind: 'user',
  id: 'alice',
  scopes: new Set(['participate:conversation'] as const),
  sites: new Set(['site']),
  label: null,
} as const;

const plain = {
  sort: 'asc',
  order: 'name',
  'exclude-direct': false,
  'include-archived': false,
  'include-private': true,
  unread: false,
  mentioned: false,
  drafts: false,
  programs: false,
  'follow-up': false,
} as const;

test('a cursor of a plain list is bound to what it was in the first release: a page begun before an update goes on', () => {
  const binding = ['conversations', 'site', 'alice', 'asc', 'name', false, false, true, false, '', null, []];
  expect(bindCursor(caller, 'site', plain)).toEqual(binding);
});

test.each(['mentioned', 'drafts', 'programs', 'follow-up'])('a cursor of a list with %s is bound to that', (name) => {
  expect(bindCursor(caller, 'site', { ...plain, [name]: true })).not.toEqual(bindCursor(caller, 'site', plain));
});
