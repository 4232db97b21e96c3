import type { ConversationClient } from '../../client/conversation-client';
import type { VisibleIssue } from '../../jira/find-issue';
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
 * Sends what policy has allowed, as the app; the service shows it as a rule's. The same key sends once.
 * @returns the message's id
 * @throws ApiError; ProblemError for a text that cannot be sent
 */
export async function sendRuleMessage(
  { text, label, key }: Pick<RuleMessage, 'text' | 'label' | 'key'>,
  { client, site, issue: { id, key: issueKey }, recipient }: Sending,
): Promise<string> {
  const message = await client.sendDirectMessage({
    params: { cloudId: site, userId: recipient },
    body: { body: composeBody(text), issue: { id, key: issueKey }, origin: { kind: 'rule', label } },
    key,
  });
  return message.id;
}
