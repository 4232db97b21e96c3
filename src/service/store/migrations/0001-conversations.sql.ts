/** The first tables. An applied migration never changes: its checksum is kept and compared at every start. */
export const conversations = {
  name: '0001-conversations',
  sql: `
-- Every key begins with cloud_id, the site, so that a cluster can shard by tenant and no row reaches another site.

-- A group, or the one direct conversation of two: then its ends are low_id < high_id, in the order of their bytes.
create table conversation (
  cloud_id uuid not null,
  id uuid not null,
  low_id text collate "C",
  high_id text collate "C",
  name text not null default '',
  -- What names are found and ordered by: lower case, made by the service, so that no locale of a database decides it.
  name_key text collate "C" not null default '',
  topic text not null default '',
  privacy text not null default 'private' check (privacy in ('public', 'private')),
  is_archived boolean not null default false,
  created_at timestamptz not null,
  modified_at timestamptz not null,
  last_message_id uuid,
  last_activity_at timestamptz not null,
  primary key (cloud_id, id),
  unique (cloud_id, low_id, high_id),
  check ((low_id is null and high_id is null) or (low_id < high_id and privacy = 'private'))
);
create index conversation_public on conversation (cloud_id) where low_id is null and privacy = 'public';

-- is_hidden: a direct conversation that this end has archived; the other end keeps it.
create table member (
  cloud_id uuid not null,
  conversation_id uuid not null,
  user_id text collate "C" not null,
  role text not null check (role in ('owner', 'member')),
  is_hidden boolean not null default false,
  joined_at timestamptz not null,
  primary key (cloud_id, conversation_id, user_id),
  foreign key (cloud_id, conversation_id) references conversation (cloud_id, id)
);
create index member_user on member (cloud_id, user_id, conversation_id);

-- When a message was sent is in its id. body is the document's JSON as it came: json and jsonb would refuse or
-- rewrite parts of it. claimed_id: the id that the idempotency record names, where the order gave another one.
-- No foreign key: a send writes the conversation's row in the same statement, and the check would cost every send.
create table message (
  cloud_id uuid not null,
  conversation_id uuid not null,
  id uuid not null,
  claimed_id uuid,
  sender_id text collate "C" not null,
  sender_kind text not null check (sender_kind in ('user', 'app', 'client')),
  body text,
  text text not null,
  issue_id text collate "C",
  issue_key text,
  origin_kind text not null check (origin_kind in ('person', 'rule', 'client')),
  origin_label text,
  edited_at timestamptz,
  deleted_at timestamptz,
  primary key (cloud_id, conversation_id, id),
  check ((body is null) = (deleted_at is not null)),
  check ((issue_id is null) = (issue_key is null))
);
create index message_issue on message (cloud_id, conversation_id, issue_id, id) where issue_id is not null;
create index message_claim on message (cloud_id, conversation_id, claimed_id) where claimed_id is not null;

-- Which conversations hold messages about an issue.
create table conversation_issue (
  cloud_id uuid not null,
  issue_id text collate "C" not null,
  conversation_id uuid not null,
  last_message_id uuid not null,
  primary key (cloud_id, issue_id, conversation_id)
);

create table idempotency (
  cloud_id uuid not null,
  caller_id text collate "C" not null,
  key text collate "C" not null,
  fingerprint text not null,
  created_id uuid not null,
  created_at timestamptz not null,
  primary key (cloud_id, caller_id, key)
);
create index idempotency_age on idempotency (cloud_id, created_at);

-- These two stand above sites.
create table oauth_client (
  id text collate "C" primary key,
  name text not null,
  secret_hash text not null,
  scopes text[] not null,
  sites text[] not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);

create table instance_secret (
  name text collate "C" primary key,
  value bytea not null,
  created_at timestamptz not null
);
`,
};
