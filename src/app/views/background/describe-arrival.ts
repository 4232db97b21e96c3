import type { Arrival } from '../../definitions';
import { namePerson } from '../shared/name-person';
import type { Texts } from '../shared/use-texts';

/** Who or what has written, without a word of it. */
export function describeArrival(t: Texts, { from, sentBy, owner, group, isMention }: Arrival): string {
  if (sentBy === 'rule') return owner?.name ? t('flag.ruleOf', { name: namePerson(t, owner) }) : t('flag.rule');
  if (sentBy === 'client') return group === null ? t('flag.program') : t('flag.programInGroup', { group });
  const who = namePerson(t, from);
  if (isMention)
    return group === null ? t('flag.mention', { name: who }) : t('flag.mentionInGroup', { name: who, group });
  return group === null ? t('people.arrived', { name: who }) : t('flag.inGroup', { name: who, group });
}
