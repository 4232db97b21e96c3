import type { InboxEntry, MessagePage, OpenedConversation, ShownMessage } from '../../../../src/app/definitions';
import { aMessage, bob, carla } from '../builders';

export const anId = (n: number) => `01890000-0000-7000-9000-${String(n).padStart(12, '0')}`;

/** A direct conversation with Bob. */
export function anEntry(n = 1, changes: Partial<InboxEntry> = {}): InboxEntry {
  return {
    id: anId(n),
    kind: 'direct',
    person: bob,
    name: '',
    topic: '',
    privacy: 'private',
    issue: null,
    isArchived: false,
    isMuted: false,
    role: null,
    unreadCount: 0,
    mentioned: false,
    hasDraft: false,
    turn: null,
    reminder: null,
    last: { from: 'them', text: `Words of ${n}`, isDeleted: false, ts: '2026-03-04T05:06:07.000Z', notice: null },
    ...changes,
  };
}

export function aGroup(n = 1, changes: Partial<InboxEntry> = {}): InboxEntry {
  return anEntry(n, { kind: 'group', person: null, name: 'Harbour', topic: 'Cranes', role: 'owner', ...changes });
}

export function anInboxMessage(n: number, text: string, changes: Partial<ShownMessage> = {}): ShownMessage {
  return aMessage(n, text, { sender: bob, ...changes });
}

/** The answer that opens a conversation. */
export function aConversation({
  messages = [],
  before = null,
  ...changes
}: Partial<OpenedConversation & MessagePage> = {}): { ok: true; conversation: OpenedConversation } {
  const entry = changes.entry ?? anEntry();
  const conversation = {
    conversationId: entry.id,
    person: entry.person,
    isAssignee: false,
    isReporter: false,
    entry,
    members: entry.kind === 'group' ? [bob, carla] : [],
    readBy: [],
    unreadCount: entry.unreadCount,
    mentioned: entry.mentioned,
    hasDraft: entry.hasDraft,
    questions: [],
    reminders: [],
    unreadIn: entry.unreadCount === 0 ? [] : [{ issueId: null, after: aMessage(0, '').id }],
    mailClosed: null,
    refusal: null,
    page: { messages, before },
    ...changes,
  };
  return { ok: true, conversation };
}

export const aPage = (entries: readonly InboxEntry[], cursor = '') => ({ ok: true, entries, cursor });
