/** Apart from the columns, so that messages are read meanwhile: docs/decisions/0051-searches-end-by-what-they-look-at.md. */
export const publicMessagesByTime = {
  name: '0022-public-messages-by-time',
  sql: `
-- What was said before the column was there. Sends go on.
update message m set may_be_public = true
from conversation c
where c.cloud_id = m.cloud_id and c.id = m.conversation_id and c.low_id is null and c.privacy = 'public'
  and m.id > coalesce(c.public_from_id, '00000000-0000-0000-0000-000000000000');

-- Over all public groups of a site, the newest first. A direct message, or one of a private group, is not in it. Sends wait.
create index message_public on message (cloud_id, id, conversation_id) where may_be_public;
`,
};
