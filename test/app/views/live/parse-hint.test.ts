import { parseHint } from '../../../../src/app/views/live/parse-hint';

const hint = { conversationId: 'c', issueId: '10001' };

test.each([
  ['an object', hint],
  ['JSON', JSON.stringify(hint)],
])('a hint is read from %s', (_, payload) => {
  expect(parseHint(payload)).toEqual(hint);
});

test.each([[null], [undefined], [7], ['no JSON'], ['"text"'], ['null'], [{ issueId: 7 }], [{ issueId: '' }], [[]]])(
  'what %p means is not known, so that it may mean anything',
  (payload) => {
    expect(parseHint(payload)).toEqual({ conversationId: null, issueId: null });
  },
);
