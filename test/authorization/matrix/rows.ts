import type { OperationName } from '../../../src/contract/operations';
import type { CallerKind } from './callers';
import type { RightName } from './rights';

/** Who has the scope: participate, manage, either of them, operate. */
export const scopeHolders = {
  participate: ['user', 'app', 'client', 'managing client'],
  manage: ['user', 'managing client', 'manager'],
  either: ['user', 'app', 'client', 'managing client', 'manager'],
  operate: ['app', 'operator'],
} as const satisfies Record<string, readonly CallerKind[]>;

/**
 * What an operation is about. `conversation`: one by its id; each right is looked at with the request that stands beside
 * it. `direct`: the direct conversation with an account. `own`: the caller's own, or the site's, for whoever has the scope.
 */
export type Row = { readonly scope: keyof typeof scopeHolders } & (
  | { readonly about: 'conversation'; readonly right: RightName }
  | { readonly about: 'message'; readonly right: 'read' | 'edit' | 'delete' | 'react' | 'report' | 'ask' | 'close' }
  | { readonly about: 'roster' }
  | { readonly about: 'direct'; readonly right: 'open' | 'mark' | 'change' }
  | { readonly about: 'own' }
  /** For people alone, who have the scope. */
  | { readonly about: 'people' }
  /** One by its id, for whoever has the scope. */
  | { readonly about: 'report' }
);

/** By hand, from the contract. A new operation without its row fails. */
export const rows: Readonly<Record<OperationName, Row>> = {
  listSites: { scope: 'either', about: 'own' },
  listConversations: { scope: 'participate', about: 'own' },
  createConversation: { scope: 'manage', about: 'own' },
  openDirectConversation: { scope: 'participate', about: 'direct', right: 'open' },
  listDirectMessages: { scope: 'participate', about: 'direct', right: 'open' },
  sendDirectMessage: { scope: 'participate', about: 'direct', right: 'open' },
  editDirectMessage: { scope: 'participate', about: 'direct', right: 'change' },
  deleteDirectMessage: { scope: 'participate', about: 'direct', right: 'change' },
  giveDirectReaction: { scope: 'participate', about: 'direct', right: 'mark' },
  takeDirectReactionBack: { scope: 'participate', about: 'direct', right: 'mark' },
  markDirectRead: { scope: 'participate', about: 'direct', right: 'mark' },
  markDirectUnread: { scope: 'participate', about: 'direct', right: 'mark' },

  getConversation: { scope: 'participate', about: 'conversation', right: 'read' },
  listMessages: { scope: 'participate', about: 'conversation', right: 'read' },
  listRecentMessages: { scope: 'participate', about: 'conversation', right: 'read' },
  sendMessage: { scope: 'participate', about: 'conversation', right: 'send' },
  getMessage: { scope: 'participate', about: 'message', right: 'read' },
  listMessagesAround: { scope: 'participate', about: 'message', right: 'read' },
  giveReaction: { scope: 'participate', about: 'message', right: 'react' },
  takeReactionBack: { scope: 'participate', about: 'message', right: 'read' },
  askQuestion: { scope: 'participate', about: 'message', right: 'ask' },
  closeQuestion: { scope: 'participate', about: 'message', right: 'close' },
  reportMessage: { scope: 'participate', about: 'message', right: 'report' },
  editMessage: { scope: 'participate', about: 'message', right: 'edit' },
  deleteMessage: { scope: 'participate', about: 'message', right: 'delete' },
  markRead: { scope: 'participate', about: 'conversation', right: 'own' },
  markUnread: { scope: 'participate', about: 'conversation', right: 'own' },
  listReminders: { scope: 'participate', about: 'own' },
  setReminder: { scope: 'participate', about: 'conversation', right: 'own' },
  removeReminder: { scope: 'participate', about: 'conversation', right: 'own' },
  markAllRead: { scope: 'participate', about: 'own' },
  searchMessages: { scope: 'participate', about: 'own' },

  changeConversation: { scope: 'either', about: 'conversation', right: 'manage' },
  archiveConversation: { scope: 'either', about: 'conversation', right: 'archive' },
  unarchiveConversation: { scope: 'either', about: 'conversation', right: 'archive' },
  getRoster: { scope: 'participate', about: 'conversation', right: 'roster' },
  changeRoster: { scope: 'either', about: 'roster' },

  getPreference: { scope: 'participate', about: 'own' },
  setPreference: { scope: 'participate', about: 'own' },
  listBlocks: { scope: 'participate', about: 'own' },
  blockUser: { scope: 'participate', about: 'own' },
  unblockUser: { scope: 'participate', about: 'own' },
  listAway: { scope: 'participate', about: 'people' },
  getDraft: { scope: 'participate', about: 'own' },
  saveDraft: { scope: 'participate', about: 'own' },
  deleteDraft: { scope: 'participate', about: 'own' },
  listOwnReports: { scope: 'participate', about: 'own' },
  muteConversation: { scope: 'participate', about: 'conversation', right: 'own' },
  unmuteConversation: { scope: 'participate', about: 'conversation', right: 'own' },
  listAccounts: { scope: 'operate', about: 'own' },
  eraseAccount: { scope: 'operate', about: 'own' },
  listUnread: { scope: 'operate', about: 'own' },
  listDueReminders: { scope: 'operate', about: 'own' },
  listEndedHolds: { scope: 'operate', about: 'own' },
  noteDeed: { scope: 'operate', about: 'own' },
  listReports: { scope: 'operate', about: 'own' },
  openReport: { scope: 'operate', about: 'report' },
  decideReport: { scope: 'operate', about: 'report' },
  listClients: { scope: 'operate', about: 'own' },
  getSiteState: { scope: 'operate', about: 'own' },
  listAudit: { scope: 'operate', about: 'own' },
  getHealth: { scope: 'operate', about: 'own' },
};
