import type { ConversationClient } from '../../client/conversation-client';
import type { VisibleIssue } from '../../jira/find-issue';
import { theApp } from '../../policy/check-writing';
import { composeBody } from '../../writing/compose-body';
import type { RuleMessage } from './rule-message';

interface Sending {
  readonly client: ConversationClient;
  readonly site: string;
  readonly issue: Pick<VisibleIssue, 'id' | 'key'>;
  /** An account id. */
  readonly recipient: string;
}

/**
 * Sends what policy has allowed, as the app; the service shows it as a rule's, and holds to the blocks and the limits of
 * whose connection it is. The same key sends once.
 * @returns the message's id
 * @throws ApiError; ProblemError for a text that cannot be sent
 */
export async function sendRuleMessage(
  { text, label, key, sender }: Pick<RuleMessage, 'text' | 'label' | 'key' | 'sender'>,
  { client, site, issue: { id, key: issueKey }, recipient }: Sending,
): Promise<string> {
  // Nobody stands behind the web trigger.
  const account = sender === theApp ? null : sender;
  const message = await client.sendDirectMessage({
    params: { cloudId: site, userId: recipient },
    body: { body: composeBody(text), issue: { id, key: issueKey }, origin: { kind: 'rule', label, account } },
    key,
  });
  return message.id;
}
