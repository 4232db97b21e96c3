import type { NewMessage, SendAnswer, SendCount, SendQuota } from '../../conversation/conversation-store';
import { type ClaimRow, createOnce } from '../claims/claim';
import { quotaColumns, quotaParameters, type SentRow, toSendCount } from '../claims/count-sends';
import type { Clock } from '../engine/clock';
import type { Parameter } from '../engine/database';
import { searchableText, storableText } from '../engine/storable-text';

/** The columns of a message to send, from the first 17 parameters: one row, and the only place that knows of one. */
export const messageInput = `$1::uuid as cloud_id, $2::text as caller_id, $3::text as sender_kind,
      $4::uuid as conversation_id, $5::uuid as created_id, $6::timestamptz as asked_at, $7::text as body, $8::text as text,
      $9::text as issue_id, $10::text as issue_key, $11::text as origin_kind, $12::text as origin_label,
      $13::text as claim_key, $14::text as fingerprint, ${quotaColumns(15)}`;

/** The values of `messageInput`. The ids are those to take where nothing stands against them. */
export function messageParameters(
  clock: Clock,
  now: Date,
  conversationId: string,
  message: Omit<NewMessage, 'recipientId'>,
): Parameter[] {
  const { cloudId, sender, claim, issue, origin } = message;
  return [
    ...[cloudId, sender.id, sender.kind, conversationId, clock.newId(now), now],
    ...[JSON.stringify(message.body), searchableText(message.text), issue?.id ?? null, issue?.key ?? null],
    ...[origin.kind, origin.label === null ? null : storableText(origin.label)],
    ...[claim?.key ?? null, claim?.fingerprint ?? null],
    ...quotaParameters(message.quota, now),
  ];
}

/**
 * The last steps of a send. They read `allowed`, which the claim left of the messages, and `opened`: the rows of their
 * conversations as taken, with `last_message_id` being the message's id. `match` joins the two. `placed` holds where
 * each message went (`place_id`) and under which id, `sent` the result.
 */
export function sendSteps(match: string): string {
  return `
  placed as (
    select a.*, o.id as place_id, o.last_message_id as message_id
    from allowed a
    join opened o on ${match}
  ), sent as (
    insert into message (cloud_id, conversation_id, id, claimed_id, sender_id, sender_kind, body, text,
      issue_id, issue_key, origin_kind, origin_label)
    select p.cloud_id, p.place_id, p.message_id,
      case when p.claim_key is not null then nullif(p.created_id, p.message_id) end,
      p.caller_id, p.sender_kind, p.body, p.text, p.issue_id, p.issue_key, p.origin_kind, p.origin_label
    from placed p
    returning cloud_id, conversation_id, id, issue_id
  ), noted as (
    insert into conversation_issue (cloud_id, issue_id, conversation_id, last_message_id)
    select s.cloud_id, s.issue_id, s.conversation_id, s.id from sent s where s.issue_id is not null
    on conflict (cloud_id, issue_id, conversation_id) do update set last_message_id = excluded.last_message_id
  )`;
}

/**
 * Sends, or says why not and what the key sent before. `send` runs the statement, whose one row is `sentColumns`; where
 * it has to run again, the send was counted by the first time.
 */
export async function sendOnce(
  { claim, quota }: Pick<NewMessage, 'claim' | 'quota'>,
  send: (quota: SendQuota | null) => Promise<SentRow[]>,
  findClaim: (key: string) => Promise<ClaimRow | null>,
): Promise<SendAnswer> {
  let count: SendCount | null = null;
  const creation = await createOnce<{ readonly id: string }>({
    claim,
    create: async () => {
      const [row] = await send(count === null ? quota : null);
      if (!row) throw new Error('A send gave nothing back.');
      count ??= toSendCount(row);
      if (quota && count && count.sends > quota.limit) return 'limited';
      if (row.is_barred) return 'blocked';
      return row.id === null ? null : { id: row.id };
    },
    findClaim,
    replay: async (id) => ({ id }),
  });
  return { ...creation, ...(count === null ? {} : { count }) };
}
