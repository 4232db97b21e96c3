import type { Queries } from '../engine/database';

/** Those of these conversations in which somebody may wait, held against sends: what is asked meanwhile waits. */
export const holdAsked = {
  name: 'hold-asked',
  text: `
  select c.id from conversation c
  where c.cloud_id = $1 and c.id = any ($2::text[]::uuid[]) and c.has_questions
  order by c.id
  for no key update of c`,
};

/** Whoever asks this holds the conversations. */
export const noteQuestions = {
  name: 'note-questions',
  text: `
  update conversation c
  set has_questions = exists (
    select 1 from message m where m.cloud_id = $1 and m.conversation_id = c.id and m.awaits_answer
  )
  where c.cloud_id = $1 and c.id = any ($2::text[]::uuid[])`,
};

/** What conversations say of their questions, once these have changed. They are held by this transaction. */
export async function countQuestions(
  queries: Queries,
  cloudId: string,
  conversationIds: readonly string[],
): Promise<void> {
  if (conversationIds.length > 0) await queries.query(noteQuestions, [cloudId, [...conversationIds]]);
}

/** Before messages of these are taken away: what `countQuestions` is to be asked afterwards. */
export async function holdQuestions(
  queries: Queries,
  cloudId: string,
  conversationIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(holdAsked, [cloudId, [...conversationIds]]);
  return rows.map(({ id }) => id);
}
