/** Messages that somebody reported, and when clients were last seen: docs/decisions/0046-reports-of-messages.md. */
export const reports = {
  name: '0015-reports',
  sql: `
-- What somebody said of a message that they received. body: its words as they stood then, until it is decided. author_id:
-- who wrote it, or whose rule did.
create table report (
  cloud_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  reporter_id text collate "C" not null,
  sender_id text collate "C" not null,
  sender_kind text collate "C" not null,
  author_id text collate "C" not null,
  reason text collate "C" not null,
  note text not null,
  body text,
  edited_at timestamptz,
  reported_at timestamptz not null,
  outcome text collate "C" check (outcome in ('removed', 'dismissed', 'ended')),
  decided_at timestamptz,
  primary key (cloud_id, id),
  check ((outcome is null) = (decided_at is null) and (outcome is null) = (body is not null))
);
-- One of each reporter and message waits at most.
create unique index report_waiting on report (cloud_id, reporter_id, message_id) where outcome is null;
create index report_reporter on report (cloud_id, reporter_id, id);

-- The hour in which an OAuth client was last let in to a site.
create table client_use (
  cloud_id uuid not null,
  client_id text collate "C" not null,
  used_at timestamptz not null,
  primary key (cloud_id, client_id)
);

-- Whose words an administrator took away.
alter table message add column is_removed boolean not null default false;
`,
};
