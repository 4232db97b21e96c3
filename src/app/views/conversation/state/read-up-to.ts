import type { ConversationState } from './conversation-state';
import { findUnread, mostCounted, reachesBack } from './find-unread';

/** A conversation after its reader has read it up to a message. What came in the meantime is unread still. */
export function readUpTo<State extends ConversationState>(known: State, id: string): State {
  const { unreadCount, unreadIn, upTo } = known;
  if (upTo === id) return { ...known, unreadCount: 0, unreadIn: unreadIn && [] };
  const found = findUnread(known);
  const read = found.filter((message) => message.id <= id).length;
  if (read === 0) return known;
  // From 100 on the count is none: less is told only by the messages, where all that is new is there.
  const isCounted = unreadIn === null || unreadCount < mostCounted;
  const left = reachesBack(known, found.length) ? Math.min(mostCounted, found.length - read) : mostCounted;
  const later = (after: string) => (after < id ? id : after);
  return {
    ...known,
    unreadCount: isCounted ? Math.max(0, unreadCount - read) : left,
    unreadIn: unreadIn === null ? null : unreadIn.map((scope) => ({ ...scope, after: later(scope.after) })),
  };
}
