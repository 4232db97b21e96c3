/** What public groups say is found by its time: docs/decisions/0051-searches-end-by-what-they-look-at.md. */
export const publicMessages = {
  name: '0021-public-messages',
  sql: `
-- False where only members of the conversation may ever read the message. A node of the version before says nothing and so
-- leaves it open: whether it is public is decided when it is read. Neither statement looks at a row, since nobody can read
-- a message while they hold the table.
alter table message add column may_be_public boolean not null default false;
alter table message alter column may_be_public set default true;
`,
};
