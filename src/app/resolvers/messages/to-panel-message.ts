import type { Message } from '../../../contract/resources';
import { linkOutside } from '../../../document/link-outside';
import { documentToMarkdown } from '../../../document/to-markdown';
import type { PanelMessage } from '../../definitions';
import type { People } from '../people/look-up-people';
import { nameMentions } from '../people/name-mentions';

/** A message of the service as a view of this person shows it. */
export function toPanelMessage(
  { id, sender, body, ts, editedAt, deletedAt, origin }: Message,
  accountId: string,
  people: People,
): PanelMessage {
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
  };
}
