import { publishHints } from '../../notices/live/publish-hint';
import { tell } from '../../notices/tell';
import type { SiteAsker } from '../shared/asker';
import { listOthers } from './list-others';

interface Sent {
  readonly conversationId: string;
  readonly messageId: string;
  /** The other end; null in a group. */
  readonly recipient: string | null;
  /** What it is about; without one no mail can tell of it. */
  readonly issue: { readonly id: string; readonly key: string } | null;
}

/** The others learn of a message that was just sent. Never throws: it is sent. */
export async function tellMembers(asker: SiteAsker, { recipient, ...sent }: Sent): Promise<void> {
  const { conversationId, messageId, issue } = sent;
  if (recipient !== null) {
    // Whether they may see the issue is asked when the mail is sent.
    const about = { conversationId, messageId, issue, mayShowIssue: issue !== null };
    await tell({ ...about, to: recipient, from: asker.accountId, kind: 'person' });
    return;
  }
  const others = await listOthers(asker, conversationId);
  await publishHints([asker.accountId, ...others], { conversationId, issueId: null });
}
