import type { Issue } from '../../../contract/resources';
import type { Transaction } from '../engine/database';
import { activeHourOf, moveHours } from '../rows/active-hour.sql';
import { keepMentions } from '../rows/mentions';
import { noteIssues } from '../rows/note-issues.sql';
import { ofSite } from '../rows/of-site.sql';
import { successorId } from '../rows/successor-id';
import type { LockedPlace, LockedPlaces } from './lock-places';
import { keyOfPlace, type PendingSend } from './pending-send';

/** Who joins with a message begins behind what was said before: as far as it was
 * public it is theirs to read, and not unread. */
export const insertJoining = {
  name: 'insert-joining',
  text: `
  insert into member (cloud_id, conversation_id, user_id, role, joined_at, joined_id, history_after_id, active_hour)
  select c.cloud_id, t.conversation_id, t.user_id, 'member', t.joined_at, t.joined_id, t.history_after_id, t.hour
  from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::uuid[], $6::uuid[], $7::integer[])
    as t (conversation_id, user_id, joined_at, joined_id, history_after_id, hour)
  ${ofSite}
  on conflict (cloud_id, conversation_id, user_id) do nothing`,
};

/** `claimed_id` is the id that the record of the message's key names, where the order gave it another one. */
export const insertMessages = {
  name: 'insert-messages',
  text: `
  insert into message (cloud_id, conversation_id, id, claimed_id, sender_id, sender_kind, body, text,
    issue_id, issue_key, origin_kind, origin_label, origin_account, may_be_public)
  select c.cloud_id, t.*
  from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::boolean[]) as t (conversation_id)
  ${ofSite}`,
};

export const moveActivity = {
  name: 'move-activity',
  text: `
  update conversation c
  set last_message_id = t.id, last_activity_at = greatest(t.at, c.last_activity_at)
  from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) as t (conversation_id, id, at)
  where c.cloud_id = $1 and c.id = t.conversation_id`,
};

/** Where the rules of an account wrote: the walks over what is kept of it find these conversations, too. */
export const noteRuleOwners = {
  name: 'note-rule-owners',
  text: `
  insert into former_member (cloud_id, user_id, conversation_id)
  select c.cloud_id, t.user_id, t.conversation_id
  from unnest($2::text[], $3::uuid[]) as t (user_id, conversation_id)
  ${ofSite}
  on conflict (cloud_id, user_id, conversation_id) do nothing`,
};

type Write = (...asked: Parameters<Transaction['query']>) => void;

interface PlacedSend {
  readonly send: PendingSend;
  readonly place: LockedPlace;
  readonly id: string;
}

/** In a group beside an issue all is about that one, unless it says otherwise: it is found there. */
function issueOf({ send, place }: PlacedSend): Issue | null {
  return send.issue ?? place.issue;
}

/**
 * Writes the messages, each behind the last one of its conversation, and gives the ids that they get: the proposed one,
 * or the one after the last. The conversations are held by this transaction, and what is written goes along with its
 * commit.
 */
export function writeMessages(
  transaction: Transaction,
  cloudId: string,
  sends: readonly PendingSend[],
  places: LockedPlaces,
): ReadonlyMap<PendingSend, string> {
  const write: Write = (statement, parameters) => transaction.goAlong(transaction.query(statement, parameters));
  const placed = sends.map((send) => placeSend(send, places));
  if (placed.length === 0) return new Map();
  joinSenders(write, cloudId, placed);
  const column = (read: (one: PlacedSend) => string | null) => placed.map(read);
  write(insertMessages, [
    cloudId,
    column(({ place }) => place.id),
    column(({ id }) => id),
    column(({ send, id }) => (send.claim !== null && send.proposedId !== id ? send.proposedId : null)),
    column(({ send }) => send.sender.id),
    column(({ send }) => send.sender.kind),
    column(({ send }) => send.body),
    column(({ send }) => send.text),
    column((one) => issueOf(one)?.id ?? null),
    column((one) => issueOf(one)?.key ?? null),
    column(({ send }) => send.originKind),
    column(({ send }) => send.originLabel),
    column(({ send }) => send.originAccount),
    column(({ place }) => String(place.isPublic)),
  ]);
  touchConversations(write, cloudId, placed);
  touchIssues(write, cloudId, placed);
  noteOwners(write, cloudId, placed);
  transaction.goAlong(keepMentions(transaction, cloudId, placed.map(describeMentions)));
  return new Map(placed.map(({ send, id }) => [send, id]));
}

