import { useEffect, useRef, useState } from 'react';
import type { LiveHint } from '../../definitions';
import { listenForHints } from './listen-for-hints';
import { isQuiet, noteActivity } from './page-activity';
import { isPageSeen, watchPage } from './page-sight';
import { createRefetchTimer, type RefetchTimer } from './refetch-timer';

export type Live = Pick<RefetchTimer, 'hint' | 'touch'>;

/**
 * Keeps a view up to date: calls `onChange` soon after a hint that concerns it and when its page comes back into sight,
 * else every 30 seconds and ever more seldom, down to every five minutes, or once an hour while hints are heard. A call waits for the promise of the one before.
 * @param hear where hints come from
 * @param group the group that is open, whose members share one channel
 * @returns `hint` for what else says that something has changed, `touch` for what somebody does, or has found changed.
 */
export function useLive(
  onChange: () => unknown,
  concerns: (hint: LiveHint) => boolean = () => true,
  hear: (onHint: (hint: LiveHint) => void) => () => void = listenForHints,
  group: string | null = null,
): Live {
  const latest = useRef({ onChange, concerns });
  latest.current = { onChange, concerns };
  const [timer] = useState(() =>
    createRefetchTimer({ refetch: () => latest.current.onChange(), isSeen: isPageSeen, isQuiet, random: Math.random }),
  );
  const [live] = useState<Live>(() => ({
    hint: timer.hint,
    touch() {
      noteActivity();
      timer.touch();
    },
  }));
  useEffect(() => {
    timer.start();
    const stopWatching = watchPage(timer.hint);
    const stopListening = hear((hint) => {
      if (latest.current.concerns(hint)) timer.hint();
    });
    return () => {
      stopListening();
      stopWatching();
      timer.stop();
    };
  }, [timer, hear]);
  useEffect(() => (group === null ? undefined : listenForHints(timer.hint, 0, group)), [timer, group]);
  return live;
}
