import { describeReading, lastOfMine } from '../../../../src/app/views/inbox/conversation/describe-reading';
import { type Conversation, newConversation } from '../../../../src/app/views/inbox/state/inbox-state';
import { bob } from '../builders';
import { aGroup, anEntry, anInboxMessage } from './builders';

const t = (key: string, values: object = {}) => [key, ...Object.values(values)].join(' ');
const readers = (count: number, n: number) =>
  Array.from({ length: count }, (_, i) => ({ person: { ...bob, name: `P${i}` }, messageId: anInboxMessage(n, '').id }));
const conversation = (changes: Partial<Conversation>): Conversation => ({ ...newConversation('c'), ...changes });
const id = anInboxMessage(5, '').id;
const joinNames = (names: readonly string[]) => names.join(' + ');
const say = (conversation: Conversation) => describeReading({ t, joinNames }, conversation, id);

test('who has read less than my message has not read it', () => {
  expect(say(conversation({ entry: anEntry(), readBy: readers(1, 4) }))).toBeNull();
  expect(say(conversation({ entry: anEntry(), readBy: readers(1, 5) }))).toBe('inbox.read');
});

test('of many readers in a group five are named and the rest counted', () => {
  const group = (count: number) => conversation({ entry: aGroup(), readBy: readers(count, 6) });
  expect(say(group(5))).toBe('inbox.readBy P0 + P1 + P2 + P3 + P4');
  expect(say(group(7))).toBe('inbox.readBy P0 + P1 + P2 + P3 + P4 + inbox.readByMore 2');
});

test('my last message is the newest one of mine that still stands', () => {
  const messages = [
    anInboxMessage(1, 'Mine', { from: 'me' }),
    anInboxMessage(2, '', { from: 'me', deletedAt: '2026-03-04T06:00:00.000Z' }),
    anInboxMessage(3, 'Theirs'),
  ];
  expect(lastOfMine(conversation({ messages }))?.id).toBe(messages[0]?.id);
  expect(lastOfMine(conversation({ messages: [] }))).toBeNull();
});
