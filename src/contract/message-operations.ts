import { Type } from 'typebox';
import { Uuid } from './identifiers';
import type { Operation } from './operation';
import {
  conversationMessageBody,
  cursor,
  issueOfText,
  messageWindow,
  none,
  ofConversation,
  ofSite,
  oneConversation,
  pageSize,
  participate,
  site,
} from './parameters';
import { Message, MessageId, MessageList, MessagePage, ReadMarker } from './resources';

const messages = `${oneConversation}/message` as const;
const oneMessage = `${messages}/{messageId}` as const;
const ofMessage = Type.Object({ cloudId: Uuid, conversationId: Uuid, messageId: Uuid });
const around = Type.Integer({ minimum: 0, maximum: 75, default: 10 });

/** Messages by the id of their conversation, direct or not, and what is known of reading them. */
export const messageOperations = {
  ConversationMessageGetAllHandler: {
    method: 'GET',
    path: messages,
    summary: 'Read the messages of a conversation',
    scopes: participate,
    origin: 'aside',
    readsMessages: true,
    params: ofConversation,
    query: messageWindow,
    reply: { status: 200, body: MessageList },
  },
  ConversationMessagePostHandler: {
    method: 'POST',
    path: messages,
    summary: 'Send message to a conversation',
    scopes: participate,
    origin: 'aside',
    idempotent: true,
    refusals: ['blocked'],
    params: ofConversation,
    query: issueOfText,
    body: conversationMessageBody,
    reply: { status: 201, body: MessageId },
  },
  ConversationMessageRecentGetHandler: {
    method: 'GET',
    path: `${messages}/recent`,
    summary: 'Read the latest messages of a conversation',
    scopes: participate,
    origin: 'aside',
    readsMessages: true,
    params: ofConversation,
    query: Type.Object({ limit: pageSize }),
    reply: { status: 200, body: MessageList },
  },
  ConversationMessageGetHandler: {
    method: 'GET',
    path: oneMessage,
    summary: 'Get a message',
    scopes: participate,
    origin: 'aside',
    params: ofMessage,
    query: none,
    reply: { status: 200, body: Message },
  },
  ConversationMessagePutHandler: {
    method: 'PUT',
    path: oneMessage,
    summary: 'Edit a message',
    scopes: participate,
    origin: 'aside',
    refusals: ['conflict'],
    params: ofMessage,
    query: none,
    body: conversationMessageBody,
    reply: { status: 200, body: MessageId },
  },
  ConversationMessageDeleteHandler: {
    method: 'DELETE',
    path: oneMessage,
    summary: 'Delete a message',
    scopes: participate,
    origin: 'aside',
    params: ofMessage,
    query: none,
    reply: { status: 204, body: null },
  },
  ConversationMessageContextGetHandler: {
    method: 'GET',
    path: `${oneMessage}/context`,
    summary: 'Read a message with those before and after it',
    scopes: participate,
    origin: 'aside',
    readsMessages: true,
    params: ofMessage,
    query: Type.Object({ before: around, after: around }),
    reply: { status: 200, body: MessageList },
  },
  ConversationReadPutHandler: {
    method: 'PUT',
    path: `${oneConversation}/read`,
    summary: 'Mark a conversation as read, up to a message',
    scopes: participate,
    origin: 'aside',
    params: ofConversation,
    query: none,
    body: { 'application/json': ReadMarker },
    reply: { status: 204, body: null },
  },
  MessageSearchHandler: {
    method: 'GET',
    path: `${site}/message`,
    summary: 'Search the messages that you may read',
    scopes: participate,
    origin: 'aside',
    readsMessages: true,
    params: ofSite,
    query: Type.Object({
      query: Type.String({
        minLength: 1,
        maxLength: 255,
        description: 'Up to 10 words, or parts of words, that a message holds, all of them, in any case and order',
      }),
      cursor,
      limit: pageSize,
    }),
    reply: { status: 200, body: MessagePage },
  },
} as const satisfies Record<string, Operation>;
