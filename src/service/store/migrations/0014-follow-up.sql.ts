/** Questions that wait for an answer, and reminders: docs/decisions/0045-follow-up.md. */
export const followUp = {
  name: '0014-follow-up',
  sql: `
-- Whether the sender of a message waits for an answer; in direct conversations alone.
alter table message add column awaits_answer boolean not null default false;
create index message_question on message (cloud_id, conversation_id, id) where awaits_answer;

-- Whether any message may: a send looks for what it answers where there may be something.
alter table conversation add column has_questions boolean not null default false;
create index conversation_asked_low on conversation (cloud_id, low_id) where has_questions;
create index conversation_asked_high on conversation (cloud_id, high_id) where has_questions;

-- Of what someone wants to be reminded: a conversation (message_id ''), or a message in it.
create table reminder (
  cloud_id uuid not null,
  user_id text collate "C" not null,
  conversation_id uuid not null,
  message_id text collate "C" not null,
  issue_id text collate "C",
  issue_key text,
  due_at timestamptz not null,
  set_at timestamptz not null,
  primary key (cloud_id, user_id, conversation_id, message_id)
);
create index reminder_due on reminder (cloud_id, due_at, user_id, conversation_id, message_id);
`,
};
