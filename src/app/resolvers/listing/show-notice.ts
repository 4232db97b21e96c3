import type { Message } from '../../../contract/resources';
import type { ShownNotice } from '../../definitions';
import { personOf } from '../people/person-of';

/** What the service tells of a group by this message, for a view to say in its reader's language; null for any other. */
export function showNotice({ notice }: Pick<Message, 'notice'>): ShownNotice | null {
  if (notice === undefined) return null;
  const { what, by, people = [], history, conversationId = null } = notice;
  return { what, by: personOf(by), people: people.map(personOf), isFromNow: history !== undefined, conversationId };
}
