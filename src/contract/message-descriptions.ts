import { Type } from 'typebox';
import { largestPage, longestName } from '../patterns/patterns';
import type { Description } from './operation';
import { conversationMessageBody, cursor, editQuery, messageWindow, pageSize, sendQuery } from './parameters';
import { AllRead, Message, MessageId, MessageList, MessagePage, ReadMarker } from './resources';

const around = Type.Integer({ minimum: 0, maximum: largestPage, default: 10 });

/** Messages by the id of their conversation, direct or not, and what is known of reading them. */
export const messageDescriptions = {
  listMessages: {
    operationId: 'ConversationMessageGetAllHandler',
    summary: 'Read the messages of a conversation',
    readsMessages: true,
    query: messageWindow,
    reply: MessageList,
  },
  sendMessage: {
    operationId: 'ConversationMessagePostHandler',
    summary: 'Send message to a conversation',
    refusals: ['blocked'],
    query: sendQuery,
    body: conversationMessageBody,
    reply: MessageId,
  },
  listRecentMessages: {
    operationId: 'ConversationMessageRecentGetHandler',
    summary: 'Read the latest messages of a conversation',
    readsMessages: true,
    query: Type.Object({ limit: pageSize }),
    reply: MessageList,
  },
  getMessage: {
    operationId: 'ConversationMessageGetHandler',
    summary: 'Get a message',
    reply: Message,
  },
  editMessage: {
    operationId: 'ConversationMessagePutHandler',
    summary: 'Edit a message',
    refusals: ['conflict', 'blocked'],
    query: editQuery,
    body: conversationMessageBody,
    reply: MessageId,
  },
  deleteMessage: {
    operationId: 'ConversationMessageDeleteHandler',
    summary: 'Delete a message',
  },
  giveReaction: {
    operationId: 'ConversationReactionPutHandler',
    summary: 'Give a message a quick answer',
    refusals: ['conflict', 'blocked'],
  },
  takeReactionBack: {
    operationId: 'ConversationReactionDeleteHandler',
    summary: 'Take your quick answer to a message back',
  },
  listMessagesAround: {
    operationId: 'ConversationMessageContextGetHandler',
    summary: 'Read a message with those before and after it',
    readsMessages: true,
    query: Type.Object({ before: around, after: around }),
    reply: MessageList,
  },
  markRead: {
    operationId: 'ConversationReadPutHandler',
    summary: 'Mark a conversation, or an issue in it, as read, up to a message',
    body: { 'application/json': ReadMarker },
  },
  markUnread: {
    operationId: 'ConversationUnreadPutHandler',
    summary: 'Mark a conversation, or an issue in it, as unread from a message on',
    body: { 'application/json': ReadMarker },
  },
  markAllRead: {
    operationId: 'ReadAllPutHandler',
    summary: 'Mark everything as read that has come, so many conversations at a time',
    query: Type.Object({ cursor }),
    reply: AllRead,
  },
  searchMessages: {
    operationId: 'MessageSearchHandler',
    summary: 'Search the messages that you may read',
    readsMessages: true,
    query: Type.Object({
      query: Type.String({
        minLength: 1,
        maxLength: longestName,
        description: 'Up to 10 words, or parts of words, that a message holds, all of them, in any case and order',
      }),
      cursor,
      limit: pageSize,
    }),
    reply: MessagePage,
  },
} as const satisfies Record<string, Description>;
