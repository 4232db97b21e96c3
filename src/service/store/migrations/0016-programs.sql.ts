/** What rules and programs wrote is found without looking at what people did: docs/decisions/0043-who-may-begin.md. */
export const programs = {
  name: '0016-programs',
  sql: `
-- Direct conversations whose lower end is a program; those whose higher end is one are found by the key of both ends. Between
-- people there is no entry.
create index conversation_of_program on conversation (cloud_id, high_id)
  where (low_id >= 'app:' and low_id < 'app;') or (low_id >= 'client:' and low_id < 'client;');
`,
};
