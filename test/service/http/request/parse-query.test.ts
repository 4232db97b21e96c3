import { describedOperations } from '../../../../src/contract/described-operations';
import { createQueryParser } from '../../../../src/service/http/request/parse-query';

const list = createQueryParser(describedOperations.listConversations.query, 'listing');
const read = createQueryParser(describedOperations.listDirectMessages.query, 'aside');

const detailsOf = (call: () => unknown) => {
  try {
    call();
    return null;
  } catch (error) {
    return (error as { details: unknown }).details;
  }
};

test('defaults are filled in', () => {
  expect(list({})).toEqual({
    'exclude-direct': false,
    'include-archived': false,
    'include-private': true,
    sort: 'asc',
    order: 'name',
    unread: false,
    drafts: false,
    mentioned: false,
    programs: false,
    'follow-up': false,
  });
});

test('numbers and booleans are read from text', () => {
  expect(list({ limit: '3', 'exclude-direct': 'true', 'include-private': 'false' })).toMatchObject({
    limit: 3,
    'exclude-direct': true,
    'include-private': false,
  });
});

test('an empty name to look for is one', () => {
  expect(list({ query: '' })).toMatchObject({ query: '' });
});

test('a person may be named once or several times', () => {
  expect(list({ user: 'alice' })).toMatchObject({ user: ['alice'] });
  expect(list({ user: ['alice', 'bob'] })).toMatchObject({ user: ['alice', 'bob'] });
});

test('an id comes out in lower case', () => {
  expect(read({ afterMessage: '0192F000-0000-7000-8000-00000000000A' })).toMatchObject({
    afterMessage: '0192f000-0000-7000-8000-00000000000a',
  });
});

test.each([
  [{ limit: '76' }, [{ field: 'query.limit', rule: 'must be <= 75' }]],
  [{ limit: '0' }, [{ field: 'query.limit', rule: 'must be >= 1' }]],
  [{ limit: '3.5' }, [{ field: 'query.limit', rule: 'must be integer' }]],
  [{ limit: '' }, [{ field: 'query.limit', rule: 'must be integer' }]],
  [{ limit: ['1', '2'] }, [{ field: 'query.limit', rule: 'must be given once' }]],
  [{ sort: 'up' }, [{ field: 'query.sort', rule: 'must be one of asc, desc' }]],
  [{ 'include-private': 'yes' }, [{ field: 'query.include-private', rule: 'must be boolean' }]],
  [{ user: ['alice', ''] }, [{ field: 'query.user', rule: 'must be an account id' }]],
  [{ issue: 'AB-1' }, [{ field: 'query.issue', rule: 'must be the numeric id of an issue' }]],
  [{ query: 'a\0' }, [{ field: 'query.query', rule: 'must not hold the character U+0000' }]],
])('%j is refused by field and rule', (query, details) => {
  expect(detailsOf(() => list(query as unknown as Record<string, string>))).toEqual(details);
});

test('everything wrong in a query is told at once', () => {
  expect(detailsOf(() => list({ limit: 'x', sort: 'x' }))).toHaveLength(2);
});

test('an unknown parameter is passed over in an operation of the listing and refused in ours', () => {
  expect(list({ color: 'red', __proto__: 'x' })).not.toHaveProperty('color');
  expect(detailsOf(() => read({ color: 'red' }))).toEqual([
    { field: 'query.color', rule: 'is not a parameter of this operation' },
  ]);
});

test('a name that every object has is no parameter', () => {
  expect(detailsOf(() => read({ toString: '1', constructor: '1' }))).toEqual([
    { field: 'query.toString', rule: 'is not a parameter of this operation' },
    { field: 'query.constructor', rule: 'is not a parameter of this operation' },
  ]);
  expect(list({ toString: ['a', 'b'] })).toEqual(list({}));
});
