import type { MessagePage } from '../../definitions';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { readMessages } from './read-messages';
import { toPage } from './to-page';

interface Ask {
  /** Null for the latest. */
  readonly before: string | null;
}

/** A page of a conversation, as a view of it shows it. */
export async function readPage(asker: SiteAsker, at: Place, { before }: Ask): Promise<MessagePage> {
  const list = await readMessages(asker, at, before);
  return toPage(list, asker.accountId, at.kind);
}
