import type { Message, Reaction } from '../../../contract/resources';
import { linkOutside } from '../../../document/link-outside';
import { documentToMarkdown } from '../../../document/markdown/to-markdown';
import type { ShownMessage, ShownReaction } from '../../definitions';
import { showNotice } from '../listing/show-notice';
import { hideMentions } from '../people/hide-mentions';
import { personOf } from '../people/person-of';
import type { Place } from '../shared/read-address';

/** A message of the service as a view of this person shows it. */
export function toMessage(message: Message, accountId: string, place: Place['kind']): ShownMessage {
  const { id, sender, body, ts, editedAt, deletedAt, origin, issue } = message;
  const isMine = sender.id === accountId;
  return {
    id,
    from: isMine ? 'me' : 'them',
    // What was kept before the service turned such parts into links may still have them.
    body: body === null ? null : hideMentions(linkOutside(body)),
    // Read here and not in the view, whose bundle would grow by a Markdown parser.
    source: isMine && body !== null ? documentToMarkdown(body) : null,
    ts,
    editedAt,
    deletedAt,
    ...(message.removed === true && { isRemoved: true as const }),
    origin: origin === null || origin.kind === 'person' ? null : showOrigin(origin.kind, origin),
    notice: showNotice(message),
    // Beside an issue a message says neither what it is about nor who wrote it: the view stands there.
    sender: place === 'person' ? null : nameSender(message),
    // Key and summary are Jira's, and the view asks for them: what came with the id is the sender's word.
    issue: place === 'person' || issue === null ? null : { id: issue.id, key: null, summary: null },
    awaitsAnswer: message.awaitsAnswer ?? false,
    reactions: (message.reactions ?? []).map((it) => showReaction(it, accountId)),
  };
}

function showReaction({ name, count, mine, users }: Reaction, accountId: string): ShownReaction {
  return { name, count, isMine: mine, people: users.filter((id) => id !== accountId).map(personOf) };
}

function showOrigin(kind: 'rule' | 'client', { label, account = null }: NonNullable<Message['origin']>) {
  return { kind, label, owner: account === null ? null : personOf(account) };
}

/** Jira knows no program: what a client calls itself is all there is. */
function nameSender({ sender, origin }: Message) {
  const person = personOf(sender.id);
  return person.kind === 'program' && origin?.kind === 'client' ? { ...person, name: origin.label } : person;
}
