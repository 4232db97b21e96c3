import { findMentions } from '../people/find-mentions';
import type { Named } from '../people/look-up-people';
import type { ListedConversation } from './listed-conversation';

/** Whose names the lines of these conversations show. */
export function findEntryPeople(conversations: readonly ListedConversation[]): Required<Named> {
  return {
    people: conversations.flatMap(({ user }) => (user === undefined ? [] : [user.id])),
    mentioned: findMentions(conversations.map(({ lastMessage }) => lastMessage?.body ?? null)),
  };
}
