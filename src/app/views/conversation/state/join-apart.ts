import type { MessagePage } from '../../../definitions';
import type { ApartPages, ConversationState } from './conversation-state';
import { mergeMessages } from './merge-messages';

/** What was asked for: messages around one, or more of those that came so, on a side of one. */
export interface ApartAsked {
  readonly side: 'around' | 'before' | 'after';
  readonly id: string;
}

/** Whether this is still waited for: what its reader left or looked for meanwhile stands in its place. */
export function awaitsApart({ foundId, apart }: ConversationState, { side, id }: ApartAsked): boolean {
  return id === (side === 'around' ? foundId : apart?.[side]);
}

/** The newest ones again. */
export function leaveApart<State extends ConversationState>(known: State): State {
  return { ...known, apart: null, foundId: null, isFetching: false };
}

/** Pages in the middle of a conversation after one more of them; one around another message is a new beginning. */
export function growApart(
  known: ApartPages | null,
  { side, page }: Pick<ApartAsked, 'side'> & { readonly page: MessagePage },
): ApartPages {
  const after = page.after ?? null;
  if (known === null || side === 'around') return { ...page, after };
  const messages = mergeMessages(known.messages, page.messages);
  return side === 'before' ? { ...known, messages, before: page.before } : { ...known, messages, after };
}

/** One row of pages again, once those in the middle reach to the newest ones. */
export function joinApart<State extends ConversationState>(known: State): State {
  const { apart, messages, before, isLoaded } = known;
  if (apart === null || !isLoaded) return known;
  const [first] = messages;
  const last = apart.messages.at(-1);
  const reaches = apart.after === null || first === undefined || (last !== undefined && last.id >= first.id);
  if (!reaches) return known;
  const isOlder = (apart.messages[0]?.id ?? '') < (first?.id ?? '');
  return {
    ...known,
    messages: mergeMessages(messages, apart.messages),
    before: isOlder ? apart.before : before,
    apart: null,
  };
}
