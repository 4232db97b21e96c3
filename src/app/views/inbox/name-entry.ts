import type { InboxEntry } from '../../resolvers/definitions';
import { namePerson } from '../name-person';
import type { Texts } from '../use-texts';

/** What to call a conversation: its other end, or the group. */
export function nameEntry(t: Texts, { person, name }: InboxEntry): string {
  return person === null ? name : namePerson(t, person);
}
