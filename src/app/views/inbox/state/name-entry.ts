import { type InboxEntry, isolateText } from '../../../definitions';
import { namePerson } from '../../shared/name-person';
import type { Texts } from '../../shared/use-texts';

/** What to call a conversation: its other end, or the group. */
export function nameEntry(t: Texts, { person, name }: InboxEntry): string {
  return person === null ? isolateText(name) : namePerson(t, person);
}
