import type { ConversationState } from './conversation-state';
import { findUnread } from './find-unread';

/** A conversation after its reader has read it up to a message. What came in the meantime is unread still. */
export function readUpTo<State extends ConversationState>(known: State, id: string): State {
  const { unreadCount, unreadIn, upTo } = known;
  if (upTo === id) return { ...known, unreadCount: 0, unreadIn: unreadIn && [] };
  const read = findUnread(known).filter((message) => message.id <= id).length;
  if (read === 0) return known;
  const later = (after: string) => (after < id ? id : after);
  return {
    ...known,
    unreadCount: Math.max(0, unreadCount - read),
    unreadIn: unreadIn === null ? null : unreadIn.map((scope) => ({ ...scope, after: later(scope.after) })),
  };
}
