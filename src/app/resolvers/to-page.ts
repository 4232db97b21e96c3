import type { Message, MessageList } from '../../contract/resources';
import { documentToMarkdown } from '../../document/to-markdown';
import type { MessagePage, PanelMessage } from './definitions';

/** Messages of the service as the panel of this person shows them. */
export function toPage({ values, before }: MessageList, accountId: string): MessagePage {
  return { messages: values.map((message) => toPanelMessage(message, accountId)), before };
}

function toPanelMessage(
  { id, sender, body, ts, editedAt, deletedAt, origin }: Message,
  accountId: string,
): PanelMessage {
  const isMine = sender.id === accountId;
  return {
    id,
    from: isMine ? 'me' : 'them',
    body,
    // Read here and not in the view, whose bundle would grow by a Markdown parser.
    source: isMine && body !== null ? documentToMarkdown(body) : null,
    ts,
    editedAt,
    deletedAt,
    origin: origin === null || origin.kind === 'person' ? null : { kind: origin.kind, label: origin.label },
  };
}
