import type { OpenedPanel, PanelThread, ShownMessage } from '../../../src/app/definitions';
import { textToDocument } from '../../../src/document/from-text';

export function aMessage(n: number, text: string, changes: Partial<ShownMessage> = {}): ShownMessage {
  const id = `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const body = textToDocument(text);
  return {
    id,
    from: 'them',
    body,
    source: changes.from === 'me' ? text : null,
    ts: '2026-03-04T05:06:07.000Z',
    editedAt: null,
    deletedAt: null,
    origin: null,
    notice: null,
    sender: null,
    issue: null,
    awaitsAnswer: false,
    reactions: [],
    ...changes,
  };
}

export const bob: PanelThread['person'] = { id: 'bob', name: 'Bob Brown', kind: 'person', active: true };
export const carla: PanelThread['person'] = { id: 'carla', name: 'Carla Diaz', kind: 'person', active: true };

export const dan: PanelThread['person'] = { id: 'dan', name: 'Dan Evans', kind: 'person', active: true };
export const theApp: PanelThread['person'] = {
  id: 'app:1',
  name: 'Remind of due dates',
  kind: 'program',
  active: true,
};

export function aThread(messages: readonly ShownMessage[] = [], changes: Partial<PanelThread> = {}): PanelThread {
  return {
    person: bob,
    isAssignee: true,
    isReporter: false,
    conversationId: messages.length > 0 ? 'conversation-1' : null,
    entry: null,
    members: [],
    hasDraft: false,
    questions: [],
    reminders: [],
    readBy: [],
    unreadCount: 0,
    mentioned: false,
    unreadIn: (changes.unreadCount ?? 0) === 0 ? [] : [{ issueId: '10001', after: aMessage(0, '').id }],
    mailClosed: null,
    refusal: null,
    page: { messages, before: null },
    ...changes,
  };
}

export function aPanel(changes: Partial<OpenedPanel> = {}): OpenedPanel & { ok: true } {
  return { ok: true, assignee: 'someone', threads: [aThread()], groups: [], isWhole: true, closed: null, ...changes };
}

export const aProblem = (code: string, more = {}) => ({ ok: false, problem: { code, ...more } });
