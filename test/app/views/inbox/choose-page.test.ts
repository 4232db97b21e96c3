import { choosePage } from '../../../../src/app/views/conversation/pages/choose-page';
import { anInboxMessage } from './builders';

const many = Array.from({ length: 100 }, (_, n) => anInboxMessage(n, `Short ${n}`));
const idOf = (n: number) => anInboxMessage(n, '').id;

test('the newest page holds as many short messages as fit, and not all', () => {
  expect(choosePage(many, { kind: 'latest' })).toEqual({ from: 92, to: 100 });
});

test('turning back and forth shows each message once', () => {
  const before = choosePage(many, { kind: 'before', id: idOf(92) });
  expect(before).toEqual({ from: 84, to: 92 });
  expect(choosePage(many, { kind: 'after', id: idOf(83) })).toEqual(before);
});

test('the last page is a whole one, also where less is left to turn to', () => {
  expect(choosePage(many, { kind: 'after', id: idOf(95) })).toEqual({ from: 92, to: 100 });
});

test('the first page is a whole one, too', () => {
  expect(choosePage(many, { kind: 'before', id: idOf(3) })).toEqual({ from: 0, to: 8 });
  expect(choosePage(many, { kind: 'before', id: idOf(0) })).toEqual({ from: 0, to: 8 });
});

test('a message that was looked for stands in the middle of its page', () => {
  expect(choosePage(many, { kind: 'around', id: idOf(50) })).toEqual({ from: 46, to: 54 });
  expect(choosePage(many, { kind: 'around', id: idOf(0) })).toEqual({ from: 0, to: 8 });
  expect(choosePage(many, { kind: 'around', id: idOf(99) })).toEqual({ from: 92, to: 100 });
});

test('one that is longer than a page stands there alone, and none is left out', () => {
  const long = [...many.slice(0, 3), anInboxMessage(3, 'word '.repeat(2_000)), anInboxMessage(4, 'After it')];
  expect(choosePage(long, { kind: 'latest' })).toEqual({ from: 4, to: 5 });
  expect(choosePage(long, { kind: 'before', id: idOf(4) })).toEqual({ from: 3, to: 4 });
});

test('a thread without messages has an empty page', () => {
  expect(choosePage([], { kind: 'latest' })).toEqual({ from: 0, to: 0 });
  expect(choosePage([], { kind: 'from', id: idOf(1) })).toEqual({ from: 0, to: 0 });
});
