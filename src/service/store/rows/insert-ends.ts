import { activeHour } from './active-hour.sql';
import { ofSite } from './of-site.sql';

/** Both members of each direct conversation that was made, a row for each. */
export const insertEnds = {
  name: 'insert-ends',
  text: `
  insert into member (cloud_id, conversation_id, user_id, role, joined_at, active_hour)
  select c.cloud_id, t.conversation_id, t.user_id, 'member', t.joined_at, ${activeHour('t.joined_at')}
  from unnest($2::uuid[], $3::text[], $4::timestamptz[]) as t (conversation_id, user_id, joined_at)
  ${ofSite}`,
};
