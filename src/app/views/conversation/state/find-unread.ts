import type { ShownMessage } from '../../../definitions';
import type { ConversationState } from './conversation-state';

/** The service counts no further. */
export const mostCounted = 100;

type Known = Pick<ConversationState, 'entry' | 'messages' | 'unreadCount' | 'unreadIn'>;

/**
 * Those of the messages that are shown which the reader has not read. Beside an issue all are about that one. A service that
 * says only how many there are counts whole conversations: then they are taken to be the newest.
 */
export function findUnread({ entry, messages, unreadCount, unreadIn }: Known): readonly ShownMessage[] {
  if (unreadCount === 0) return [];
  const others = messages.filter(
    ({ from, deletedAt, notice }) => from === 'them' && deletedAt === null && notice === null,
  );
  if (unreadIn === null) return others.slice(-unreadCount);
  return others.filter(({ id, issue }) =>
    unreadIn.some(
      ({ issueId, after }) => id > after && (entry === null || issueId === (issue === null ? null : issue.id)),
    ),
  );
}

/** Whether all that is new is among what is loaded. From 100 on the count does not tell: where it begins does. */
export function reachesBack({ unreadCount, unreadIn, before, messages }: ConversationState, found: number): boolean {
  if (before === null) return true;
  if (unreadCount < mostCounted) return found >= unreadCount;
  const [oldest] = messages;
  return oldest === undefined || unreadIn === null ? false : unreadIn.every(({ after }) => oldest.id <= after);
}
