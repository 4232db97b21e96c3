/** Groups beside an issue: docs/decisions/0044-groups-beside-a-work-item.md. */
export const beside = {
  name: '0017-beside',
  sql: `
-- The issue that a group was begun beside, and its key then, which is the founder's word. It stays.
alter table conversation
  add column issue_id text collate "C",
  add column issue_key text;

-- JSON of what a notice says beside what became of the group and by whom: people, another conversation.
alter table message add column notice_details text;
`,
};
