import type { MailClosure } from '../../definitions';
import { publishGroupHint } from '../../notices/live/publish-hint';
import { tell } from '../../notices/tell';
import type { SiteAsker } from '../shared/asker';
import type { Beginning, Place } from '../shared/read-address';

interface Sent {
  readonly messageId: string;
  /** The other end; null in a group. */
  readonly recipient: string | null;
  /** What it is about; without one no mail can tell of it. */
  readonly issue: { readonly id: string; readonly key: string } | null;
  readonly mailClosed: MailClosure | null;
}

/** The others learn of a message that was just sent. Never throws: it is sent. */
export async function tellOthers(asker: SiteAsker, at: Place | Beginning, { recipient, mailClosed, ...sent }: Sent) {
  const conversationId = at.kind === 'conversation' ? at.conversationId : null;
  if (recipient !== null) {
    const notice = { ...sent, to: recipient, from: asker.accountId, conversationId, sentBy: 'person' } as const;
    return tell(notice, mailClosed);
  }
  if (conversationId === null) return;
  await publishGroupHint(conversationId);
}
