import { showFlag } from '@forge/bridge';
import { useEffect, useRef } from 'react';
import { namePerson } from '../../shared/name-person';
import type { OpenState } from '../../shared/panel-state';
import { useTexts } from '../../shared/use-texts';
import { findArrivals } from './find-arrivals';

/**
 * Says by a flag, without the words, who wrote while somebody else's thread is shown. Once for each message: its id is
 * the flag's too, so that Jira shows one where the panel and the context of an issue both say it.
 */
export function useAnnouncements(state: OpenState, onShow: (person: string) => void): void {
  const t = useTexts();
  const before = useRef(state);
  const told = useRef(new Set<string>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has changed is the state; the rest only says it.
  useEffect(() => {
    for (const { messageId, person } of findArrivals(before.current, state)) {
      if (told.current.has(messageId)) continue;
      told.current.add(messageId);
      const flag = showFlag({
        id: `aside-${messageId}`,
        title: t('people.arrived', { name: namePerson(t, person) }),
        type: 'info',
        isAutoDismiss: true,
        actions: [
          {
            text: t('people.show'),
            onClick: () => {
              onShow(person.id);
              void flag.close();
            },
          },
        ],
      });
    }
    before.current = state;
  }, [state]);
}
