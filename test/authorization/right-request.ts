import type { Operation } from '../../src/contract/operation';
import { type OperationId, operations } from '../../src/contract/operations';
import { aDocument } from '../shared/service/a-document';
import type { Question } from '../shared/service/ask';

type WithBody = { [Id in OperationId]: (typeof operations)[Id] extends { body: object } ? Id : never }[OperationId];

/** A body that each operation takes. A new operation with a body has to have one here. */
const rightBodies: Readonly<Record<WithBody, (messageId: string) => unknown>> = {
  ConversationPostHandler: () => ({ name: 'Group' }),
  UserMessagePostHandler: () => aDocument(),
  UserMessagePutHandler: () => aDocument('Other words'),
  ConversationMessagePostHandler: () => aDocument(),
  ConversationMessagePutHandler: () => aDocument('Other words'),
  ConversationReadPutHandler: (messageId) => ({ messageId }),
  ConversationPatchHandler: () => ({ name: 'Another name' }),
  ConversationRosterPatchHandler: () => ({ add: ['someone-else'] }),
  PreferencePutHandler: () => ({ receipts: false, notices: { person: true, rule: true, client: false } }),
};

/** The query that an operation cannot do without. */
const rightQueries: Readonly<Partial<Record<OperationId, string>>> = { MessageSearchHandler: '?query=words' };

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
}

/** The method and the address of an operation, with these ids in its path. */
export function targetOf(base: string, id: OperationId, ids: PathIds): `${string} ${string}` {
  const { method, path }: Operation = operations[id];
  const named: Readonly<Record<string, string>> = { ...ids };
  return `${method} ${base}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => named[name] ?? '')}${rightQueries[id] ?? ''}`;
}

export const everyOperation = Object.entries(operations) as [OperationId, Operation][];
