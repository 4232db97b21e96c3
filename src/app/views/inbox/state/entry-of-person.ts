import { type InboxEntry, keyOfPerson } from '../../../definitions';
import type { Person } from '../../../definitions/person';

/** A line for somebody with whom there is no conversation yet. */
export function entryOfPerson(person: Person): InboxEntry {
  return {
    id: keyOfPerson(person.id),
    kind: 'direct',
    person,
    name: '',
    topic: '',
    privacy: 'private',
    issue: null,
    isArchived: false,
    isMuted: false,
    role: null,
    unreadCount: 0,
    mentioned: false,
    hasDraft: false,
    turn: null,
    reminder: null,
    last: null,
  };
}
