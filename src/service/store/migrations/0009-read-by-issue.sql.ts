/** Markers by issue, and what is marked as unread: docs/decisions/0026-read-by-issue.md. */
export const readByIssue = {
  name: '0009-read-by-issue',
  sql: `
-- unread_after_id: this one has marked as unread what comes after it, which is the id before that of the message that
-- they named. unread_floor_id: the least of it and those of issue_marker, so that one look at the member says where
-- anything unread may begin.
alter table member
  add column unread_after_id uuid,
  add column unread_floor_id uuid;

-- How far a member has read of what is about one issue, and since when they have marked that as unread.
create table issue_marker (
  cloud_id uuid not null,
  conversation_id uuid not null,
  user_id text collate "C" not null,
  issue_id text collate "C" not null,
  read_id uuid,
  unread_after_id uuid,
  primary key (cloud_id, conversation_id, user_id, issue_id),
  foreign key (cloud_id, conversation_id, user_id) references member (cloud_id, conversation_id, user_id)
    on delete cascade
);
-- Who has read furthest; and what one has marked as unread, which is seldom anything.
create index issue_marker_read on issue_marker (cloud_id, conversation_id, read_id) where read_id is not null;
create index issue_marker_unread on issue_marker (cloud_id, conversation_id, user_id, unread_after_id)
  where unread_after_id is not null;

-- What is unread is looked for issue by issue, and by itself where it is about none: each message lies in one of the two.
create index message_without_issue on message (cloud_id, conversation_id, id) where issue_id is null;
create index conversation_issue_last on conversation_issue (cloud_id, conversation_id, last_message_id);

-- Whose rule sent it: the account of its connection, where that is known.
alter table message add column origin_account text collate "C";
`,
};
