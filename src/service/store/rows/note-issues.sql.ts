import { ofSite } from './of-site.sql';

/** The last message about an issue ($2) in a conversation ($3) is this one ($4), of many at once. */
export const noteIssues = {
  name: 'note-issues',
  text: `
  insert into conversation_issue (cloud_id, issue_id, conversation_id, last_message_id)
  select c.cloud_id, t.issue_id, t.conversation_id, t.id
  from unnest($2::text[], $3::uuid[], $4::uuid[]) as t (issue_id, conversation_id, id)
  ${ofSite}
  on conflict (cloud_id, issue_id, conversation_id) do update set last_message_id = excluded.last_message_id`,
};
