/** Who is mentioned where: docs/decisions/0047-mentions-that-count.md. */
export const mentions = {
  name: '0019-mentions',
  sql: `
-- A member whom a message mentions that they did not send, with what it is about (null: no issue). It goes with the mention,
-- the message's words, and the membership. Whether it is read is said by markers alone.
create table mention (
  cloud_id uuid not null,
  user_id text collate "C" not null,
  conversation_id uuid not null,
  message_id uuid not null,
  issue_id text collate "C",
  primary key (cloud_id, user_id, conversation_id, message_id),
  foreign key (cloud_id, conversation_id, user_id) references member (cloud_id, conversation_id, user_id)
    on delete cascade
);
-- By time, which is in the ids, over all conversations of a site: what nobody was told of yet.
create index mention_message on mention (cloud_id, message_id, user_id, conversation_id);

-- Whether a mention is told of where its conversation is muted.
alter table preference add column mentions_pass_mute boolean not null default true;
`,
};
