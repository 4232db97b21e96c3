import { type ConversationWriting, checkConversation } from './check-conversation';
import { checkIssue, type IssueWriting } from './check-issue';
import type { ConversationPermit, IssuePermit, Refused } from './writing-permit';

export type { IssueWriting } from './check-issue';
export { theApp } from './rules/decide-writing';

/**
 * Whether this sender may write to this recipient, from what Jira, the service and the settings say now.
 * @throws JiraError when the sender does not see the issue, or when Jira is away; ApiError; StorageError
 */
export function checkWriting(request: ConversationWriting): Promise<ConversationPermit | Refused>;
export function checkWriting(request: IssueWriting): Promise<IssuePermit | Refused>;
export function checkWriting(
  request: IssueWriting | ConversationWriting,
): Promise<IssuePermit | ConversationPermit | Refused> {
  return request.entry === 'inbox' ? checkConversation(request) : checkIssue(request);
}
