import type { MessagePage } from '../../../definitions';
import type { ApartPages, ConversationState } from './conversation-state';
import { mergeMessages } from './merge-messages';

/** Pages in the middle of a conversation after one more of them; one around another message is a new beginning. */
export function growApart(
  known: ApartPages | null,
  { side, page }: { readonly side: 'around' | 'before' | 'after'; readonly page: MessagePage },
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
