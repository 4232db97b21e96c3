import type { ShownNotice } from '../../definitions';
import { namePerson } from '../shared/name-person';
import type { Texts } from '../shared/use-texts';

/** What became of a conversation, in the reader's language; the service's own sentence is for programs. */
export function describeNotice(t: Texts, notice: ShownNotice, readerId: string): string {
  const { by } = notice;
  const sentence = `notice.${nameSentence(notice)}` as const;
  const names = notice.people.map((it) => (it.id === readerId ? t('people.you') : namePerson(t, it))).join(', ');
  return by.id === readerId ? t(`${sentence}Me`, { names }) : t(sentence, { name: namePerson(t, by), names });
}

function nameSentence({ what, isFromNow }: ShownNotice) {
  if (what === 'added') return isFromNow ? 'addedFromNow' : 'added';
  return what === 'made-public' ? 'madePublic' : what;
}
