import { Type } from 'typebox';
import { accountId, issueKey, jiraId, matchWhole, uuid } from '../patterns/patterns';

function textOf(pattern: string, description: string) {
  return Type.String({ pattern: matchWhole(pattern).source, description });
}

/** A site (`cloudId`), a conversation or a message: a UUID in its usual text form, upper or lower case. */
export const Uuid = uuidFor('A UUID');

/** The same, with what it is of. */
export function uuidFor(description: string) {
  return textOf(uuid, description);
}

/** An Atlassian account id, or `client:<id>`, `app:<uuid>` for senders that are not people. The colon may come as `%3A`. */
export const AccountId = textOf(accountId, 'An account id');

/** The numeric id of a Jira issue. Keys change when an issue moves to another project, ids do not. */
export const IssueId = textOf(jiraId, 'The numeric id of a Jira issue');

/** The key under which the issue was known when the message was sent: for people to read, never to look up by. */
export const IssueKey = textOf(issueKey, 'The key of a Jira issue');

/** ISO 8601, UTC, with milliseconds. */
export const Timestamp = Type.String({ format: 'date-time', description: 'ISO 8601, UTC, with milliseconds' });
