import type { ShownMessage } from '../../../definitions';

/** Both lists as one, each id once and in its newest state, ascending by id (UUIDv7: the order of their commits). */
export function mergeMessages<Message extends ShownMessage>(
  known: readonly Message[],
  news: readonly Message[],
): Message[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of news) byId.set(message.id, newest(byId.get(message.id), message));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** A page that was read before an edit or a delete may come after it, and must not bring the old words back. */
function newest<Message extends ShownMessage>(known: Message | undefined, other: Message): Message {
  if (known === undefined || other.deletedAt !== null) return other;
  return known.deletedAt !== null || (known.editedAt ?? '') > (other.editedAt ?? '') ? known : other;
}

interface Page<Message> {
  readonly messages: readonly Message[];
  readonly before: string | null;
}

/** A thread's pages; `upTo` is the newest id to which they reach without a gap, null before the first page. */
export interface KnownPages<Message = ShownMessage> extends Page<Message> {
  readonly upTo: string | null;
}

/**
 * A thread after its latest page came again. Older pages that were shown stay, unless so much was written meanwhile that
 * the new page does not reach back to what is known: with a gap in the middle the thread begins anew. A message of one's
 * own that was just sent says nothing of what came between, so that `upTo` counts and not the last message.
 */
export function mergeLatest<Message extends ShownMessage>(
  known: KnownPages<Message>,
  latest: Page<Message>,
): KnownPages<Message> {
  const first = latest.messages[0];
  const upTo = latest.messages.at(-1)?.id ?? known.upTo;
  const reaches = latest.before === null || (first !== undefined && known.upTo !== null && first.id <= known.upTo);
  if (!reaches || known.messages.length === 0) return { ...latest, upTo };
  const keepsOlder = first !== undefined && (known.messages[0]?.id ?? first.id) < first.id;
  return {
    messages: mergeMessages(known.messages, latest.messages),
    before: keepsOlder ? known.before : latest.before,
    upTo,
  };
}
