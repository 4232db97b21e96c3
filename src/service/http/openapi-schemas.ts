import type { TSchema } from 'typebox';
import { ErrorBody } from '../../contract/error-body';
import { AccountList, BlockList, Erasure, Health, Preference, Unread, UnreadList } from '../../contract/people';
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
  ReadMarker,
  Roster,
  RosterChange,
  SiteList,
} from '../../contract/resources';

const named: Readonly<Record<string, TSchema>> = {
  AccountList,
  BlockList,
  Conversation,
  ConversationChange,
  ConversationInput,
  ConversationList,
  ConversationMessageInput,
  Document,
  Erasure,
  ErrorBody,
  Health,
  Message,
  MessageId,
  MessageInput,
  MessageList,
  MessagePage,
  Preference,
  ReadMarker,
  Roster,
  RosterChange,
  SiteList,
  Unread,
  UnreadList,
};
const nameOf: ReadonlyMap<unknown, string> = new Map(Object.entries(named).map(([name, schema]) => [schema, name]));

/** A schema of the contract as JSON Schema for OpenAPI 3.1: the contract's resources become references by name. */
export function referToSchemas(schema: unknown): unknown {
  const name = nameOf.get(schema);
  return name === undefined ? writeMembers(schema) : { $ref: `#/components/schemas/${name}` };
}

/** What the references point to. */
export function listSchemas(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, writeMembers(schema)]));
}

function writeMembers(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(referToSchemas);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, referToSchemas(value)]));
}
