/** Groups with a roster, what is put away, and how far people have read. */
export const groups = {
  name: '0002-groups',
  sql: `
-- Message ids, which grow in commit order within a conversation.
-- hidden_id: this end has archived the direct conversation, up to this message; a later one shows it again, so that no
-- send has to write here. joined_id: the last message when this one joined; null when there was none before.
-- read_id: how far this one has read, as they said themselves. Unread is what lies behind both.
alter table member
  add column hidden_id uuid,
  add column joined_id uuid,
  add column read_id uuid;

-- Nothing ever set it.
alter table member drop column is_hidden;
`,
};
