/** Lists by activity and what is unread are found by the hour: docs/decisions/0036-lists-by-the-hour.md. */
export const activity = {
  name: '0012-activity',
  sql: `
-- The hour of the last activity, counted from 1970. It is the engine's to keep, and changes once an hour at most: so a send
-- leaves the indexes alone but for the first one of an hour.
alter table conversation add column active_hour integer not null
  generated always as (((extract(epoch from last_activity_at at time zone 'UTC') * 1000)::bigint / 3600000)::integer) stored;
create index conversation_active on conversation (cloud_id, active_hour);
create index conversation_public_active on conversation (cloud_id, active_hour)
  where low_id is null and privacy = 'public';

-- The same for each member: their conversations, the newest hour first.
alter table member add column active_hour integer not null default 0;
update member m set active_hour = c.active_hour
from conversation c
where c.cloud_id = m.cloud_id and c.id = m.conversation_id;
create index member_active on member (cloud_id, user_id, active_hour);

-- What the rules of accounts sent, so that it is told of account by account without reading what people wrote.
create index message_of_rule on message (cloud_id, conversation_id, issue_id, id) where origin_account is not null;
`,
};
