import type { Erasure } from '../../../contract/people';
import { noteDeed } from '../audit/audit';
import type { Clock } from '../engine/clock';
import type { Database, Transaction } from '../engine/database';
import { deleteReactions } from '../rows/delete-reactions';
import { deleteMentions } from '../rows/mentions';
import { beforeAllIds } from '../rows/outer-ids';
import { countQuestions, holdQuestions } from '../rows/questions';
import { walkAccount } from './walk-conversations';

/** How much one commit takes, so that nobody waits long for its locks. */
const conversationsInBatch = 100;
const messagesInBatch = 200;

export const insertErasure = {
  name: 'insert-erasure',
  text: `
  insert into erasure (cloud_id, user_id, message_count, begun_at) values ($1, $2, 0, $3)
  on conflict (cloud_id, user_id) do nothing
  returning user_id`,
};

/** Takes the row: of two who erase the same account, one waits for the batch of the other. */
export const selectErasure = {
  name: 'select-erasure',
  text: `
  select e.done_id, e.message_count from erasure e where e.cloud_id = $1 and e.user_id = $2 for update`,
};

export const updateErasure = {
  name: 'update-erasure',
  text: `
  update erasure e set done_id = $3, message_count = $4 where e.cloud_id = $1 and e.user_id = $2`,
};

export const deleteErasure = {
  name: 'delete-erasure',
  text: 'delete from erasure e where e.cloud_id = $1 and e.user_id = $2',
};

export const erasePreference = {
  name: 'erase-preference',
  text: 'delete from preference p where p.cloud_id = $1 and p.user_id = $2',
};

export const eraseBlocks = {
  name: 'erase-blocks',
  text: 'delete from block b where b.cloud_id = $1 and b.user_id = $2',
};

export const eraseDrafts = {
  name: 'erase-drafts',
  text: 'delete from draft d where d.cloud_id = $1 and d.user_id = $2',
};

export const eraseReminders = {
  name: 'erase-reminders',
  text: 'delete from reminder r where r.cloud_id = $1 and r.user_id = $2',
};

export const eraseReactions = {
  name: 'erase-reactions',
  text: 'delete from reaction r where r.cloud_id = $1 and r.user_id = $2',
};

export const eraseMentions = {
  name: 'erase-mentions',
  text: 'delete from mention n where n.cloud_id = $1 and n.user_id = $2',
};

/** What they reported, and what was reported of them. */
export const eraseReports = {
  name: 'erase-reports',
  text: 'delete from report r where r.cloud_id = $1 and (r.reporter_id = $2 or r.author_id = $2)',
};

/** Whoever named them as their substitute names nobody. */
export const eraseSubstitute = {
  name: 'erase-substitute',
  text: 'update preference p set away_substitute = null where p.cloud_id = $1 and p.away_substitute = $2',
};

export const eraseCounts = {
  name: 'erase-counts',
  text: 'delete from send_count n where n.cloud_id = $1 and n.caller_id = $2',
};

/** Records of idempotency hold a hash of what was sent. */
export const eraseClaims = {
  name: 'erase-claims',
  text: 'delete from idempotency i where i.cloud_id = $1 and i.caller_id = $2',
};

/** Of a client, when it was last let in. */
export const eraseClientUse = {
  name: 'erase-client-use',
  text: `delete from client_use u where u.cloud_id = $1 and 'client:' || u.client_id = $2`,
};

/**
 * The label is the sender's own text, too. Tombstones of before lose it as well. What a rule of the account sent is the
 * app's message: it stays, and tells no more whose rule it was.
 */
export const eraseWordsOfAccount = {
  name: 'erase-words-of-account',
  text: `
  with chosen as (
    select m.cloud_id, m.conversation_id, m.id
    from message m
    where m.cloud_id = $1 and m.conversation_id = any ($2::text[]::uuid[]) and (m.origin_account = $3
      or (m.sender_id = $3 and (m.deleted_at is null or m.origin_label is not null)))
    order by m.conversation_id, m.id
    limit $5
  )
  update message m
  set body = case when m.sender_id <> $3 then m.body end, text = case when m.sender_id <> $3 then m.text else '' end,
    origin_label = case when m.sender_id <> $3 then m.origin_label end, origin_account = null,
    deleted_at = case when m.sender_id <> $3 then m.deleted_at else coalesce(m.deleted_at, $4) end,
    awaits_answer = m.awaits_answer and m.sender_id <> $3
  from chosen s
  where m.cloud_id = $1 and m.conversation_id = s.conversation_id and m.id = s.id
  returning m.sender_id = $3 as is_own, m.conversation_id, m.id`,
};

