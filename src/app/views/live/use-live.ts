import { useEffect, useRef, useState } from 'react';
import type { LiveHint } from '../../definitions';
import { type Listening, listenForHints } from './listen-for-hints';
import { isPageSeen, watchPage } from './page-sight';
import { createRefetchTimer, type RefetchTimer } from './refetch-timer';

export type Live = Pick<RefetchTimer, 'hint' | 'touch'>;

/**
 * Keeps a view up to date: calls `onChange` soon after a hint that concerns it and when its page comes back into sight,
 * else every 30 seconds and ever more seldom, down to every five minutes, or once an hour while hints are heard. A call waits for the promise of the one before.
 * @param group the group that is open, whose members share one channel
 * @returns `hint` for what else says that something has changed, `touch` for what somebody does, or has found changed.
 */
export function useLive(
  onChange: () => unknown,
  concerns: (hint: LiveHint) => boolean = () => true,
  group: string | null = null,
): Live {
  const latest = useRef({ onChange, concerns });
  latest.current = { onChange, concerns };
  const own = useRef<Listening | null>(null);
  const ofGroup = useRef<Listening | null>(null);
  const [timer] = useState(() =>
    createRefetchTimer({
      refetch: () => latest.current.onChange(),
      isSeen: isPageSeen,
      isQuiet: () => own.current?.isQuiet() ?? false,
      random: Math.random,
    }),
  );
  const [live] = useState<Live>(() => ({
    hint: timer.hint,
    touch() {
      own.current?.wake();
      ofGroup.current?.wake();
      timer.touch();
    },
  }));
  useEffect(() => {
    timer.start();
    const stopWatching = watchPage(timer.hint);
    own.current = listenForHints((hint) => {
      if (latest.current.concerns(hint)) timer.hint();
    });
    return () => {
      own.current?.stop();
      own.current = null;
      stopWatching();
      timer.stop();
    };
  }, [timer]);
  useEffect(() => {
    if (group === null) return;
    ofGroup.current = listenForHints(timer.hint, group);
    return () => {
      ofGroup.current?.stop();
      ofGroup.current = null;
    };
  }, [timer, group]);
  return live;
}
