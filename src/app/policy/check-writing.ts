import type { Person } from '../definitions/person';
import { type BeginningWriting, checkBeginning } from './check-beginning';
import { type ConversationWriting, checkConversation } from './check-conversation';
import { checkIssue, type IssueWriting } from './check-issue';
import type { BeginningPermit, ConversationPermit, IssuePermit, Refused } from './writing-permit';

export type { IssueWriting, SeenIssue } from './check-issue';
export { theApp } from './rules/decide-writing';

/** The receiver, where Jira said of late who they are. */
interface KnownReceiver {
  readonly recipient?: Person;
}

/**
 * Whether this sender may write to this recipient, from what Jira, the service and the settings say now.
 * @throws JiraError when the sender does not see the issue, or when Jira is away; ApiError; StorageError
 */
export function checkWriting(request: ConversationWriting): Promise<ConversationPermit | Refused>;
export function checkWriting(request: BeginningWriting): Promise<BeginningPermit | Refused>;
export function checkWriting(request: IssueWriting, known?: KnownReceiver): Promise<IssuePermit | Refused>;
export function checkWriting(
  request: IssueWriting | ConversationWriting | BeginningWriting,
  known: KnownReceiver = {},
): Promise<IssuePermit | ConversationPermit | BeginningPermit | Refused> {
  if (request.entry !== 'inbox') return checkIssue(request, known);
  return 'conversationId' in request ? checkConversation(request) : checkBeginning(request);
}
