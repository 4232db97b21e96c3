import { inMilliseconds } from '../engine/milliseconds';

/** Held against being deleted: its words are kept as they stand. */
export const selectReported = {
  name: 'select-reported',
  text: `
  select m.sender_id, m.sender_kind, coalesce(m.origin_account, m.sender_id) as author_id, m.body,
    ${inMilliseconds('m.edited_at')}, m.notice_what is not null as is_notice
  from message m
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3 and m.id > $4
  for share of m`,
};

/** Reports of one person come one after the other, by their first one that waits: a count holds until what it allowed is kept. */
export const lockReports = {
  name: 'lock-reports',
  text: `
  select r.id from report r
  where r.cloud_id = $1 and r.reporter_id = $2 and r.outcome is null
  order by r.id
  limit 1
  for update of r`,
};

/** How many of the person's reports wait, and whether one about this message is among them. */
export const countReports = {
  name: 'count-reports',
  text: `
  select count(*)::integer as reports, coalesce(bool_or(r.message_id = $3), false) as is_known
  from report r
  where r.cloud_id = $1 and r.reporter_id = $2 and r.outcome is null`,
};

export const insertReport = {
  name: 'insert-report',
  text: `
  insert into report (cloud_id, id, conversation_id, message_id, reporter_id, sender_id, sender_kind, author_id, reason,
    note, body, edited_at, reported_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  on conflict do nothing`,
};

/** The newest first, before the id $3. */
export const selectOwnReports = {
  name: 'select-own-reports',
  text: `
  select r.id, r.conversation_id, r.message_id, r.reason, r.outcome, ${inMilliseconds('r.reported_at')},
    ${inMilliseconds('r.decided_at')}
  from report r
  where r.cloud_id = $1 and r.reporter_id = $2 and r.id < $3
  order by r.id desc
  limit $4`,
};

const waitingColumns = `r.id, r.reporter_id, r.sender_id, r.sender_kind, r.reason, ${inMilliseconds('r.reported_at')},
    c.low_id is null as is_group`;

/** Nobody is shown a report about what they wrote: it would tell who reported them. */
export const selectWaiting = {
  name: 'select-waiting-reports',
  text: `
  select ${waitingColumns}
  from report r
  join conversation c on c.cloud_id = $1 and c.id = r.conversation_id
  where r.cloud_id = $1 and r.author_id <> $2 and r.outcome is null and r.id > $3
  order by r.id
  limit $4`,
};

export const selectReport = {
  name: 'select-report',
  text: `
  select ${waitingColumns}, r.note, r.body, r.message_id, r.outcome, r.conversation_id, c.low_id, c.high_id,
    case when m.id is null or m.deleted_at is not null then 'deleted'
      when m.edited_at is distinct from r.edited_at then 'edited' else 'same' end as message_now
  from report r
  join conversation c on c.cloud_id = $1 and c.id = r.conversation_id
  left join message m on m.cloud_id = $1 and m.conversation_id = r.conversation_id and m.id = r.message_id
  where r.cloud_id = $1 and r.id = $2 and r.author_id <> $3`,
};

/** One that waits; whoever decides it meanwhile is waited for. */
export const lockReport = {
  name: 'lock-report',
  text: 'select r.outcome from report r where r.cloud_id = $1 and r.id = $2 for update of r',
};

export const dismissReport = {
  name: 'dismiss-report',
  text: `
  update report r set outcome = 'dismissed', decided_at = $3, body = null, note = ''
  where r.cloud_id = $1 and r.id = $2 and r.outcome is null`,
};

/** Whoever reported the same message learns the same. */
export const settleReports = {
  name: 'settle-reports',
  text: `
  update report r set outcome = 'removed', decided_at = $4, body = null, note = ''
  where r.cloud_id = $1 and r.conversation_id = $2 and r.message_id = $3 and r.outcome is null`,
};

/** One that its author deleted before stays their deed. */
export const removeWords = {
  name: 'remove-words',
  text: `
  update message m set body = null, text = '', deleted_at = $4, is_removed = true, awaits_answer = false
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3 and m.deleted_at is null`,
};
