import { noteDeed } from '../audit/audit';
import type { Clock } from '../engine/clock';
import { walkSite } from '../people/walk-conversations';
import { countQuestions, holdQuestions } from '../rows/questions';
import { firstKeptId, type PurgeRun } from './purge-run';

const conversationsInBatch = 100;
const messagesInBatch = 200;

/** With a message that was the last one about its issue, nothing is left about that in its conversation, no marker either. */
export const deleteOldMessages = {
  name: 'delete-old-messages',
  text: `
  with chosen as (
    select m.cloud_id, m.conversation_id, m.id
    from message m
    where m.cloud_id = $1 and m.conversation_id = any ($2::text[]::uuid[]) and m.id < $3
    order by m.conversation_id, m.id
    limit $4
  ), gone as (
    delete from message m
    using chosen s
    where m.cloud_id = $1 and m.conversation_id = s.conversation_id and m.id = s.id
    returning m.cloud_id, m.conversation_id, m.id, m.issue_id
  ), forgotten as (
    delete from conversation_issue a
    using gone g
    where a.cloud_id = $1 and a.issue_id = g.issue_id and a.conversation_id = g.conversation_id
      and a.last_message_id = g.id
    returning a.cloud_id, a.issue_id, a.conversation_id
  ), unanswered as (
    delete from reaction r
    using gone g
    where r.cloud_id = $1 and r.conversation_id = g.conversation_id and r.message_id = g.id
  ), unmentioned as (
    delete from mention n
    using gone g
    where n.cloud_id = $1 and n.conversation_id = g.conversation_id and n.message_id = g.id
  ), dropped as (
    delete from issue_marker k
    using forgotten f
    where k.cloud_id = $1 and k.conversation_id = f.conversation_id and k.issue_id = f.issue_id
  )
  select g.id from gone g`,
};

/** How many are gone, and up to which conversation all are; `isFinished` where none is behind it. */
interface PurgedMessages {
  readonly count: number;
  readonly doneId: string | null;
  readonly isFinished: boolean;
}

/** @param doneId the last conversation of which nothing old is left; null at the beginning */
export async function purgeMessages(run: PurgeRun, clock: Clock, doneId: string | null): Promise<PurgedMessages> {
  const { transaction, cloudId, days } = run;
  const oldest = firstKeptId(run);
  const walked = await walkSite(transaction, cloudId, doneId, oldest, conversationsInBatch);
  const asked = await holdQuestions(transaction, cloudId, walked);
  const { length: count } = await transaction.query(deleteOldMessages, [cloudId, walked, oldest, messagesInBatch]);
  // Of each batch, as whoever takes over a run does not know what came before.
  if (count > 0) {
    await countQuestions(transaction, cloudId, asked);
    const deed = { cloudId, actorId: 'service', action: 'messages-purged', subject: null } as const;
    await noteDeed(transaction, clock, { ...deed, details: { messages: count, days } });
  }
  if (count === messagesInBatch) return { count, doneId, isFinished: false };
  return { count, doneId: walked.at(-1) ?? doneId, isFinished: walked.length < conversationsInBatch };
}
