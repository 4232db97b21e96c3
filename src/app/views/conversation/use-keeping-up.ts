import { useEffect } from 'react';
import type { ConversationState } from './state/conversation-state';

/** Fewer than a page holds, so that the next one still reaches back to what is known. */
const mostAhead = 15;

/**
 * Brings the latest page anew once so many of one's own messages stand beyond what pages have reached to: what others wrote
 * between them is not known, and a page that came much later would leave a gap, at which the thread begins anew.
 */
export function useKeepingUp(
  to: string,
  { messages, upTo }: Pick<ConversationState, 'messages' | 'upTo'>,
  renew: (to: string) => Promise<void>,
): void {
  const isFarAhead = messages.filter(({ id }) => upTo !== null && id > upTo).length >= mostAhead;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that one is.
  useEffect(() => {
    if (isFarAhead) void renew(to);
  }, [to, isFarAhead]);
}
