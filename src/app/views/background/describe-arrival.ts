import type { Arrival } from '../../definitions';
import type { Texts } from '../shared/use-texts';

/** Who or what has written, without a word of it. @param name what Jira calls the sender; null where it does not */
export function describeArrival(t: Texts, { sentBy, group }: Arrival, name: string | null): string {
  if (sentBy === 'rule') return t('flag.rule');
  if (sentBy === 'client') return group === null ? t('flag.program') : t('flag.programInGroup', { group });
  const who = name ?? t('people.nameless');
  return group === null ? t('people.arrived', { name: who }) : t('flag.inGroup', { name: who, group });
}
