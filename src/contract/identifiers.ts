import { Type } from 'typebox';

/** A site (`cloudId`), a conversation or a message: a UUID in its usual text form, upper or lower case. */
export const Uuid = Type.String({
  pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
  description: 'A UUID',
});

/** An Atlassian account id, or `client:<id>`, `app:<uuid>` for senders that are not people. The colon may come as `%3A`. */
export const AccountId = Type.String({ pattern: '^[A-Za-z0-9:_-]{1,128}$', description: 'An account id' });

/** The numeric id of a Jira issue. Keys change when an issue moves to another project, ids do not. */
export const IssueId = Type.String({ pattern: '^[1-9][0-9]{0,18}$', description: 'The numeric id of a Jira issue' });

/** The key under which the issue was known when the message was sent: for people to read, never to look up by. */
export const IssueKey = Type.String({
  pattern: '^[A-Z][A-Z0-9_]{0,254}-[1-9][0-9]{0,18}$',
  description: 'The key of a Jira issue',
});

/** ISO 8601, UTC, with milliseconds. */
export const Timestamp = Type.String({ format: 'date-time', description: 'ISO 8601, UTC, with milliseconds' });
