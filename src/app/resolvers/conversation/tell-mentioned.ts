import type { Message } from '../../../contract/resources';
import { findMentions } from '../../../document/find-mentions';
import type { AdfDocument } from '../../../document/types';
import { queueNotice } from '../../notices/tell';
import type { SiteAsker } from '../shared/asker';

/** Of one edit; more than two can be told of beside a work item, where people write to each other alone. */
const most = 10;

/**
 * Whom the new words of a message mention and the old ones did not learns of it as of any mention: by a mail, if the message
 * is not read and no mail told of it before. Whether they are in the conversation is the service's to say. Never throws.
 */
export async function tellMentioned({ accountId }: SiteAsker, before: Message, body: AdfDocument): Promise<void> {
  const known = new Set([accountId, ...(before.body == null ? [] : findMentions(before.body))]);
  const { id: messageId, conversationId, issue } = before;
  const about = { from: accountId, conversationId, messageId, issue, sentBy: 'person', isMention: true } as const;
  const added = findMentions(body).filter((id) => !known.has(id));
  await Promise.all(added.slice(0, most).map((to) => queueNotice({ to, ...about })));
}
