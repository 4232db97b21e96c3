import type { Queries } from '../engine/database';

/**
 * Takes drafts away by their owners and revisions, in the order of these: one that was saved anew meanwhile has another
 * revision, and stays.
 */
export const deleteTaken = {
  name: 'delete-taken-drafts',
  text: `
  with chosen as (
    select d.user_id, d.revision
    from unnest($2::text[], $3::uuid[]) as p (user_id, revision)
    join draft d on d.cloud_id = $1 and d.user_id = p.user_id and d.revision = p.revision
    order by d.user_id, d.revision
    for update of d
  )
  delete from draft d
  using chosen s
  where d.cloud_id = $1 and d.user_id = s.user_id and d.revision = s.revision`,
};

/** With a message that is deleted goes the edit of it that was under way. */
export const deleteEdits = {
  name: 'delete-edits',
  text: 'delete from draft d where d.cloud_id = $1 and d.message_id = any ($2::text[])',
};

/** What someone sends, and the draft that it came of. */
interface Taking {
  readonly sender: { readonly id: string };
  readonly draft: string | null;
}

/** Those that are named, and no others. Nothing is asked where none is. */
export async function takeDrafts(queries: Queries, cloudId: string, sends: Iterable<Taking>): Promise<void> {
  const named = [...sends].flatMap(({ sender, draft }) => (draft === null ? [] : [{ userId: sender.id, draft }]));
  if (named.length === 0) return;
  await queries.query(deleteTaken, [cloudId, named.map(({ userId }) => userId), named.map(({ draft }) => draft)]);
}
