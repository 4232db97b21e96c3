import type { MessagePage } from '../../definitions';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { type PageSide, readMessages } from './read-messages';
import { toPage } from './to-page';

/**
 * A page of a conversation, as a view of it shows it: the latest messages, or those before, after or around one.
 * @throws ProblemError `payload_wrong` where more than one of them is named, or `around` beside an issue
 */
export async function readPage(
  asker: SiteAsker,
  at: Place,
  ask: { readonly [Side in PageSide]: string | null },
): Promise<MessagePage> {
  const named = (['before', 'after', 'around'] as const).flatMap((side) => {
    const id = ask[side];
    return id === null ? [] : [{ side, id }];
  });
  const [first = null, second] = named;
  if (second !== undefined) {
    throw new ProblemError({ code: 'payload_wrong', field: second.side, rule: 'null where another side is named' });
  }
  if (first?.side === 'around' && at.kind !== 'conversation') {
    throw new ProblemError({ code: 'payload_wrong', field: 'around', rule: 'with a conversationId alone' });
  }
  const list = await readMessages(asker, at, first);
  const page = toPage(list, asker.accountId, at.kind);
  return first === null ? page : { ...page, after: list.after };
}
