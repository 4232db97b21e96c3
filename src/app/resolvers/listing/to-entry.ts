import type { Message } from '../../../contract/resources';
import { documentToText } from '../../../document/to-text';
import type { InboxEntry } from '../../definitions';
import { previewMarks } from '../../definitions/preview-marks';
import { markMentions } from '../people/hide-mentions';
import { personOf } from '../people/person-of';
import type { ListedConversation } from './listed-conversation';
import { showNotice } from './show-notice';

/** Characters of the newest message that go into a line: more than it shows, since the marks of mentions are among them. */
const longestPreview = 140;
const longestMarked = 600;

/** A conversation as a line of this person's inbox, without the names that its view asks Jira for. */
export function toEntry(conversation: ListedConversation, accountId: string): InboxEntry {
  const { id, type, user, name, topic, privacy, isArchived, isMuted, lastMessage, role, issue, ...rest } = conversation;
  return {
    id,
    kind: type,
    person: user === undefined ? null : nameProgram(user.id, lastMessage ?? null),
    name,
    topic,
    privacy,
    // Its key is the founder's word; the view asks Jira.
    issue: issue === undefined ? null : { id: issue.id, key: null, summary: null },
    isArchived,
    isMuted: isMuted ?? false,
    role: type === 'group' ? (role ?? null) : null,
    turn: type === 'direct' ? findTurn(conversation) : null,
    reminder: conversation.reminders?.[0]?.due ?? null,
    unreadCount: rest.unreadCount ?? 0,
    mentioned: rest.mentioned ?? false,
    hasDraft: rest.hasDraft ?? false,
    last: lastMessage == null ? null : toLast(lastMessage, accountId),
  };
}

function findTurn({ questions = [] }: ListedConversation): InboxEntry['turn'] {
  if (questions.some(({ mine }) => !mine)) return 'mine';
  return questions.length > 0 ? 'theirs' : null;
}

/** Jira knows no program: what a client calls itself in its messages is all there is. */
function nameProgram(id: string, last: Message | null) {
  const person = personOf(id);
  const isItsOwn = last !== null && last.sender.id === id && last.origin?.kind === 'client';
  return person.kind === 'program' && isItsOwn ? { ...person, name: last.origin?.label ?? null } : person;
}

function toLast({ sender, body, deletedAt, ts, ...rest }: Message, accountId: string): InboxEntry['last'] {
  const text = body === null ? '' : documentToText(markMentions(body));
  return {
    from: sender.id === accountId ? 'me' : 'them',
    text: shorten(text.replace(/\s+/g, ' ').trim()),
    isDeleted: deletedAt !== null,
    ts,
    notice: showNotice(rest),
  };
}

/** By code points, so that no character is cut in two. What has marks is cut by the view, once the names stand there. */
function shorten(text: string): string {
  const characters = [...text];
  const longest = text.includes(previewMarks.begin) ? longestMarked : longestPreview;
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}
