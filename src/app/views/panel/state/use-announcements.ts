import { showFlag } from '@forge/bridge';
import { useEffect, useRef, useState } from 'react';
import { isHeld } from '../../../../patterns/is-held';
import { shareTold } from '../../live/page-hints';
import { useTexts } from '../../shared/use-texts';
import { labelName } from '../label-thread';
import { findArrivals } from './find-arrivals';
import type { OpenState } from './panel-state';

/**
 * Says by a flag, without the words, who wrote while somebody else's thread is shown. Once for each message,
 * whichever view of the page says it; its id is the flag's too. While the reader wants to be told of nothing it says nothing.
 */
export function useAnnouncements(state: OpenState, onShow: (thread: string) => void): void {
  const t = useTexts();
  const before = useRef(state);
  const [told] = useState(shareTold);
  useEffect(() => told.end, [told]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has changed is the state; the rest only says it.
  useEffect(() => {
    for (const { messageId, thread } of findArrivals(before.current, state)) {
      if (state.own !== null && isHeld(state.own, new Date())) continue;
      if (!told.take(messageId)) continue;
      const flag = showFlag({
        id: `aside-${messageId}`,
        title: t('people.arrived', { name: labelName(t, thread) }),
        type: 'info',
        isAutoDismiss: true,
        actions: [
          {
            text: t('people.show'),
            onClick: () => {
              onShow(thread.key);
              void flag.close();
            },
          },
        ],
      });
    }
    before.current = state;
  }, [state]);
}
