import type { Conversation, Message } from '../../../src/contract/resources';

export function aConversation(changes: Partial<Conversation> = {}): Conversation {
  return {
    cloudId: '11111111-1111-4111-8111-11111111aaaa',
    id: '01920000-0000-7000-8000-000000000001',
    name: '',
    topic: '',
    type: 'direct',
    privacy: 'private',
    avatarUrl: '',
    isArchived: false,
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    ...changes,
  };
}

export function aMessage(changes: Partial<Message> = {}): Message {
  return {
    id: '01920000-0000-7000-8000-000000000002',
    conversationId: '01920000-0000-7000-8000-000000000001',
    body: { version: 1, type: 'doc', content: [] },
    text: '',
    sender: { id: 'alice', kind: 'user' },
    ts: '2026-01-01T00:00:00.000Z',
    editedAt: null,
    deletedAt: null,
    issue: null,
    origin: { kind: 'person', label: null },
    ...changes,
  };
}
