import { Type } from 'typebox';
import { largestPage, longestName } from '../patterns/patterns';
import { AccountId, IssueId } from './identifiers';
import type { Description } from './operation';
import { cursor, editQuery, listSize, messageBody, messageWindow, sendQuery } from './parameters';
import {
  Conversation,
  ConversationInput,
  ConversationList,
  MessageId,
  MessageList,
  ReadMarker,
  SiteList,
} from './resources';

/** Sites, conversations, and direct messages by the account of the other end. */
export const conversationDescriptions = {
  listSites: {
    operationId: 'GetAllHandler',
    summary: 'Get list of sites',
    origin: 'listing',
    reply: SiteList,
  },
  listConversations: {
    operationId: 'ConversationGetAllHandler',
    summary: 'Get a list of conversations',
    origin: 'listing',
    readsMessages: true,
    query: Type.Object({
      cursor,
      'exclude-direct': Type.Boolean({ default: false }),
      'include-archived': Type.Boolean({ default: false }),
      'include-private': Type.Boolean({ default: true }),
      limit: listSize,
      query: Type.Optional(Type.String({ maxLength: longestName })),
      sort: Type.Union([Type.Literal('asc'), Type.Literal('desc')], { default: 'asc' }),
      order: Type.Union([Type.Literal('name'), Type.Literal('activity')], {
        default: 'name',
        description: 'Ours. By activity, the newest first, whatever `sort` says',
      }),
      unread: Type.Boolean({
        default: false,
        description: 'Ours. Only where something is unread, with `issue` about that',
      }),
      'follow-up': Type.Boolean({
        default: false,
        description:
          'Ours. Only where one of the two waits for an answer or the caller has a reminder; without `issue`, `query`, `user`, `drafts` and `programs`',
      }),
      drafts: Type.Boolean({
        default: false,
        description: 'Ours. Only where the caller has a draft. Without `issue`, `query`, `user` and `programs`',
      }),
      programs: Type.Boolean({
        default: false,
        description:
          'Ours. Only direct conversations with programs: the app, for which rules send, and clients. Without `issue`, `query` and `user`',
      }),
      mentioned: Type.Boolean({
        default: false,
        description: 'Ours. Only where something unread mentions the caller, with `issue` about that',
      }),
      issue: Type.Optional(IssueId),
      user: Type.Optional(
        Type.Array(AccountId, {
          maxItems: largestPage,
          description: 'Ours, repeatable. Direct conversations with these people',
        }),
      ),
      expand: Type.Optional(
        Type.String({
          pattern: '^(activity|messages)(,(activity|messages))?$',
          description:
            'Ours. `activity`: lastMessage, isMuted, role, unreadCount, unreadAfter, readBy, hasDraft, mentioned, questions, reminders. `messages`, only with `issue`: the latest about it, up to 20',
        }),
      ),
    }),
    reply: ConversationList,
  },
  createConversation: {
    operationId: 'ConversationPostHandler',
    summary: 'Create conversation',
    origin: 'listing',
    body: { 'application/json': ConversationInput },
    reply: Conversation,
  },
  getConversation: {
    operationId: 'ConversationGetHandler',
    summary: 'Get a conversation',
    reply: Conversation,
  },
  openDirectConversation: {
    operationId: 'ConversationUserGetHandler',
    summary: 'Get a direct conversation of a user',
    origin: 'listing',
    refusals: ['blocked'],
    reply: Conversation,
  },
  listDirectMessages: {
    operationId: 'UserMessageGetAllHandler',
    summary: 'Read the messages of a direct conversation',
    readsMessages: true,
    query: messageWindow,
    reply: MessageList,
  },
  sendDirectMessage: {
    operationId: 'UserMessagePostHandler',
    summary: 'Send message to a user',
    origin: 'listing',
    refusals: ['blocked'],
    query: sendQuery,
    body: messageBody,
    reply: MessageId,
  },
  editDirectMessage: {
    operationId: 'UserMessagePutHandler',
    summary: 'Edit a message in a direct conversation',
    origin: 'listing',
    refusals: ['blocked'],
    query: editQuery,
    body: messageBody,
    reply: MessageId,
  },
  deleteDirectMessage: {
    operationId: 'UserMessageDeleteHandler',
    summary: 'Delete a message in a direct conversation',
    origin: 'listing',
  },
  giveDirectReaction: {
    operationId: 'UserReactionPutHandler',
    summary: 'Give a message in a direct conversation a quick answer',
    refusals: ['blocked'],
  },
  takeDirectReactionBack: {
    operationId: 'UserReactionDeleteHandler',
    summary: 'Take your quick answer to a message in a direct conversation back',
  },
  markDirectRead: {
    operationId: 'UserReadPutHandler',
    summary: 'Mark a direct conversation, or an issue in it, as read, up to a message',
    body: { 'application/json': ReadMarker },
  },
  markDirectUnread: {
    operationId: 'UserUnreadPutHandler',
    summary: 'Mark a direct conversation, or an issue in it, as unread from a message on',
    body: { 'application/json': ReadMarker },
  },
} as const satisfies Record<string, Description>;
