/** The text of a message is made from its document by rules that have changed: docs/decisions/0025-texts-are-made-anew.md. */
export const texts = {
  name: '0008-texts',
  sql: `
-- Sites whose messages were kept with texts of earlier rules, and how far these were made anew. A row goes when all are.
create table stale_text (
  cloud_id uuid primary key,
  done_conversation_id uuid not null,
  done_id uuid not null
);
insert into stale_text (cloud_id, done_conversation_id, done_id)
select distinct c.cloud_id, '00000000-0000-0000-0000-000000000000'::uuid, '00000000-0000-0000-0000-000000000000'::uuid
from conversation c;
`,
};
