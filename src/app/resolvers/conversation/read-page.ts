import type { MessagePage } from '../../definitions';
import { findMentions } from '../people/find-mentions';
import { lookUpPeople } from '../people/look-up-people';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { lookAround } from './look-around';
import { readMessages } from './read-messages';
import { toPage } from './to-page';

interface Ask {
  /** Null for the latest. */
  readonly before: string | null;
}

/** A page of a conversation, as a view of it shows it. */
export async function readPage(asker: SiteAsker, at: Place, { before }: Ask): Promise<MessagePage> {
  const list = await readMessages(asker, at, before);
  if (at.kind === 'conversation') return toPage(list, asker.accountId, await lookAround(list.values));
  const mentioned = findMentions(list.values.map(({ body }) => body));
  return toPage(list, asker.accountId, { people: await lookUpPeople({ mentioned }), summaries: null });
}
