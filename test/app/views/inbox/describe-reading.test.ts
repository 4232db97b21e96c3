import { describeReading, lastOfMine } from '../../../../src/app/views/conversation/describe-reading';
import {
  type ConversationState,
  unknownConversation,
} from '../../../../src/app/views/conversation/state/conversation-state';
import { bob } from '../builders';
import { aGroup, anEntry, anInboxMessage } from './builders';

const t = (key: string, values: object = {}) => [key, ...Object.values(values)].join(' ');
const readers = (count: number, n: number) =>
  Array.from({ length: count }, (_, i) => ({
    person: { ...bob, id: `p${i}`, name: `P${i}` },
    messageId: anInboxMessage(n, '').id,
    issueId: null,
  }));
const conversation = (changes: Partial<ConversationState>) => ({ ...unknownConversation, ...changes });
const message = anInboxMessage(5, '', { issue: { id: '10001', key: null, summary: null } });
const joinNames = (names: readonly string[]) => names.join(' + ');
const say = (conversation: ConversationState) => describeReading({ t, joinNames }, conversation, message);

test('who has read less than my message has not read it', () => {
  expect(say(conversation({ entry: anEntry(), readBy: readers(1, 4) }))).toBeNull();
  expect(say(conversation({ entry: anEntry(), readBy: readers(1, 5) }))).toBe('inbox.read');
});

test('a marker of another issue covers nothing of this one, and two of one reader are one', () => {
  const [reader] = readers(1, 6);
  const of = (...issues: (string | null)[]) =>
    conversation({ entry: aGroup(), readBy: issues.map((issueId) => ({ ...(reader ?? never()), issueId })) });
  expect(say(of('10002'))).toBeNull();
  expect(say(of('10001'))).toBe('inbox.readBy P0');
  expect(say(of(null, '10001'))).toBe('inbox.readBy P0');
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

function never(): never {
  throw new Error('There is no such reader');
}
