import { type BodiesOf, describedOperations } from '../../src/contract/described-operations';
import type { DescribedOperation, Operation } from '../../src/contract/operation';
import { type OperationName, operations } from '../../src/contract/operations';
import { aDocument } from '../shared/service/a-document';
import type { Question } from '../shared/service/ask';

type WithBody = { [Name in OperationName]: BodiesOf<Name> extends undefined ? never : Name }[OperationName];

/** A body that each operation takes. A new operation with a body has to have one here. */
const rightBodies: Readonly<Record<WithBody, (messageId: string) => unknown>> = {
  createConversation: () => ({ name: 'Group' }),
  sendDirectMessage: () => aDocument(),
  editDirectMessage: () => aDocument('Other words'),
  sendMessage: () => aDocument(),
  editMessage: () => aDocument('Other words'),
  markRead: (messageId) => ({ messageId }),
  markUnread: (messageId) => ({ messageId }),
  markDirectRead: (messageId) => ({ messageId }),
  markDirectUnread: (messageId) => ({ messageId }),
  changeConversation: () => ({ name: 'Another name' }),
  changeRoster: () => ({ add: ['someone-else'] }),
  noteDeed: () => ({ action: 'trigger-secret-rotated', account: 'someone', done: '2026-11-30T10:00:00.000Z' }),
  saveDraft: () => aDocument('Not yet'),
  setReminder: () => ({ due: new Date(Date.now() + 3_600_000).toISOString() }),
  reportMessage: () => ({ reason: 'insult', note: 'Twice today' }),
  openReport: () => ({ account: 'someone' }),
  decideReport: () => ({ account: 'someone', outcome: 'removed' }),
  setPreference: () => ({ receipts: false, notices: { person: true, rule: true, client: false } }),
};

/** The query that an operation cannot do without. */
const rightQueries: Readonly<Partial<Record<OperationName, string>>> = {
  searchMessages: '?query=words',
  listDueReminders: '?since=2026-11-30T10:00:00.000Z&until=2026-11-30T10:05:00.000Z',
  listEndedHolds: '?since=2026-11-30T10:00:00.000Z&until=2026-11-30T10:05:00.000Z',
  listAway: '?user=someone',
  saveDraft: '?user=whom-they-write-to',
  deleteDraft: '?user=whom-they-write-to',
  listReports: '?account=someone',
};

const bodies: Readonly<Record<string, (messageId: string) => unknown>> = rightBodies;

export function rightBody(id: string, messageId = ''): Question {
  const write = bodies[id];
  return write ? { json: write(messageId) } : {};
}

export interface PathIds {
  readonly cloudId: string;
  readonly userId: string;
  readonly conversationId: string;
  readonly messageId: string;
  /** That of the message where it is absent. */
  readonly reportId?: string;
}

/** The method and the address of an operation, with these ids in its path. */
export function targetOf(base: string, id: OperationName, ids: PathIds): `${string} ${string}` {
  const { method, path }: Operation = operations[id];
  const named: Readonly<Record<string, string>> = { name: 'eyes', reportId: ids.messageId, ...ids };
  return `${method} ${base}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => named[name] ?? '')}${rightQueries[id] ?? ''}`;
}

export const everyOperation = Object.entries(describedOperations) as [OperationName, DescribedOperation][];
