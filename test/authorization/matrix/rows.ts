import type { OperationId } from '../../../src/contract/operations';
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
  | { readonly about: 'message'; readonly right: 'read' | 'change' }
  | { readonly about: 'roster' }
  | { readonly about: 'direct'; readonly right: 'open' | 'change' }
  | { readonly about: 'own' }
);

/** By hand, from the contract. A new operation without its row fails. */
export const rows: Readonly<Record<OperationId, Row>> = {
  GetAllHandler: { scope: 'either', about: 'own' },
  ConversationGetAllHandler: { scope: 'participate', about: 'own' },
  ConversationPostHandler: { scope: 'manage', about: 'own' },
  ConversationUserGetHandler: { scope: 'participate', about: 'direct', right: 'open' },
  UserMessageGetAllHandler: { scope: 'participate', about: 'direct', right: 'open' },
  UserMessagePostHandler: { scope: 'participate', about: 'direct', right: 'open' },
  UserMessagePutHandler: { scope: 'participate', about: 'direct', right: 'change' },
  UserMessageDeleteHandler: { scope: 'participate', about: 'direct', right: 'change' },

  ConversationGetHandler: { scope: 'participate', about: 'conversation', right: 'read' },
  ConversationMessageGetAllHandler: { scope: 'participate', about: 'conversation', right: 'read' },
  ConversationMessageRecentGetHandler: { scope: 'participate', about: 'conversation', right: 'read' },
  ConversationMessagePostHandler: { scope: 'participate', about: 'conversation', right: 'send' },
  ConversationMessageGetHandler: { scope: 'participate', about: 'message', right: 'read' },
  ConversationMessageContextGetHandler: { scope: 'participate', about: 'message', right: 'read' },
  ConversationMessagePutHandler: { scope: 'participate', about: 'message', right: 'change' },
  ConversationMessageDeleteHandler: { scope: 'participate', about: 'message', right: 'change' },
  ConversationReadPutHandler: { scope: 'participate', about: 'conversation', right: 'own' },
  MessageSearchHandler: { scope: 'participate', about: 'own' },

  ConversationPatchHandler: { scope: 'either', about: 'conversation', right: 'manage' },
  ConversationArchivePutHandler: { scope: 'either', about: 'conversation', right: 'archive' },
  ConversationUnarchivePutHandler: { scope: 'either', about: 'conversation', right: 'archive' },
  ConversationRosterGetHandler: { scope: 'participate', about: 'conversation', right: 'roster' },
  ConversationRosterPatchHandler: { scope: 'either', about: 'roster' },

  PreferenceGetHandler: { scope: 'participate', about: 'own' },
  PreferencePutHandler: { scope: 'participate', about: 'own' },
  BlockGetAllHandler: { scope: 'participate', about: 'own' },
  BlockPutHandler: { scope: 'participate', about: 'own' },
  BlockDeleteHandler: { scope: 'participate', about: 'own' },
  ConversationMutePutHandler: { scope: 'participate', about: 'conversation', right: 'own' },
  ConversationMuteDeleteHandler: { scope: 'participate', about: 'conversation', right: 'own' },
  AccountGetAllHandler: { scope: 'operate', about: 'own' },
  AccountErasePostHandler: { scope: 'operate', about: 'own' },
  UnreadGetAllHandler: { scope: 'operate', about: 'own' },
  SiteHealthGetHandler: { scope: 'operate', about: 'own' },
};
