import type { OperationId, Operations } from './operations';

type Route<Id extends OperationId> = readonly [
  method: Operations[Id]['method'],
  path: Operations[Id]['path'],
  success: Operations[Id]['reply']['status'],
];

/**
 * What calling an operation takes, without the schemas: their library would make up half of a Forge function. The types
 * hold every row against the operations table, so that neither changes alone. A 204 comes without a body.
 */
export const routes = {
  GetAllHandler: ['GET', '/site/', 200],
  ConversationGetAllHandler: ['GET', '/site/{cloudId}/conversation', 200],
  ConversationPostHandler: ['POST', '/site/{cloudId}/conversation', 201],
  ConversationGetHandler: ['GET', '/site/{cloudId}/conversation/{conversationId}', 200],
  ConversationUserGetHandler: ['GET', '/site/{cloudId}/conversation/user/{userId}', 200],
  UserMessageGetAllHandler: ['GET', '/site/{cloudId}/conversation/user/{userId}/message', 200],
  UserMessagePostHandler: ['POST', '/site/{cloudId}/conversation/user/{userId}/message', 201],
  UserMessagePutHandler: ['PUT', '/site/{cloudId}/conversation/user/{userId}/message/{messageId}', 200],
  UserMessageDeleteHandler: ['DELETE', '/site/{cloudId}/conversation/user/{userId}/message/{messageId}', 204],
  ConversationMessageGetAllHandler: ['GET', '/site/{cloudId}/conversation/{conversationId}/message', 200],
  ConversationMessagePostHandler: ['POST', '/site/{cloudId}/conversation/{conversationId}/message', 201],
  ConversationMessageRecentGetHandler: ['GET', '/site/{cloudId}/conversation/{conversationId}/message/recent', 200],
  ConversationMessageGetHandler: ['GET', '/site/{cloudId}/conversation/{conversationId}/message/{messageId}', 200],
  ConversationMessagePutHandler: ['PUT', '/site/{cloudId}/conversation/{conversationId}/message/{messageId}', 200],
  ConversationMessageDeleteHandler: [
    'DELETE',
    '/site/{cloudId}/conversation/{conversationId}/message/{messageId}',
    204,
  ],
  ConversationMessageContextGetHandler: [
    'GET',
    '/site/{cloudId}/conversation/{conversationId}/message/{messageId}/context',
    200,
  ],
  ConversationReadPutHandler: ['PUT', '/site/{cloudId}/conversation/{conversationId}/read', 204],
  MessageSearchHandler: ['GET', '/site/{cloudId}/message', 200],
  ConversationPatchHandler: ['PATCH', '/site/{cloudId}/conversation/{conversationId}', 200],
  ConversationArchivePutHandler: ['PUT', '/site/{cloudId}/conversation/{conversationId}/archive', 204],
  ConversationUnarchivePutHandler: ['PUT', '/site/{cloudId}/conversation/{conversationId}/unarchive', 204],
  ConversationRosterGetHandler: ['GET', '/site/{cloudId}/conversation/{conversationId}/roster', 200],
  ConversationRosterPatchHandler: ['PATCH', '/site/{cloudId}/conversation/{conversationId}/roster', 204],
  PreferenceGetHandler: ['GET', '/site/{cloudId}/preference', 200],
  PreferencePutHandler: ['PUT', '/site/{cloudId}/preference', 200],
  BlockGetAllHandler: ['GET', '/site/{cloudId}/block', 200],
  BlockPutHandler: ['PUT', '/site/{cloudId}/block/{userId}', 204],
  BlockDeleteHandler: ['DELETE', '/site/{cloudId}/block/{userId}', 204],
  ConversationMutePutHandler: ['PUT', '/site/{cloudId}/conversation/{conversationId}/mute', 204],
  ConversationMuteDeleteHandler: ['DELETE', '/site/{cloudId}/conversation/{conversationId}/mute', 204],
  AccountGetAllHandler: ['GET', '/site/{cloudId}/account', 200],
  AccountErasePostHandler: ['POST', '/site/{cloudId}/account/{userId}/erase', 200],
  UnreadGetAllHandler: ['GET', '/site/{cloudId}/unread', 200],
  SiteHealthGetHandler: ['GET', '/site/{cloudId}/health', 200],
} as const satisfies { readonly [Id in OperationId]: Route<Id> };
