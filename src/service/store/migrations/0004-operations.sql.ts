/** Keys that rotate, and what limits on sends are counted by. */
export const operations = {
  name: '0004-operations',
  sql: `
-- What access tokens are signed with; above sites. ends_at: tokens of this key are not accepted from then on.
create table signing_key (
  id text collate "C" primary key,
  value bytea not null,
  created_at timestamptz not null,
  ends_at timestamptz
);
delete from instance_secret where name = 'access-token';

-- How often a caller has sent in the minute that began at counted_from: subject is the conversation's other end or id
-- where each counts for itself, and empty where all of a caller's sends count together.
create table send_count (
  cloud_id uuid not null,
  caller_id text collate "C" not null,
  subject text collate "C" not null,
  counted_from timestamptz not null,
  sends integer not null,
  primary key (cloud_id, caller_id, subject)
);
`,
};
