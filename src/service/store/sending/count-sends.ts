import type { SeenConversation, SendCount, SendQuota } from '../../conversation/conversation-store';
import type { Queries } from '../engine/database';
import { inMilliseconds } from '../engine/milliseconds';
import { orderPair } from '../rows/direct-pair';
import { type Ends, findOtherEnd } from './lock-places';
import { keyOfPlace, type PendingSend } from './pending-send';

/** Milliseconds of the window in which sends are counted. */
const window = 60_000;

/**
 * Adds what a batch holds of each caller and subject at once, since a statement cannot take a row twice. The count goes
 * on where the clock of another node has begun the next window already.
 */
export const addCounts = {
  name: 'add-counts',
  text: `
  insert into send_count as n (cloud_id, caller_id, subject, counted_from, sends)
  select $1::uuid as cloud_id, t.caller_id, t.subject, t.counted_from, t.sends
  from unnest($2::text[], $3::text[], $4::timestamptz[], $5::integer[]) as t (caller_id, subject, counted_from, sends)
  on conflict (cloud_id, caller_id, subject) do update
    set sends = case when n.counted_from >= excluded.counted_from then n.sends + excluded.sends else excluded.sends end,
      counted_from = greatest(n.counted_from, excluded.counted_from)
  returning n.caller_id, n.subject, ${inMilliseconds('n.counted_from')}, n.sends`,
};

/** What is counted: a send, or what counts as one. */
type Counted = Pick<PendingSend, 'sender' | 'quotas' | 'askedAt' | 'place'>;

/** Who is at the ends of the places, by `keyOfPlace`. */
type Places = ReadonlyMap<string, Ends>;

interface Group {
  readonly callerId: string;
  readonly subject: string;
  countedFrom: number;
  readonly sends: Counted[];
}

interface CountRow {
  readonly caller_id: string;
  readonly subject: string;
  readonly counted_from: number;
  readonly sends: number;
}

/**
 * Counts the sends that are under quotas, those that are refused later on as well, and says what each came to under each
 * of its own: in the order of the batch, as if they had come one after the other. The rows are taken in the order of
 * their keys.
 */
export async function countSends<Send extends Counted>(
  queries: Queries,
  cloudId: string,
  sends: readonly Send[],
  places: Places,
): Promise<ReadonlyMap<Send, readonly SendCount[]>> {
  const counts = new Map<Send, SendCount[]>();
  const groups = groupSends(sends, places);
  if (groups.size === 0) return counts;
  const sorted = [...groups.keys()].sort().flatMap((key) => groups.get(key) ?? []);
  const rows = await queries.query<CountRow>(addCounts, [
    cloudId,
    sorted.map(({ callerId }) => callerId),
    sorted.map(({ subject }) => subject),
    sorted.map(({ countedFrom }) => new Date(countedFrom).toISOString()),
    sorted.map((group) => String(group.sends.length)),
  ]);
  const counted = new Map(rows.map((row) => [keyOfGroup(row.caller_id, row.subject), row]));
  for (const send of sends) {
    const ofSend = send.quotas.flatMap((quota) => {
      const key = keyOfGroup(callerOf(quota, send), subjectOf(quota, send, places));
      const [group, row] = [groups.get(key), counted.get(key)];
      if (!group || !row) return [];
      const sends = row.sends - group.sends.length + group.sends.indexOf(send) + 1;
      const ofRule = quota.callerId === undefined ? {} : { limitOfRule: quota.limit };
      return [{ sends, endsAt: new Date(row.counted_from + window), ...ofRule }];
    });
    counts.set(send, ofSend);
  }
  return counts;
}

/**
 * Counts one thing that counts as a send and is done to a conversation by its id, which may not be there. A direct one
 * counts by its other end.
 */
export async function countByPlace(
  queries: Queries,
  cloudId: string,
  one: Pick<Counted, 'sender' | 'quotas' | 'askedAt'> & { readonly conversationId: string },
  seen: SeenConversation | null,
): Promise<readonly SendCount[]> {
  const counted = {
    ...one,
    place: { kind: 'conversation', conversationId: one.conversationId, joins: false } as const,
  };
  const other = seen?.isMember ? seen.conversation.user?.id : undefined;
  const ends = other === undefined ? { lowId: null, highId: null } : orderPair(one.sender.id, other);
  const places = new Map(seen === null ? [] : [[seen.conversation.id, ends]]);
  return (await countSends(queries, cloudId, [counted], places)).get(counted) ?? [];
}

/** Whether more was sent than one of the quotas allows. */
export function exceeds(counts: readonly SendCount[], quotas: readonly SendQuota[]): boolean {
  return counts.some(({ sends }, index) => sends > (quotas[index]?.limit ?? Number.POSITIVE_INFINITY));
}

function groupSends(sends: readonly Counted[], places: Places): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const send of sends) {
    const countedFrom = Math.floor(send.askedAt.getTime() / window) * window;
    for (const quota of send.quotas) {
      const [callerId, subject] = [callerOf(quota, send), subjectOf(quota, send, places)];
      const key = keyOfGroup(callerId, subject);
      const group = groups.get(key) ?? { callerId, subject, countedFrom, sends: [] };
      group.countedFrom = Math.max(group.countedFrom, countedFrom);
      group.sends.push(send);
      groups.set(key, group);
    }
  }
  return groups;
}

function callerOf({ callerId }: SendQuota, { sender }: Counted): string {
  return callerId ?? sender.id;
}

/** Neither of the two holds the character. */
function keyOfGroup(callerId: string, subject: string): string {
  return `${callerId} ${subject}`;
}

/**
 * A direct conversation counts by its other end, as it does where it is named by that. What one may not see is counted
 * by its id, like what is not there.
 */
function subjectOf({ callerId, subject }: SendQuota, send: Counted, places: Places): string {
  if (subject === '' || callerId !== undefined || send.place.kind === 'direct') return subject;
  return findOtherEnd(send, places.get(keyOfPlace(send.place))) ?? subject;
}
