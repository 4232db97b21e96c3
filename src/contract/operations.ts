import type { Operation } from './operation';

const participate = ['participate:conversation'] as const;
const manage = ['manage:conversation'] as const;
/** What an owner may do who was granted no more than taking part: the rules say who else may. */
const either = [...participate, ...manage] as const;
const operate = ['operate:site'] as const;

const site = '/site/{cloudId}';
const all = `${site}/conversation` as const;
const user = `${all}/user/{userId}` as const;
const one = `${all}/{conversationId}` as const;
const message = `${one}/message/{messageId}` as const;

/**
 * Every operation of the conversation API: how it is called, and who may call it. From this table come the server's
 * routes, the client's methods and the OpenAPI document. No schema stands here: their library would make up half of a
 * Forge function. They are added in `described-operations.ts`.
 */
export const operations = {
  listSites: { method: 'GET', path: '/site/', status: 200, scopes: either },

  listConversations: { method: 'GET', path: all, status: 200, scopes: participate },
  createConversation: { method: 'POST', path: all, status: 201, scopes: manage, idempotent: true },
  getConversation: { method: 'GET', path: one, status: 200, scopes: participate },
  openDirectConversation: { method: 'GET', path: user, status: 200, scopes: participate },

  listDirectMessages: { method: 'GET', path: `${user}/message`, status: 200, scopes: participate },
  sendDirectMessage: { method: 'POST', path: `${user}/message`, status: 201, scopes: participate, idempotent: true },
  editDirectMessage: { method: 'PUT', path: `${user}/message/{messageId}`, status: 200, scopes: participate },
  deleteDirectMessage: { method: 'DELETE', path: `${user}/message/{messageId}`, status: 204, scopes: participate },
  giveDirectReaction: {
    method: 'PUT',
    path: `${user}/message/{messageId}/reaction/{name}`,
    status: 204,
    scopes: participate,
    counted: true,
  },
  takeDirectReactionBack: {
    method: 'DELETE',
    path: `${user}/message/{messageId}/reaction/{name}`,
    status: 204,
    scopes: participate,
    counted: true,
  },
  markDirectRead: { method: 'PUT', path: `${user}/read`, status: 204, scopes: participate },
  markDirectUnread: { method: 'PUT', path: `${user}/unread`, status: 204, scopes: participate },

  listMessages: { method: 'GET', path: `${one}/message`, status: 200, scopes: participate },
  giveReaction: { method: 'PUT', path: `${message}/reaction/{name}`, status: 204, scopes: participate, counted: true },
  reportMessage: { method: 'PUT', path: `${message}/report`, status: 204, scopes: participate, counted: true },
  takeReactionBack: {
    method: 'DELETE',
    path: `${message}/reaction/{name}`,
    status: 204,
    scopes: participate,
    counted: true,
  },
  sendMessage: { method: 'POST', path: `${one}/message`, status: 201, scopes: participate, idempotent: true },
  listRecentMessages: { method: 'GET', path: `${one}/message/recent`, status: 200, scopes: participate },
  getMessage: { method: 'GET', path: message, status: 200, scopes: participate },
  editMessage: { method: 'PUT', path: message, status: 200, scopes: participate },
  deleteMessage: { method: 'DELETE', path: message, status: 204, scopes: participate },
  listMessagesAround: { method: 'GET', path: `${message}/context`, status: 200, scopes: participate },
  markRead: { method: 'PUT', path: `${one}/read`, status: 204, scopes: participate },
  markUnread: { method: 'PUT', path: `${one}/unread`, status: 204, scopes: participate },
  markAllRead: { method: 'PUT', path: `${site}/read`, status: 200, scopes: participate },
  searchMessages: { method: 'GET', path: `${site}/message`, status: 200, scopes: participate },

  changeConversation: { method: 'PATCH', path: one, status: 200, scopes: either },
  archiveConversation: { method: 'PUT', path: `${one}/archive`, status: 204, scopes: either },
  unarchiveConversation: { method: 'PUT', path: `${one}/unarchive`, status: 204, scopes: either },
  getRoster: { method: 'GET', path: `${one}/roster`, status: 200, scopes: participate },
  changeRoster: { method: 'PATCH', path: `${one}/roster`, status: 204, scopes: either },

  getPreference: { method: 'GET', path: `${site}/preference`, status: 200, scopes: participate },
  setPreference: { method: 'PUT', path: `${site}/preference`, status: 200, scopes: participate },
  listBlocks: { method: 'GET', path: `${site}/block`, status: 200, scopes: participate },
  blockUser: { method: 'PUT', path: `${site}/block/{userId}`, status: 204, scopes: participate },
  unblockUser: { method: 'DELETE', path: `${site}/block/{userId}`, status: 204, scopes: participate },
  listAway: { method: 'GET', path: `${site}/away`, status: 200, scopes: participate },
  getDraft: { method: 'GET', path: `${site}/draft`, status: 200, scopes: participate },
  saveDraft: { method: 'PUT', path: `${site}/draft`, status: 200, scopes: participate },
  deleteDraft: { method: 'DELETE', path: `${site}/draft`, status: 204, scopes: participate },
  askQuestion: { method: 'PUT', path: `${message}/question`, status: 204, scopes: participate },
  closeQuestion: { method: 'DELETE', path: `${message}/question`, status: 204, scopes: participate },
  listReminders: { method: 'GET', path: `${site}/reminder`, status: 200, scopes: participate },
  setReminder: { method: 'PUT', path: `${one}/reminder`, status: 204, scopes: participate },
  removeReminder: { method: 'DELETE', path: `${one}/reminder`, status: 204, scopes: participate },
  listOwnReports: { method: 'GET', path: `${site}/report`, status: 200, scopes: participate },
  muteConversation: { method: 'PUT', path: `${one}/mute`, status: 204, scopes: participate },
  unmuteConversation: { method: 'DELETE', path: `${one}/mute`, status: 204, scopes: participate },

  listAccounts: { method: 'GET', path: `${site}/account`, status: 200, scopes: operate },
  eraseAccount: { method: 'POST', path: `${site}/account/{userId}/erase`, status: 200, scopes: operate },
  listUnread: { method: 'GET', path: `${site}/unread`, status: 200, scopes: operate },
  listDueReminders: { method: 'GET', path: `${site}/reminder/due`, status: 200, scopes: operate },
  listEndedHolds: { method: 'GET', path: `${site}/hold`, status: 200, scopes: operate },
  listReports: { method: 'GET', path: `${site}/review`, status: 200, scopes: operate },
  openReport: { method: 'POST', path: `${site}/review/{reportId}/look`, status: 200, scopes: operate },
  decideReport: { method: 'POST', path: `${site}/review/{reportId}/decision`, status: 200, scopes: operate },
  listClients: { method: 'GET', path: `${site}/client`, status: 200, scopes: operate },
  getSiteState: { method: 'GET', path: `${site}/state`, status: 200, scopes: operate },
  noteDeed: { method: 'POST', path: `${site}/audit`, status: 201, scopes: operate, idempotent: true },
  listAudit: { method: 'GET', path: `${site}/audit`, status: 200, scopes: operate },
  getHealth: { method: 'GET', path: `${site}/health`, status: 200, scopes: operate },
} as const satisfies Record<string, Operation>;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
