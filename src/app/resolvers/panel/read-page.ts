import type { MessagePage } from '../../definitions';
import { findMentions } from '../people/find-mentions';
import { lookUpPeople } from '../people/look-up-people';
import type { Asker } from '../shared/asker';
import { readMessages } from './read-messages';
import { toPage } from './to-page';

/** One page of what the asker and this person wrote about the issue, as the panel shows it. */
export async function readPage(asker: Asker, userId: string, before?: string): Promise<MessagePage> {
  const list = await readMessages(asker, userId, before);
  return toPage(
    list,
    asker.accountId,
    await lookUpPeople({ mentioned: findMentions(list.values.map(({ body }) => body)) }),
  );
}
