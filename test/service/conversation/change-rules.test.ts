import type { Actor } from '../../../src/service/conversation/actor';
import { decideEdit, decideErase } from '../../../src/service/conversation/change-rules';
import type { ChangingMessage, SeenConversation } from '../../../src/service/conversation/conversation-store';
import { aConversation } from './builders';

const alice: Actor = { kind: 'user', id: 'alice', label: null };
const own: ChangingMessage = { senderId: 'alice', isDeleted: false, isBarred: false };

const seen = (changes: Parameters<typeof aConversation>[0], isMember = true): SeenConversation => ({
  conversation: aConversation(changes),
  isMember,
  isOwner: false,
  readsAfterId: null,
});
const direct = seen({ type: 'direct', privacy: 'private' });
const archived = seen({ type: 'group', privacy: 'private', isArchived: true });

const refusal = (decide: () => unknown) => {
  try {
    decide();
    return 'allowed';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test.each<[string, SeenConversation | null, ChangingMessage | null, string, string]>([
  ['a message is changed by its sender', direct, own, 'allowed', 'allowed'],
  ['and not by another', direct, { ...own, senderId: 'bob' }, 'forbidden', 'forbidden'],
  ['a deleted one is not found', direct, { ...own, isDeleted: true }, 'not_found', 'not_found'],
  ['nor is the deleted one of another', direct, { ...own, senderId: 'bob', isDeleted: true }, 'not_found', 'not_found'],
  ['nor one that is not there', direct, null, 'not_found', 'not_found'],
  [
    'nor one where one is not any more',
    seen({ type: 'group', privacy: 'private' }, false),
    own,
    'not_found',
    'not_found',
  ],
  ['nor one where there is no conversation', null, own, 'not_found', 'not_found'],
  [
    'to who blocked the sender no words go, and may be taken back',
    direct,
    { ...own, isBarred: true },
    'blocked',
    'allowed',
  ],
  ['in an archived group nothing is edited, and may be taken back', archived, own, 'conflict', 'allowed'],
  [
    'a direct one that is put away is no archived group',
    seen({ type: 'direct', isArchived: true }),
    own,
    'allowed',
    'allowed',
  ],
])('%s', (_, conversation, message, edit, erase) => {
  expect(refusal(() => decideEdit(alice, conversation, message))).toBe(edit);
  expect(refusal(() => decideErase(alice, conversation, message))).toBe(erase);
});
