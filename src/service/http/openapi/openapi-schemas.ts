import type { TSchema } from 'typebox';
import { Draft, DraftList, SavedDraft } from '../../../contract/drafts';
import { ErrorBody } from '../../../contract/error-body';
import { AccountList, BlockList, Erasure, Health, Preference, Unread, UnreadList } from '../../../contract/people';
import {
  Conversation,
  ConversationChange,
  ConversationInput,
  ConversationList,
  ConversationMessageInput,
  Document,
  Message,
  MessageId,
  MessageInput,
  MessageList,
  MessagePage,
  Reaction,
  ReadMarker,
  Roster,
  RosterChange,
  SiteList,
} from '../../../contract/resources';

const named: Readonly<Record<string, TSchema>> = {
  AccountList,
  BlockList,
  Conversation,
  ConversationChange,
  ConversationInput,
  ConversationList,
  ConversationMessageInput,
  Document,
  Draft,
  DraftList,
  Erasure,
  ErrorBody,
  Health,
  Message,
  MessageId,
  MessageInput,
  MessageList,
  MessagePage,
  Preference,
  Reaction,
  ReadMarker,
  Roster,
  RosterChange,
  SavedDraft,
  SiteList,
  Unread,
  UnreadList,
};
/** Of what cannot be made up from its schema. */
const examples: ReadonlyMap<string, unknown> = new Map([
  [
    'Document',
    { version: 1, type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hello Bob' }] }] },
  ],
]);
const nameOf: ReadonlyMap<unknown, string> = new Map(Object.entries(named).map(([name, schema]) => [schema, name]));

/** A schema of the contract as JSON Schema for OpenAPI 3.1: the contract's resources become references by name. */
export function referToSchemas(schema: unknown): unknown {
  const name = nameOf.get(schema);
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  return typeof schema === 'object' && schema !== null ? writeMembers(schema) : schema;
}

/** What the references point to. */
export function listSchemas(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(named).map(([name, schema]) => {
      const example = examples.get(name);
      return [name, { ...writeMembers(schema), ...(example === undefined ? {} : { examples: [example] }) }];
    }),
  );
}

function writeMembers(schema: object): object {
  if (Array.isArray(schema)) return schema.map(referToSchemas);
  return Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, referToSchemas(value)]));
}