function placeSend(send: PendingSend, places: LockedPlaces): PlacedSend {
  const place = places.get(keyOfPlace(send.place));
  if (place === undefined) throw new Error('A message was let into a conversation that is not there.');
  const next = place.lastMessageId === null ? '' : successorId(place.lastMessageId);
  const id = send.proposedId > next ? send.proposedId : next;
  place.lastMessageId = id;
  return { send, place, id };
}

function describeMentions(one: PlacedSend) {
  const { send, place, id } = one;
  return { conversationId: place.id, messageId: id, issueId: issueOf(one)?.id ?? null, userIds: send.mentions };
}

function joinSenders(write: Write, cloudId: string, placed: readonly PlacedSend[]): void {
  const joining = placed.filter(({ send }) => send.place.kind === 'conversation' && send.place.joins);
  if (joining.length === 0) return;
  write(insertJoining, [
    cloudId,
    joining.map(({ place }) => place.id),
    joining.map(({ send }) => send.sender.id),
    joining.map(({ send }) => send.askedAt.toISOString()),
    joining.map(({ id }) => id),
    joining.map(({ place }) => place.publicFromId),
    joining.map(({ place }) => String(place.activeHour)),
  ]);
}

function touchConversations(write: Write, cloudId: string, placed: readonly PlacedSend[]): void {
  const activity = new Map<LockedPlace, number>();
  for (const { send, place } of placed) {
    activity.set(place, Math.max(activity.get(place) ?? 0, send.askedAt.getTime()));
  }
  const touched = [...activity.keys()];
  write(moveActivity, [
    cloudId,
    touched.map(({ id }) => id),
    touched.map(({ lastMessageId }) => lastMessageId),
    [...activity.values()].map((at) => new Date(at).toISOString()),
  ]);
  // Most sends are not the first of their hour, and leave the members alone.
  const moved = touched.filter((place) => activeHourOf(activity.get(place) ?? 0) > place.activeHour);
  if (moved.length > 0) write(moveHours, [cloudId, moved.map(({ id }) => id)]);
}

/** The last message about each issue in each conversation: a statement takes no row twice. */
function touchIssues(write: Write, cloudId: string, placed: readonly PlacedSend[]): void {
  const last = new Map<string, { issueId: string; conversationId: string; id: string }>();
  for (const one of placed) {
    const issue = issueOf(one);
    if (issue === null) continue;
    const { place, id } = one;
    last.set(`${issue.id} ${place.id}`, { issueId: issue.id, conversationId: place.id, id });
  }
  if (last.size === 0) return;
  const noted = [...last.keys()].sort().flatMap((key) => last.get(key) ?? []);
  write(noteIssues, [
    cloudId,
    noted.map(({ issueId }) => issueId),
    noted.map(({ conversationId }) => conversationId),
    noted.map(({ id }) => id),
  ]);
}

/** Nothing where no rule sends, or none whose owner is known. */
function noteOwners(write: Write, cloudId: string, placed: readonly PlacedSend[]): void {
  const owned = new Map<string, readonly [account: string, conversationId: string]>();
  for (const { send, place } of placed) {
    if (send.originAccount !== null) owned.set(`${send.originAccount} ${place.id}`, [send.originAccount, place.id]);
  }
  if (owned.size === 0) return;
  const noted = [...owned.keys()].sort().flatMap((key) => [owned.get(key) ?? (['', ''] as const)]);
  write(noteRuleOwners, [cloudId, noted.map(([account]) => account), noted.map(([, id]) => id)]);
}
