import type { Reading, ShownMessage } from '../../definitions';
import { namePerson } from '../shared/name-person';
import type { Reader } from '../shared/use-reader';
import type { Texts } from '../shared/use-texts';
import type { ConversationState } from './state/conversation-state';

/** How many names stand there before the rest is a number. */
const mostNames = 5;

/** My newest message in the conversation; whether it was read stands under it alone. */
export function lastOfMine({ messages }: Pick<ConversationState, 'messages'>): ShownMessage | null {
  return messages.findLast(({ from, deletedAt }) => from === 'me' && deletedAt === null) ?? null;
}

/**
 * Who has read up to this message, as a sentence; null where nobody has, or nobody shows it. Ids ascend within a
 * conversation, so that a marker on a later message covers it: the conversation's, or that of the issue which it is about.
 */
export function describeReading(
  { t, joinNames }: Pick<Reader, 'joinNames'> & { readonly t: Texts },
  { readBy, entry }: Pick<ConversationState, 'readBy' | 'entry'>,
  message: Pick<ShownMessage, 'id' | 'issue'>,
): string | null {
  const covers = ({ messageId, issueId }: Reading) =>
    // Beside an issue no other marker comes than its own and the conversation's.
    messageId >= message.id && (entry === null || issueId === null || issueId === message.issue?.id);
  const readers = [...new Map(readBy.filter(covers).map((reader) => [reader.person.id, reader])).values()];
  if (readers.length === 0) return null;
  if (entry === null) return t('message.read');
  if (entry.kind === 'direct') return t('inbox.read');
  const names = readers.slice(0, mostNames).map(({ person }) => namePerson(t, person));
  const rest = readers.length - names.length;
  const others = rest === 0 ? [] : [t('inbox.readByMore', { count: rest })];
  return t('inbox.readBy', { names: joinNames([...names, ...others]) });
}
