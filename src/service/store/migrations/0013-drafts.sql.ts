/** What one began to write, and quick answers to messages: docs/decisions/0037-drafts-and-reactions.md. */
export const drafts = {
  name: '0013-drafts',
  sql: `
-- One row for each place where someone has begun to write: with a person (place_kind 'user') or in a group
-- ('conversation'), about an issue ('' for none), or in the place of the words of a message ('' for a new one). slot: a
-- number of their own for each of a person's drafts, so that there are never more of them than there are numbers.
create table draft (
  cloud_id uuid not null,
  user_id text collate "C" not null,
  place_kind text collate "C" not null check (place_kind in ('user', 'conversation')),
  place_id text collate "C" not null,
  issue_id text collate "C" not null,
  message_id text collate "C" not null,
  slot integer not null,
  revision uuid not null,
  saved_at timestamptz not null,
  media_type text not null,
  body text not null,
  primary key (cloud_id, user_id, place_kind, place_id, issue_id, message_id),
  unique (cloud_id, user_id, slot)
);
-- Whose words are taken back takes their edit along.
create index draft_edit on draft (cloud_id, message_id) where message_id <> '';

-- Who answered a message with which sign.
create table reaction (
  cloud_id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  name text collate "C" not null,
  user_id text collate "C" not null,
  reacted_at timestamptz not null,
  primary key (cloud_id, conversation_id, message_id, name, user_id)
);
create index reaction_user on reaction (cloud_id, user_id, conversation_id, message_id);

-- Whether anybody ever did: reactions are looked for where there may be any.
alter table message add column is_reacted boolean not null default false;
`,
};
