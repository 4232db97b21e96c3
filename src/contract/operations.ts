import { type Static, type TSchema, Type } from 'typebox';
import { groupOperations } from './group-operations';
import { AccountId, IssueId, Uuid } from './identifiers';
import { messageOperations } from './message-operations';
import type { Operation } from './operation';
import {
  conversations,
  cursor,
  issueOfText,
  listSize,
  manage,
  messageBody,
  messageWindow,
  none,
  ofConversation,
  ofSite,
  ofUser,
  oneConversation,
  participate,
  participateOrManage,
} from './parameters';
import { choiceOperations, siteOperations } from './people-operations';
import { Conversation, ConversationInput, ConversationList, MessageId, MessageList, SiteList } from './resources';

const directMessages = `${conversations}/user/{userId}/message` as const;
const ofMessage = Type.Object({ cloudId: Uuid, userId: AccountId, messageId: Uuid });

/**
 * Every operation of the conversation API, by its operationId. From this table come the server's routes and checks,
 * the client's methods and the OpenAPI document. The seven with `origin: 'listing'` are those of the owner's listing,
 * against which a test holds them.
 */
export const operations = {
  GetAllHandler: {
    method: 'GET',
    path: '/site/',
    summary: 'Get list of sites',
    scopes: participateOrManage,
    origin: 'listing',
    params: none,
    query: none,
    reply: { status: 200, body: SiteList },
  },
  ConversationGetAllHandler: {
    method: 'GET',
    path: conversations,
    summary: 'Get a list of conversations',
    scopes: participate,
    origin: 'listing',
    readsMessages: true,
    params: ofSite,
    query: Type.Object({
      cursor,
      'exclude-direct': Type.Boolean({ default: false }),
      'include-archived': Type.Boolean({ default: false }),
      'include-private': Type.Boolean({ default: true }),
      limit: listSize,
      query: Type.Optional(Type.String({ maxLength: 255 })),
      sort: Type.Union([Type.Literal('asc'), Type.Literal('desc')], { default: 'asc' }),
      order: Type.Union([Type.Literal('name'), Type.Literal('activity')], {
        default: 'name',
        description: 'Ours. By activity, the newest first, whatever `sort` says',
      }),
      unread: Type.Boolean({ default: false, description: 'Ours. Only where something is unread' }),
      issue: Type.Optional(IssueId),
      user: Type.Optional(
        Type.Array(AccountId, {
          maxItems: 75,
          description: 'Ours, repeatable. Direct conversations with these people',
        }),
      ),
      expand: Type.Optional(
        Type.String({
          pattern: '^(activity|messages)(,(activity|messages))?$',
          description:
            'Ours. `activity`: lastMessage, isMuted, role, unreadCount, readBy. `messages`, only with `issue`: the latest about it, up to 20',
        }),
      ),
    }),
    reply: { status: 200, body: ConversationList },
  },
  ConversationPostHandler: {
    method: 'POST',
    path: conversations,
    summary: 'Create conversation',
    scopes: manage,
    origin: 'listing',
    idempotent: true,
    params: ofSite,
    query: none,
    body: { 'application/json': ConversationInput },
    reply: { status: 201, body: Conversation },
  },
  ConversationGetHandler: {
    method: 'GET',
    path: oneConversation,
    summary: 'Get a conversation',
    scopes: participate,
    origin: 'aside',
    params: ofConversation,
    query: none,
    reply: { status: 200, body: Conversation },
  },
  ConversationUserGetHandler: {
    method: 'GET',
    path: `${conversations}/user/{userId}`,
    summary: 'Get a direct conversation of a user',
    scopes: participate,
    origin: 'listing',
    refusals: ['blocked'],
    params: ofUser,
    query: none,
    reply: { status: 200, body: Conversation },
  },
  UserMessageGetAllHandler: {
    method: 'GET',
    path: directMessages,
    summary: 'Read the messages of a direct conversation',
    scopes: participate,
    origin: 'aside',
    readsMessages: true,
    params: ofUser,
    query: messageWindow,
    reply: { status: 200, body: MessageList },
  },
  UserMessagePostHandler: {
    method: 'POST',
    path: directMessages,
    summary: 'Send message to a user',
    scopes: participate,
    origin: 'listing',
    idempotent: true,
    refusals: ['blocked'],
    params: ofUser,
    query: issueOfText,
    body: messageBody,
    reply: { status: 201, body: MessageId },
  },
  UserMessagePutHandler: {
    method: 'PUT',
    path: `${directMessages}/{messageId}`,
    summary: 'Edit a message in a direct conversation',
    scopes: participate,
    origin: 'listing',
    params: ofMessage,
    query: none,
    body: messageBody,
    reply: { status: 200, body: MessageId },
  },
  UserMessageDeleteHandler: {
    method: 'DELETE',
    path: `${directMessages}/{messageId}`,
    summary: 'Delete a message in a direct conversation',
    scopes: participate,
    origin: 'listing',
    params: ofMessage,
    query: none,
    reply: { status: 204, body: null },
  },
  ...messageOperations,
  ...groupOperations,
  ...choiceOperations,
  ...siteOperations,
} as const satisfies Record<string, Operation>;

export type Operations = typeof operations;
export type OperationId = keyof Operations;

export type ParamsOf<Id extends OperationId> = Static<Operations[Id]['params']>;
export type QueryOf<Id extends OperationId> = Static<Operations[Id]['query']>;
/** What a success answers; undefined where the body is empty. */
export type ReplyOf<Id extends OperationId> = Operations[Id]['reply']['body'] extends infer Body
  ? Body extends TSchema
    ? Static<Body>
    : undefined
  : never;
