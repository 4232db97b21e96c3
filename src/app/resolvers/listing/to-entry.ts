import type { Message } from '../../../contract/resources';
import { documentToText } from '../../../document/to-text';
import type { InboxEntry } from '../../definitions';
import type { People } from '../people/look-up-people';
import { nameMentions } from '../people/name-mentions';
import { personOf } from '../people/person-of';
import type { ListedConversation } from './listed-conversation';

/** Characters of the newest message that a line shows. */
const longestPreview = 140;

/** A conversation as a line of this person's inbox; `people` holds its other end, and whom its newest message mentions. */
export function toEntry(conversation: ListedConversation, accountId: string, people: People): InboxEntry {
  const { id, type, user, name, topic, privacy, isArchived, isMuted, unreadCount, lastMessage, role } = conversation;
  return {
    id,
    kind: type,
    person: user === undefined ? null : nameProgram(user.id, lastMessage ?? null, people),
    name,
    topic,
    privacy,
    isArchived,
    isMuted: isMuted ?? false,
    role: type === 'group' ? (role ?? null) : null,
    unreadCount: unreadCount ?? 0,
    last: lastMessage == null ? null : toLast(lastMessage, accountId, people),
  };
}

/** Jira knows no program: what a client calls itself in its messages is all there is. */
function nameProgram(id: string, last: Message | null, people: People) {
  const person = personOf(id, people);
  const isItsOwn = last !== null && last.sender.id === id && last.origin?.kind === 'client';
  return person.kind === 'program' && isItsOwn ? { ...person, name: last.origin?.label ?? null } : person;
}

function toLast({ sender, body, deletedAt, ts }: Message, accountId: string, people: People): InboxEntry['last'] {
  const text = body === null ? '' : documentToText(nameMentions(body, people));
  return {
    from: sender.id === accountId ? 'me' : 'them',
    text: shorten(text.replace(/\s+/g, ' ').trim()),
    isDeleted: deletedAt !== null,
    ts,
  };
}

/** By code points, so that no character is cut in two. */
function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= longestPreview ? text : `${characters.slice(0, longestPreview - 1).join('')}…`;
}
