import type { Message } from '../../../contract/resources';
import { linkOutside } from '../../../document/link-outside';
import { documentToMarkdown } from '../../../document/markdown/to-markdown';
import type { ShownMessage } from '../../definitions';
import type { IssueTitle } from '../../jira/find-summaries';
import type { People } from '../people/look-up-people';
import { nameMentions } from '../people/name-mentions';
import { personOf } from '../people/person-of';

/** What a page of messages needs of Jira, as its reader may see it. */
export interface Surroundings {
  readonly people: People;
  /**
   * Keys and summaries of issues by their id; an issue that the reader does not see is not there. Null beside an issue, where a
   * message says neither what it is about nor who wrote it: the view stands there.
   */
  readonly summaries: ReadonlyMap<string, IssueTitle> | null;
}

/** A message of the service as a view of this person shows it. */
export function toMessage(message: Message, accountId: string, { people, summaries }: Surroundings): ShownMessage {
  const { id, sender, body, ts, editedAt, deletedAt, origin, issue } = message;
  const isMine = sender.id === accountId;
  return {
    id,
    from: isMine ? 'me' : 'them',
    // What was kept before the service turned such parts into links may still have them.
    body: body === null ? null : nameMentions(linkOutside(body), people),
    // Read here and not in the view, whose bundle would grow by a Markdown parser.
    source: isMine && body !== null ? documentToMarkdown(body) : null,
    ts,
    editedAt,
    deletedAt,
    origin: origin === null || origin.kind === 'person' ? null : { kind: origin.kind, label: origin.label },
    sender: summaries === null ? null : nameSender(message, people),
    issue: summaries === null || issue === null ? null : titleOf(issue.id, summaries),
  };
}

/** An issue that the reader does not see has neither a key nor a summary: those that came with it are the sender's word. */
function titleOf(id: string, titles: ReadonlyMap<string, IssueTitle>): NonNullable<ShownMessage['issue']> {
  return { id, ...(titles.get(id) ?? { key: null, summary: null }) };
}

/** Jira knows no program: what a client calls itself is all there is. */
function nameSender({ sender, origin }: Message, people: People) {
  const person = personOf(sender.id, people);
  return person.kind === 'program' && origin?.kind === 'client' ? { ...person, name: origin.label } : person;
}
