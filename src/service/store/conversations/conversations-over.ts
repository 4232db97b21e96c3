import type { ConversationStore } from '../../conversation/conversation-store';
import type { GroupStore } from '../../conversation/group-store';
import type { MessageStore } from '../../conversation/message-store';
import type { Clock } from '../engine/clock';
import type { Database } from '../engine/database';
import { archiveGroup, changeConversation, hideDirect } from './change-group';
import { findConversation } from './find-conversation';
import { listConversations } from './list-conversations';
import { markAllRead } from './mark-all-read';
import { markRead, markUnread } from './mark-read';
import { changeMembers, listMembers } from './members';
import { findDirect, openDirect } from './open-direct';

type Conversations = Pick<ConversationStore, 'listConversations' | 'findConversation' | 'openDirect' | 'findDirect'> &
  GroupStore &
  Pick<MessageStore, 'markRead' | 'markUnread' | 'markAllRead'>;

/** The methods about conversations and who is in them, each over its own statements. */
export function conversationsOver(database: Database, clock: Clock): Conversations {
  return {
    listConversations: (query) => listConversations(database, query),
    findConversation: (cloudId, conversationId, callerId) =>
      findConversation(database, cloudId, conversationId, callerId),
    openDirect: (cloudId, callerId, otherId) => openDirect(database, clock, cloudId, callerId, otherId),
    findDirect: (cloudId, callerId, otherId) => findDirect(database, cloudId, callerId, otherId),
    changeConversation: (...change) => changeConversation(database, clock, ...change),
    archiveGroup: (...change) => archiveGroup(database, clock.now(), ...change),
    hideDirect: (...change) => hideDirect(database, ...change),
    listMembers: (...where) => listMembers(database, ...where),
    changeMembers: (...change) => changeMembers(database, clock, ...change),
    markRead: (...where) => markRead(database, ...where),
    markUnread: (...where) => markUnread(database, ...where),
    markAllRead: (...where) => markAllRead(database, clock, ...where),
  };
}
