/** Blocks are found by whom they are against: docs/decisions/0028-blocks-everywhere.md. */
export const blocks = {
  name: '0010-blocks',
  sql: `
create index block_blocked on block (cloud_id, blocked_id, user_id);
`,
};
