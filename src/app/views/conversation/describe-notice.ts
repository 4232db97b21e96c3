import type { ShownNotice } from '../../definitions';
import { namePerson } from '../shared/name-person';
import type { Texts } from '../shared/use-texts';

/** What became of a group, in the reader's language; the service's own sentence is for programs. */
export function describeNotice(t: Texts, { what, by }: ShownNotice, readerId: string): string {
  const sentence = what === 'owner' ? 'notice.owner' : 'notice.madePublic';
  return by.id === readerId ? t(`${sentence}Me`) : t(sentence, { name: namePerson(t, by) });
}
