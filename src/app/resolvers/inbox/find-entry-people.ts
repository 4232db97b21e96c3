import { findMentions } from '../people/find-mentions';
import type { ListedConversation } from './listed-conversation';

/** Whose names the lines of these conversations show. */
export function findEntryPeople(conversations: readonly ListedConversation[]): string[] {
  const ends = conversations.flatMap(({ user }) => (user === undefined ? [] : [user.id]));
  return [...ends, ...findMentions(conversations.map(({ lastMessage }) => lastMessage?.body ?? null))];
}
