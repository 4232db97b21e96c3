import type { Conversation } from '../../../contract/resources';
import type { OpenedConversation } from '../../definitions';
import { personOf } from '../people/person-of';

/** What is unread of a conversation of a list, and how far others have read, as far as the list says. */
export function toReading({
  unreadCount,
  mentioned,
  unreadAfter,
  readBy,
}: Pick<Conversation, 'unreadCount' | 'mentioned' | 'unreadAfter' | 'readBy'>): Pick<
  OpenedConversation,
  'unreadCount' | 'mentioned' | 'unreadIn' | 'readBy'
> {
  return {
    unreadCount: unreadCount ?? 0,
    mentioned: mentioned ?? false,
    unreadIn: unreadAfter?.map(({ messageId, issue }) => ({ issueId: issue ?? null, after: messageId })) ?? null,
    readBy: (readBy ?? []).map(({ userId, messageId, issue }) => {
      return { person: personOf(userId), messageId, issueId: issue ?? null };
    }),
  };
}
