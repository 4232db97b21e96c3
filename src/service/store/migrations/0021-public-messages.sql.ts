/** What public groups say is found by its time: docs/decisions/0051-searches-end-by-what-they-look-at.md. */
export const publicMessages = {
  name: '0021-public-messages',
  sql: `
-- False where only members of the conversation may ever read the message. A node of the version before says nothing and so
-- leaves it open: whether it is public is decided when it is read.
alter table message add column may_be_public boolean not null default false;
alter table message alter column may_be_public set default true;
update message m set may_be_public = true
from conversation c
where c.cloud_id = m.cloud_id and c.id = m.conversation_id and c.low_id is null and c.privacy = 'public'
  and m.id > coalesce(c.public_from_id, '00000000-0000-0000-0000-000000000000');

-- Over all public groups of a site, the newest first. A direct message, or one of a private group, is not in it.
create index message_public on message (cloud_id, id, conversation_id) where may_be_public;
`,
};
