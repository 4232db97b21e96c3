import type { Conversation, Message } from '../../../contract/resources';
import { findMentions } from '../../../document/find-mentions';
import type { Arrival } from '../../definitions';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';
import { hearsOf } from './hears-of';

/** What is older was there before the hint that asks. Milliseconds. */
const fresh = 120_000;
const most = 5;

/** A conversation that the asker has muted lets only pass what mentions them. */
interface Found extends Arrival {
  readonly isMuted: boolean;
}

/**
 * What has just come for the asker and is not read: of conversations that they have not muted, and what mentions them in the
 * others, unless they do not want that. Asks the service alone: names are for the view to look up.
 * @throws ApiError
 */
export async function listArrivals(asker: SiteAsker): Promise<{ arrivals: Arrival[] }> {
  const { values } = await asker.client.listConversations({
    params: { cloudId: asker.site },
    query: { unread: true, order: 'activity', expand: 'activity', limit: most },
  });
  const now = Date.now();
  const found = values.flatMap((conversation) => {
    const { lastMessage: last } = conversation;
    const isNew =
      last != null &&
      last.notice === undefined &&
      last.deletedAt === null &&
      Math.abs(now - Date.parse(last.ts)) < fresh;
    return isNew && last.sender.id !== asker.accountId ? [toArrival(conversation, last, asker.accountId)] : [];
  });
  const hears = hearsOf(asker);
  const arrivals: Arrival[] = [];
  for (const { isMuted, ...arrival } of found) {
    const { isMention, group, from } = arrival;
    if (await hears({ isMuted, isMention, isGroup: group !== null, from: from.id })) arrivals.push(arrival);
  }
  return { arrivals };
}

function toArrival({ id, type, name, ...rest }: Conversation, last: Message, accountId: string): Found {
  const { id: messageId, sender, origin, issue, body } = last;
  return {
    messageId,
    conversationId: id,
    from: personOf(sender.id),
    sentBy: origin?.kind ?? (sender.kind === 'user' ? 'person' : 'client'),
    owner: origin?.account == null ? null : personOf(origin.account),
    group: type === 'group' ? name : null,
    issueId: issue?.id ?? null,
    isMention: rest.mentioned === true && body !== null && findMentions(body).includes(accountId),
    isMuted: rest.isMuted === true,
  };
}
