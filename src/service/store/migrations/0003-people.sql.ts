/** People's choices and people's data. */
export const people = {
  name: '0003-people',
  sql: `
-- What a person chose in a site; who has no row has everything on.
create table preference (
  cloud_id uuid not null,
  user_id text collate "C" not null,
  receipts boolean not null,
  notice_person boolean not null,
  notice_rule boolean not null,
  notice_client boolean not null,
  changed_at timestamptz not null,
  primary key (cloud_id, user_id)
);

-- user_id does not want direct messages from blocked_id.
create table block (
  cloud_id uuid not null,
  user_id text collate "C" not null,
  blocked_id text collate "C" not null,
  blocked_at timestamptz not null,
  primary key (cloud_id, user_id, blocked_id)
);

alter table member add column is_muted boolean not null default false;

-- Who left a group or was removed may have written in it: export and erase find their messages by this.
create table former_member (
  cloud_id uuid not null,
  user_id text collate "C" not null,
  conversation_id uuid not null,
  primary key (cloud_id, user_id, conversation_id)
);

-- An erase that is under way: the last conversation that is done, and what it has come to.
create table erasure (
  cloud_id uuid not null,
  user_id text collate "C" not null,
  done_id uuid,
  message_count integer not null,
  begun_at timestamptz not null,
  primary key (cloud_id, user_id)
);

-- Who did what to whom. cloud_id is all zeros for what concerns the installation. No words, and nothing is ever changed.
create table audit (
  cloud_id uuid not null,
  id uuid not null,
  done_at timestamptz not null,
  actor_id text collate "C" not null,
  action text not null,
  subject text,
  details text not null,
  primary key (cloud_id, id)
);

-- How long a site keeps messages (null: for ever), and which node purges it until when.
create table retention (
  cloud_id uuid not null,
  days integer check (days between 1 and 36500),
  purged_at timestamptz,
  leased_by text,
  leased_until timestamptz,
  primary key (cloud_id)
);
`,
};
