import { useEffect, useRef } from 'react';
import type { ShownMessage } from '../../../definitions';
import type { ConversationState } from '../state/conversation-state';
import { findUnread } from '../state/find-unread';
import type { ConversationActions } from '../use-conversations';
import type { Unread } from '../use-unread';

interface Options {
  readonly to: string;
  readonly conversation: ConversationState;
  readonly unread: Pick<Unread, 'openedTo' | 'markReadTo'>;
  readonly actions: Pick<ConversationActions, 'showPartly'>;
  readonly isPaged: boolean;
}

/**
 * Says that what was opened is read as its pages are shown: up to the first message that was on none, since the service keeps
 * where one has read to, and not which ones. What lies beyond is not answered either by what one writes.
 */
export function useSeeing(
  { to, conversation, unread, actions, isPaged }: Options,
  shown: readonly ShownMessage[],
): void {
  const { openedTo } = unread;
  const seen = useRef({ ids: new Set<string>(), markedTo: '' });

  // After each drawing: what stands there then was shown.
  useEffect(() => {
    if (!isPaged) return;
    if (openedTo === null) seen.current = { ids: new Set(), markedTo: '' };
    const { ids, markedTo } = seen.current;
    const opened = openedTo === null ? [] : findUnread(conversation).filter(({ id }) => id <= openedTo);
    if (openedTo !== null) for (const { id } of shown) ids.add(id);
    const gap = opened.findIndex(({ id }) => !ids.has(id));
    const isPartly = gap !== -1;
    if (isPartly !== conversation.isPartlyShown) actions.showPartly(to, isPartly);
    const readTo = isPartly ? opened[gap - 1]?.id : opened.length > 0 ? openedTo : null;
    // Once for each place: what failed is said, and what was marked as new elsewhere stays so.
    if (readTo == null || readTo <= markedTo) return;
    seen.current.markedTo = readTo;
    unread.markReadTo(readTo);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: as the thread is left; what is new stands collapsed the next time.
  useEffect(() => () => (isPaged ? actions.showPartly(to, false) : undefined), [to, isPaged]);
}
