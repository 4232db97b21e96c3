import type { Message } from '../../../contract/resources';
import type { ShownNotice } from '../../definitions';
import { personOf } from '../people/person-of';

/** What the service tells of a group by this message, for a view to say in its reader's language; null for any other. */
export function showNotice({ notice }: Pick<Message, 'notice'>): ShownNotice | null {
  return notice === undefined ? null : { what: notice.what, by: personOf(notice.by) };
}
