import type { Conversation, Message } from '../../../contract/resources';
import type { Arrival } from '../../definitions';
import { personOf } from '../people/person-of';
import { listBlocked } from '../preferences/list-blocked';
import type { SiteAsker } from '../shared/asker';

/** What is older was there before the hint that asks. Milliseconds. */
const fresh = 120_000;
const most = 5;

/**
 * What has just come for the asker and is not read, of conversations that they have not muted. Asks the service alone:
 * names are for the view to look up.
 * @throws ApiError
 */
export async function listArrivals(asker: SiteAsker): Promise<{ arrivals: Arrival[] }> {
  const { values } = await asker.client.listConversations({
    params: { cloudId: asker.site },
    query: { unread: true, order: 'activity', expand: 'activity', limit: most },
  });
  const now = Date.now();
  const found = values.flatMap((conversation) => {
    const { lastMessage: last, isMuted } = conversation;
    const isNew =
      last != null &&
      last.notice === undefined &&
      last.deletedAt === null &&
      Math.abs(now - Date.parse(last.ts)) < fresh;
    return isNew && isMuted !== true && last.sender.id !== asker.accountId ? [toArrival(conversation, last)] : [];
  });
  return { arrivals: await withoutBlocked(asker, found) };
}

/** A direct message of theirs is refused; in a group they may write, and nobody who blocked them is told of it. */
async function withoutBlocked(asker: SiteAsker, arrivals: Arrival[]): Promise<Arrival[]> {
  if (arrivals.every(({ group }) => group === null)) return arrivals;
  const blocked = new Set(await listBlocked(asker));
  return arrivals.filter(({ from }) => !blocked.has(from.id));
}

function toArrival({ id, type, name }: Conversation, { id: messageId, sender, origin, issue }: Message): Arrival {
  return {
    messageId,
    conversationId: id,
    from: personOf(sender.id),
    sentBy: origin?.kind ?? (sender.kind === 'user' ? 'person' : 'client'),
    owner: origin?.account == null ? null : personOf(origin.account),
    group: type === 'group' ? name : null,
    issueId: issue?.id ?? null,
  };
}