interface Erasing {
  readonly cloudId: string;
  readonly userId: string;
  readonly actorId: string;
}

/**
 * What is kept for the account, then a batch of its words, at the end what was reported: each in a commit of its own, so
 * that none is held while another is waited for, which a send, a report or a decision about one takes in another order.
 */
export async function eraseBatch(
  database: Database,
  clock: Clock,
  cloudId: string,
  userId: string,
  actorId: string,
): Promise<Erasure> {
  const erasing = { cloudId, userId, actorId };
  await begin(database, clock, erasing);
  const batch = await database.transaction(async (transaction) => {
    const [state] = await transaction.query<ErasureRow>(selectErasure, [cloudId, userId]);
    if (!state) return null;
    const next = await eraseNext(transaction, clock.now(), { cloudId, userId, state });
    const { messages, doneId } = next;
    // The last batch is taken again where the end is not reached, and finds nothing.
    await transaction.query(updateErasure, [cloudId, userId, doneId ?? state.done_id, messages]);
    return next;
  });
  // Another one finished it just now: nothing is left of what this call joined.
  if (batch === null) return { messages: 0, isFinished: true };
  if (batch.doneId === null) await finish(database, clock, erasing);
  return { messages: batch.messages, isFinished: batch.doneId === null };
}

async function begin(database: Database, clock: Clock, { cloudId, userId, actorId }: Erasing): Promise<void> {
  await database.transaction(async (transaction) => {
    const begun = await transaction.query(insertErasure, [cloudId, userId, clock.now()]);
    if (begun.length === 0) return;
    // Counts, claims, drafts, as a send takes them, so that no two wait for each other in a circle.
    const choices = [erasePreference, eraseBlocks, eraseReminders, eraseClientUse];
    for (const statement of [...choices, eraseCounts, eraseClaims, eraseDrafts, eraseReactions, eraseMentions]) {
      await transaction.query(statement, [cloudId, userId]);
    }
    const deed = { cloudId, actorId, subject: userId, action: 'account-erase-begun' } as const;
    await noteDeed(transaction, clock, { ...deed, details: {} });
  });
}

/** A report of what was still there may have come meanwhile, and so may somebody's substitute. */
async function finish(database: Database, clock: Clock, { cloudId, userId, actorId }: Erasing): Promise<void> {
  await database.transaction(async (transaction) => {
    const [state] = await transaction.query<ErasureRow>(selectErasure, [cloudId, userId]);
    // Another one was faster.
    if (!state) return;
    await transaction.query(eraseReports, [cloudId, userId]);
    await transaction.query(eraseSubstitute, [cloudId, userId]);
    await transaction.query(deleteErasure, [cloudId, userId]);
    const deed = { cloudId, actorId, subject: userId, action: 'account-erased' } as const;
    await noteDeed(transaction, clock, { ...deed, details: { messages: state.message_count } });
  });
}

interface ErasedRow {
  readonly is_own: boolean;
  readonly conversation_id: string;
  readonly id: string;
}

interface ErasureRow {
  readonly done_id: string | null;
  readonly message_count: number;
}

/** `doneId` is null when no conversation is left. */
async function eraseNext(
  transaction: Transaction,
  now: Date,
  { cloudId, userId, state }: { cloudId: string; userId: string; state: ErasureRow },
): Promise<{ messages: number; doneId: string | null }> {
  const walked = await walkAccount(transaction, cloudId, userId, state.done_id, conversationsInBatch);
  const asked = await holdQuestions(transaction, cloudId, walked);
  const parameters = [cloudId, walked, userId, now, messagesInBatch];
  const erased = await transaction.query<ErasedRow>(eraseWordsOfAccount, parameters);
  await countQuestions(transaction, cloudId, asked);
  const own = erased.filter((message) => message.is_own);
  if (own.length > 0) {
    const ids = [own.map((message) => message.conversation_id), own.map(({ id }) => id)];
    await transaction.query(deleteReactions, [cloudId, ...ids]);
    await transaction.query(deleteMentions, [cloudId, ...ids]);
  }
  const messages = state.message_count + own.length;
  if (erased.length === messagesInBatch) return { messages, doneId: state.done_id ?? beforeAllIds };
  return { messages, doneId: walked.length === conversationsInBatch ? (walked.at(-1) ?? null) : null };
}
