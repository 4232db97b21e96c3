import type { SendCount, SendQuota } from '../../conversation/conversation-store';
import type { Parameter } from '../engine/database';
import { inMilliseconds } from '../engine/milliseconds';

/** Milliseconds of the window in which sends are counted. */
const window = 60_000;

const isCountOf = 'n.cloud_id = t.cloud_id and n.caller_id = t.caller_id and n.subject = t.subject';

/**
 * Steps of a statement that sends. They read `given` (cloud_id, caller_id, created_id and the columns of `quotaColumns`;
 * one row, as long as nothing adds up those of one caller and subject) and leave in `admitted` what is within its limit,
 * in `counting` what each row counts against, and in `counted` what that came to. The count is kept in the same commit
 * as the message, for all nodes, and goes on where the clock of another node has begun the next window already. What is
 * refused further on counts, too. Every send takes its count first, before any other row, so that no two wait for each
 * other in a circle. `subject` is SQL over `g`, the given row.
 */
export function countSteps(subject = 'g.quota_subject'): string {
  return `
  counting as (
    select g.cloud_id, g.caller_id, g.created_id, ${subject} as subject, g.counted_from
    from given g
    where g.quota_limit is not null
  ), counted as (
    insert into send_count as n (cloud_id, caller_id, subject, counted_from, sends)
    select t.cloud_id, t.caller_id, t.subject, t.counted_from, 1 from counting t
    on conflict (cloud_id, caller_id, subject) do update
      set sends = case when n.counted_from >= excluded.counted_from then n.sends + 1 else 1 end,
        counted_from = greatest(n.counted_from, excluded.counted_from)
    returning n.cloud_id, n.caller_id, n.subject, n.counted_from, n.sends
  ), admitted as (
    select g.*
    from given g
    where g.quota_limit is null or exists (
      select 1
      from counting t
      join counted n on ${isCountOf}
      where t.cloud_id = g.cloud_id and t.created_id = g.created_id and n.sends <= g.quota_limit
    )
  )`;
}

/**
 * A direct conversation counts by its other end, as it does where it is named by that. What one may not see is counted
 * by its id, like what is not there.
 */
export const subjectOfConversation = `case when g.quota_subject = '' then '' else coalesce((
      select case when c.low_id = g.caller_id then c.high_id else c.low_id end
      from conversation c
      where c.cloud_id = g.cloud_id and c.id = g.conversation_id and g.caller_id in (c.low_id, c.high_id)
    ), g.quota_subject) end`;

/** What such a statement gives back: a row for each that was given, with the message's id where one was sent. */
export const sentColumns = `
  select p.message_id as id, n.sends, ${inMilliseconds('n.counted_from')}, x.cloud_id is not null as is_barred
  from given g
  left join counting t on t.cloud_id = g.cloud_id and t.created_id = g.created_id
  left join counted n on ${isCountOf}
  left join barred x on x.cloud_id = g.cloud_id and x.created_id = g.created_id
  left join placed p on p.cloud_id = g.cloud_id and p.created_id = g.created_id`;

/** What `given` holds for the count, beginning with this parameter: as many as `quotaParameters` gives. */
export function quotaColumns(first: number): string {
  return `$${first}::text as quota_subject, $${first + 1}::integer as quota_limit, $${first + 2}::timestamptz as counted_from`;
}

export function quotaParameters(quota: SendQuota | null, now: Date): Parameter[] {
  return [quota?.subject ?? null, quota?.limit ?? null, new Date(Math.floor(now.getTime() / window) * window)];
}

/** A row of `sentColumns`; the counts are null where nothing was counted. */
export interface SentRow {
  readonly id: string | null;
  readonly sends: number | null;
  readonly counted_from: number | null;
  /** The receiver has blocked the sender. */
  readonly is_barred: boolean;
}

export function toSendCount({ sends, counted_from }: SentRow): SendCount | null {
  return sends === null || counted_from === null ? null : { sends, endsAt: new Date(counted_from + window) };
}

export const deleteCounts = {
  name: 'delete-counts',
  text: `delete from send_count n where n.cloud_id = $1 and n.counted_from <= $2::timestamptz - interval '1 hour'`,
};
