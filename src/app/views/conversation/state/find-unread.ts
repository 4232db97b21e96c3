import type { ShownMessage } from '../../../definitions';
import type { ConversationState } from './conversation-state';

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
