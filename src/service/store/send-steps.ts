import type { NewMessage, SendAnswer, SendCount } from '../conversation/conversation-store';
import { type ClaimRow, createOnce } from './claim';
import type { Clock } from './clock';
import { quotaColumns, quotaParameters, type SentRow, toSendCount } from './count-sends';
import type { Parameter } from './database';
import { storableText } from './storable-text';

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
    ...[JSON.stringify(message.body), storableText(message.text), issue?.id ?? null, issue?.key ?? null],
    ...[origin.kind, origin.label === null ? null : storableText(origin.label)],
    ...[claim?.key ?? null, claim?.fingerprint ?? null],
    ...quotaParameters(message.quota, now),
  ];
}

/**
 * The last steps of a send. They read `allowed`, which the claim left of the messages, and `opened`: the rows of their
 * conversations as taken, with `last_message_id` being the message's id. `match` joins the two. `sent` holds the result.
 */
export function sendSteps(match: string): string {
  return `
  sent as (
    insert into message (cloud_id, conversation_id, id, claimed_id, sender_id, sender_kind, body, text,
      issue_id, issue_key, origin_kind, origin_label)
    select o.cloud_id, o.id, o.last_message_id,
      case when a.claim_key is not null then nullif(a.created_id, o.last_message_id) end,
      a.caller_id, a.sender_kind, a.body, a.text, a.issue_id, a.issue_key, a.origin_kind, a.origin_label
    from allowed a
    join opened o on ${match}
    returning cloud_id, conversation_id, id, issue_id
  ), noted as (
    insert into conversation_issue (cloud_id, issue_id, conversation_id, last_message_id)
    select s.cloud_id, s.issue_id, s.conversation_id, s.id from sent s where s.issue_id is not null
    on conflict (cloud_id, issue_id, conversation_id) do update set last_message_id = excluded.last_message_id
  )`;
}

/** Sends, or says why not and what the key sent before. `send` runs the statement, whose one row is `sentColumns`. */
export async function sendOnce(
  { claim, quota }: Pick<NewMessage, 'claim' | 'quota'>,
  send: () => Promise<SentRow[]>,
  findClaim: (key: string) => Promise<ClaimRow | null>,
): Promise<SendAnswer> {
  let count: SendCount | null = null;
  const creation = await createOnce<{ readonly id: string }>({
    claim,
    create: async () => {
      const [row] = await send();
      if (!row) throw new Error('A send gave nothing back.');
      count = toSendCount(row);
      if (quota && count && count.sends > quota.limit) return 'limited';
      if (row.is_barred) return 'blocked';
      return row.id === null ? null : { id: row.id };
    },
    findClaim,
    replay: async (id) => ({ id }),
  });
  return { ...creation, ...(count === null ? {} : { count }) };
}
