import { type InboxEntry, isolateText } from '../../../definitions';
import type { ConversationState } from '../../conversation/state/conversation-state';
import { namePerson } from '../../shared/name-person';
import type { Texts } from '../../shared/use-texts';

/** What to call a conversation: its other end, or the group. */
export function nameEntry(t: Texts, { person, name }: InboxEntry): string {
  return person === null ? isolateText(name) : namePerson(t, person);
}

/** The same for one that is open; empty until it is known. */
export function nameConversation(t: Texts, { entry, person }: Pick<ConversationState, 'entry' | 'person'>): string {
  if (entry !== null) return nameEntry(t, entry);
  return person === null ? '' : namePerson(t, person);
}
