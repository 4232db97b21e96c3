import { useEffect } from 'react';
import { isPageSeen } from '../live/page-sight';
import type { ConversationState } from './conversation-state';
import type { ConversationActions } from './use-conversations';

/** Says that a conversation which stands before the reader's eyes is read; in a tab that is hidden it does not. */
export function useMarkRead(
  to: string,
  { conversationId, unreadCount, upTo }: ConversationState,
  actions: Pick<ConversationActions, 'markRead'>,
): void {
  // After each drawing: a page that comes back into sight is drawn anew, and the actions ask once for each message.
  useEffect(() => {
    if (conversationId === null || upTo === null || unreadCount === 0 || !isPageSeen()) return;
    void actions.markRead(to, conversationId, upTo);
  });
}
