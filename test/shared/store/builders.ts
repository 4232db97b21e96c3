import { randomUUID } from 'node:crypto';
import type {
  ChangePermit,
  ConversationQuery,
  IdempotencyClaim,
  MessageWindow,
  NewGroup,
  NewMessage,
} from '../../../src/service/conversation/conversation-store';
import type { Permit } from '../../../src/service/conversation/group-store';
import type {
  MessageSearch,
  NewConversationMessage,
  OpenConversation,
  ReadingScope,
} from '../../../src/service/conversation/message-store';

/** A site of its own for each test, so that tests share one store and see nothing of each other. */
export function aSite(): string {
  return randomUUID();
}

/** A change whose rules are not what the test is about. */
export const unchecked: Permit & ChangePermit = { callerId: 'alice', decide: () => {} };

export function aDocument(text: string): NewMessage['body'] {
  return { version: 1, type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

type MessageParts = { cloudId: string; from?: string; to?: string; text?: string } & Partial<
  Pick<NewMessage, 'issue' | 'origin' | 'claim' | 'quotas' | 'body'>
>;

export function aMessage({ cloudId, from = 'alice', to = 'bob', text = 'Hello', ...rest }: MessageParts): NewMessage {
  return {
    cloudId,
    sender: { id: from, kind: 'user' },
    recipientId: to,
    body: aDocument(text),
    text,
    issue: null,
    origin: { kind: 'person', label: null },
    claim: null,
    quotas: [],
    ...rest,
  };
}

type ConversationMessageParts = Omit<MessageParts, 'to'> & { conversationId: string };

export function aMessageInto({ conversationId, ...parts }: ConversationMessageParts): NewConversationMessage {
  const { recipientId: _, ...message } = aMessage(parts);
  return { ...message, conversationId };
}

export function aSearch(parts: Partial<MessageSearch> & { cloudId: string }): MessageSearch {
  return { callerId: 'alice', seesPublicGroups: true, words: [], limit: 75, after: null, ...parts };
}

export function aClaim(key = 'key-1', fingerprint = 'print-1'): IdempotencyClaim {
  return { key, fingerprint };
}

export function aGroup(parts: Partial<NewGroup> & { cloudId: string }): NewGroup {
  return {
    ...{ ownerId: 'alice', name: 'Release', topic: '', privacy: 'private' },
    ...{ issue: null, members: [], follows: null, claim: null },
    ...parts,
  };
}

export function aQuery(parts: Partial<ConversationQuery> & { cloudId: string }): ConversationQuery {
  return {
    callerId: 'alice',
    seesPublicGroups: true,
    excludeDirect: false,
    includeArchived: false,
    includePrivate: true,
    name: '',
    unreadOnly: false,
    among: 'all',
    mentionedOnly: false,
    issueId: null,
    userIds: [],
    order: 'name',
    sort: 'asc',
    limit: 75,
    after: null,
    expandActivity: false,
    messagesOfIssue: 0,
    ...parts,
  };
}

export function scopeOf(
  cloudId: string,
  conversationId: string,
  memberId: string,
  issueId: string | null = null,
): ReadingScope {
  return { cloudId, conversationId, memberId, issueId };
}

/** A conversation of which all is open to whoever reads. */
export function whole(cloudId: string, id: string, callerId = 'alice'): OpenConversation {
  return { cloudId, callerId, id, readsAfterId: null };
}

export function aWindow(parts: Partial<MessageWindow> = {}): MessageWindow {
  return { limit: 75, position: { kind: 'latest' }, issueId: null, ...parts };
}
