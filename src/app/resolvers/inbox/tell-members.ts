import { publishHint } from '../../notices/publish-hint';
import { tell } from '../../notices/tell';
import type { SiteAsker } from '../asker';

interface Sent {
  readonly conversationId: string;
  readonly messageId: string;
  /** The other end; null in a group. */
  readonly recipient: string | null;
  /** What a mail about it may hang on. */
  readonly issue: { readonly id: string; readonly key: string } | null;
}

/** Of a group, so many hear at once; the views of the others ask by themselves. The platform takes 50 calls a second. */
const mostHints = 10;

/** The others learn of a message that was just sent. Never throws: it is sent. */
export async function tellMembers(asker: SiteAsker, { recipient, ...sent }: Sent): Promise<void> {
  const { conversationId, messageId, issue } = sent;
  if (recipient !== null) {
    // Whether they may see the issue is asked when the mail is sent.
    const about = { conversationId, messageId, issue, mayShowIssue: issue !== null };
    await tell({ ...about, to: recipient, from: asker.accountId, kind: 'person' });
    return;
  }
  const others = (await listOthers(asker, conversationId)).slice(0, mostHints);
  await Promise.all(
    [asker.accountId, ...others].map((receiver) => publishHint(receiver, { conversationId, issueId: null })),
  );
}

async function listOthers({ client, site, accountId }: SiteAsker, conversationId: string): Promise<string[]> {
  try {
    const { values } = await client.ConversationRosterGetHandler({ params: { cloudId: site, conversationId } });
    return values.filter((id) => id !== accountId);
  } catch {
    return [];
  }
}
