import { useEffect } from 'react';
import { isPageSeen } from '../../live/page-sight';
import type { ThreadState } from '../../shared/panel-state';
import type { PanelActions } from './use-panel';

/** Says that a thread which stands before the reader's eyes is read; in a tab that is hidden it does not. */
export function useMarkRead(
  { person, conversationId, unreadCount, isLoaded, messages }: ThreadState,
  actions: PanelActions,
) {
  // After each drawing: a page that comes back into sight is drawn anew, and the actions ask once for each message.
  useEffect(() => {
    const newest = messages.at(-1)?.id;
    if (conversationId === null || newest === undefined || unreadCount === 0 || !isLoaded || !isPageSeen()) return;
    void actions.markRead(person.id, conversationId, newest);
  });
}
