import type { MailClosure } from '../../definitions';
import { publishGroupHint, publishHints } from '../../notices/live/publish-hint';
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
  /** The members whom it mentions. */
  readonly mentioned: readonly string[];
}

/** The others learn of a message that was just sent. Never throws: it is sent. */
export async function tellOthers(
  asker: SiteAsker,
  at: Place | Beginning,
  { recipient, mailClosed, mentioned, ...sent }: Sent,
) {
  const conversationId = at.kind === 'conversation' ? at.conversationId : null;
  if (recipient !== null) {
    const who = { to: recipient, from: asker.accountId, isMention: mentioned.includes(recipient) };
    return tell({ ...sent, ...who, conversationId, sentBy: 'person' }, mailClosed);
  }
  if (conversationId === null) return;
  // Who has the group open hears of it there; who is mentioned hears of it wherever they are in Jira.
  await Promise.all([
    publishGroupHint(conversationId),
    mentioned.length === 0 ? null : publishHints(mentioned, { conversationId, issueId: sent.issue?.id ?? null }),
  ]);
}
