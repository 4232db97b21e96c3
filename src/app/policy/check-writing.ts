import type { ConversationClient } from '../client/conversation-client';
import { decideWriting, type WritingRefusal } from './decide-writing';
import { findIssue, type VisibleIssue } from './find-issue';
import { findPeople } from './find-people';

export interface WritingRequest {
  readonly sender: string;
  readonly recipient: string;
  readonly issueId: string;
  readonly site: string;
  readonly client: ConversationClient;
}

export type WritingPermit =
  | { readonly allowed: true; readonly issue: VisibleIssue }
  | { readonly allowed: false; readonly refusal: WritingRefusal };

/**
 * Whether the sender may write to the recipient about the issue, from what Jira and the service say now. Writing to the
 * assignee costs one call to Jira and none to the service.
 * @throws JiraError when the sender does not see the issue; ApiError
 */
export async function checkWriting({
  sender,
  recipient,
  issueId,
  site,
  client,
}: WritingRequest): Promise<WritingPermit> {
  const issue = await findIssue(issueId);
  const assignee = issue.assignee?.id ?? null;
  // The service refuses to look for a conversation with oneself, so that this is decided before it is asked.
  if (recipient === sender) return { allowed: false, refusal: 'recipient_self' };
  const isAssignee = issue.assignee !== null && recipient === assignee;
  const [person, haveThread] = isAssignee
    ? [issue.assignee, false]
    : await findCorrespondent({ recipient, issueId: issue.id, site, client });
  const refusal = decideWriting({ sender, recipient: person, assignee, haveThread });
  return refusal === null ? { allowed: true, issue } : { allowed: false, refusal };
}

type Correspondent = Omit<WritingRequest, 'sender'>;

async function findCorrespondent({ recipient, issueId, site, client }: Correspondent) {
  const params = { cloudId: site, userId: recipient };
  const [people, { values }] = await Promise.all([
    findPeople([recipient]),
    client.UserMessageGetAllHandler({ params, query: { issue: issueId, limit: 1 } }),
  ]);
  const person = people.get(recipient) ?? { id: recipient, name: null, kind: 'unknown' as const, active: false };
  return [person, values.length > 0] as const;
}
