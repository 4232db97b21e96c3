import type { ThreadState } from '../../shared/panel-state';

/**
 * The id of my last message if the other has read it, where they show it; else null. Ids ascend within a conversation, so
 * that a marker on a later message, about whichever issue, covers it.
 */
export function findReadMessage({ messages, readUpTo }: Pick<ThreadState, 'messages' | 'readUpTo'>): string | null {
  const mine = messages.findLast(({ from, deletedAt }) => from === 'me' && deletedAt === null);
  return mine !== undefined && readUpTo !== null && readUpTo >= mine.id ? mine.id : null;
}
