import type { InboxMessage } from '../../../definitions';
import { namePerson } from '../../shared/name-person';
import type { Reader } from '../../shared/use-reader';
import type { Texts } from '../../shared/use-texts';
import type { Conversation } from '../state/inbox-state';

/** How many names stand there before the rest is a number. */
const mostNames = 5;

/** My newest message in the conversation; whether it was read stands under it alone. */
export function lastOfMine({ messages }: Conversation): InboxMessage | null {
  return messages.findLast(({ from, deletedAt }) => from === 'me' && deletedAt === null) ?? null;
}

/** Who has read up to this message, as a sentence; null where nobody has, or nobody shows it. */
export function describeReading(
  { t, joinNames }: Pick<Reader, 'joinNames'> & { readonly t: Texts },
  { readBy, entry }: Conversation,
  messageId: string,
): string | null {
  const readers = readBy.filter((reader) => reader.messageId >= messageId);
  if (readers.length === 0) return null;
  if (entry?.kind === 'direct') return t('inbox.read');
  const names = readers.slice(0, mostNames).map(({ person }) => namePerson(t, person));
  const rest = readers.length - names.length;
  const others = rest === 0 ? [] : [t('inbox.readByMore', { count: rest })];
  return t('inbox.readBy', { names: joinNames([...names, ...others]) });
}
