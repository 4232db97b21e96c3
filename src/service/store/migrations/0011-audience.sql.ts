/** Who reads what of a group: docs/decisions/0029-who-reads-what-of-a-group.md. */
export const audience = {
  name: '0011-audience',
  sql: `
-- The last message when the group was made public: who is not a member reads what is later.
alter table conversation add column public_from_id uuid;

-- This one reads what is later than this message; null: all of it.
alter table member add column history_after_id uuid;

-- A message of the service about the group itself: what became of it, and by whom.
alter table message
  add column notice_what text,
  add column notice_by text collate "C";
`,
};
