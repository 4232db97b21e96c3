import type { Creation, IdempotencyClaim } from '../../conversation/conversation-store';
import type { Queries } from '../engine/database';
import { lockNotAvailable, sqlState } from '../engine/sql-state';

/**
 * Takes the keys that are free, that is unused in the last 24 hours, and gives them back. A difference of two times is the
 * same in every time zone, which a distributed engine asks of such a condition.
 */
export const insertClaims = {
  name: 'insert-claims',
  text: `
  insert into idempotency as i (cloud_id, caller_id, key, fingerprint, created_id, created_at)
  select $1::uuid as cloud_id, t.caller_id, t.key, t.fingerprint, t.created_id, t.asked_at
  from unnest($2::text[], $3::text[], $4::text[], $5::uuid[], $6::timestamptz[])
    as t (caller_id, key, fingerprint, created_id, asked_at)
  on conflict (cloud_id, caller_id, key) do update
    set fingerprint = excluded.fingerprint, created_id = excluded.created_id, created_at = excluded.created_at
    where excluded.created_at - i.created_at >= interval '24 hours'
  returning i.caller_id, i.key`,
};

/** What is to be made once, under the key of its claim. */
export interface Claiming {
  readonly sender: { readonly id: string };
  readonly claim: IdempotencyClaim | null;
  readonly proposedId: string;
  readonly askedAt: Date;
}

/**
 * Leaves those whose key is free, or which bring none; of several with the same key, the first. The record is written
 * in the same commit as what it stands for. The keys are taken in one order, as every batch does.
 */
export async function claimKeys<Made extends Claiming>(
  queries: Queries,
  cloudId: string,
  all: readonly Made[],
): Promise<Made[]> {
  const first = new Map<string, Made & { readonly claim: IdempotencyClaim }>();
  for (const one of all) {
    const key = one.claim && keyOfClaim(one.sender.id, one.claim.key);
    if (one.claim && key !== null && !first.has(key)) first.set(key, { ...one, claim: one.claim });
  }
  if (first.size === 0) return [...all];
  const claiming = [...first.keys()].sort().flatMap((key) => first.get(key) ?? []);
  const rows = await queries.query<{ caller_id: string; key: string }>(insertClaims, [
    cloudId,
    claiming.map(({ sender }) => sender.id),
    claiming.map(({ claim }) => claim.key),
    claiming.map(({ claim }) => claim.fingerprint),
    claiming.map(({ proposedId }) => proposedId),
    claiming.map(({ askedAt }) => askedAt.toISOString()),
  ]);
  const free = new Set(rows.map(({ caller_id, key }) => keyOfClaim(caller_id, key)));
  // The first under a key takes it away for those behind it.
  return all.filter(({ sender, claim }) => claim === null || free.delete(keyOfClaim(sender.id, claim.key)));
}

function keyOfClaim(callerId: string, key: string): string {
  return `${callerId} ${key}`;
}

/**
 * `created_id` of a message is the one that was proposed for it; `claimed_id` says which message got another one, in
 * the conversation $4, or in the direct one of $5 and $6.
 */
export const selectClaim = {
  name: 'select-claim',
  text: `
  select i.fingerprint, coalesce(m.id, i.created_id) as created_id
  from idempotency i
  left join message m on m.cloud_id = $1 and m.claimed_id = i.created_id and m.conversation_id = coalesce($4::uuid,
    (select c.id from conversation c where c.cloud_id = $1 and c.low_id = $5 and c.high_id = $6))
  where i.cloud_id = $1 and i.caller_id = $2 and i.key = $3`,
};

export interface ClaimRow {
  readonly fingerprint: string;
  readonly created_id: string;
}

interface Once<T> {
  readonly claim: IdempotencyClaim | null;
  /** Null when the key was used before, or when what it is for is not there or not open to the caller; `limited` when a quota of it is. */
  create(): Promise<T | 'limited' | 'blocked' | null>;
  /** Null when there is no such record (any more). */
  findClaim(key: string): Promise<ClaimRow | null>;
  replay(createdId: string): Promise<T>;
}

/** Creates, or says what the key made before. Where neither is so, the store's own conditions were not met. */
export async function createOnce<T>({ claim, create, findClaim, replay }: Once<T>): Promise<Creation<T>> {
  // The second round is for a record that ended between the two queries.
  for (const _round of [1, 2]) {
    const value = await create().catch((error: unknown) => refuseWait<T>(claim, error));
    if (value === 'in-flight') return { outcome: 'in-flight' };
    if (value === 'limited') return { outcome: 'limited' };
    if (value !== null && value !== 'blocked') return { outcome: 'created', value };
    // What was sent before a block is answered again all the same.
    const record = claim && (await findClaim(claim.key));
    if (record && record.fingerprint !== claim?.fingerprint) return { outcome: 'mismatch' };
    if (record) return { outcome: 'replayed', value: await replay(record.created_id) };
    if (value === 'blocked') return { outcome: 'blocked' };
    if (claim === null) break;
  }
  return { outcome: 'refused' };
}

/**
 * The session's lock_timeout of 5 s ran out. With a key, the lock is that of its first request, or of a crowded
 * conversation, where the same answer is right: nothing was done, and the same key may be sent again. (Without a key
 * it stays the failure of an engine that took too long.)
 */
function refuseWait<T>(claim: IdempotencyClaim | null, error: unknown): T | 'in-flight' {
  if (claim && sqlState(error) === lockNotAvailable) return 'in-flight';
  throw error;
}

export async function findClaim(
  database: Queries,
  parameters: readonly [cloudId: string, callerId: string, key: string, ...place: (string | null)[]],
): Promise<ClaimRow | null> {
  const [row] = await database.query<ClaimRow>(selectClaim, parameters);
  return row ?? null;
}
