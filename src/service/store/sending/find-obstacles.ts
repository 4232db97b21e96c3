import type { Queries } from '../engine/database';
import { barring } from '../rows/barring.sql';
import { selectBarred } from '../rows/select-barred';
import { findOtherEnd, type LockedPlaces } from './lock-places';
import { keyOfPlace, type PendingSend } from './pending-send';

/** The membership is taken as well as the conversation: who is removed meanwhile sends nothing. */
export const lockSenders = {
  name: 'lock-senders',
  text: `
  select m.conversation_id, m.user_id
  from unnest($2::uuid[], $3::text[]) as p (conversation_id, user_id)
  join member m on m.cloud_id = $1 and m.conversation_id = p.conversation_id and m.user_id = p.user_id
  order by m.conversation_id, m.user_id
  for key share of m`,
};

/** In a group a block holds where nobody else is in it. Whom nobody has blocked, which is most, costs one look. */
export const selectBarredInGroups = {
  name: 'select-barred-in-groups',
  text: `
  select p.conversation_id, p.user_id
  from unnest($2::uuid[], $3::text[]) as p (conversation_id, user_id)
  where exists (${barring({ conversation: 'p.conversation_id', author: 'p.user_id', blocked: 'p.user_id' })})`,
};

/** Those whose receiver has blocked the sender, or whoever the rule is of that sends; in a group, where nobody else is in it. */
export async function findBarred(
  queries: Queries,
  cloudId: string,
  sends: readonly PendingSend[],
  places: LockedPlaces,
): Promise<ReadonlySet<PendingSend>> {
  const [direct, inGroups] = await Promise.all([
    findBarredDirectly(queries, cloudId, sends, places),
    findBarredInGroups(queries, cloudId, sends, places),
  ]);
  return new Set([...direct, ...inGroups]);
}

async function findBarredInGroups(
  queries: Queries,
  cloudId: string,
  sends: readonly PendingSend[],
  places: LockedPlaces,
): Promise<PendingSend[]> {
  const asked = sends.flatMap((send) => {
    const place = places.get(keyOfPlace(send.place));
    return place !== undefined && place.lowId === null ? [{ send, id: place.id }] : [];
  });
  if (asked.length === 0) return [];
  const rows = await queries.query<{ conversation_id: string; user_id: string }>(selectBarredInGroups, [
    cloudId,
    asked.map(({ id }) => id),
    asked.map(({ send }) => send.sender.id),
  ]);
  const barred = new Set(rows.map(({ conversation_id, user_id }) => `${conversation_id} ${user_id}`));
  return asked.filter(({ send, id }) => barred.has(`${id} ${send.sender.id}`)).map(({ send }) => send);
}

async function findBarredDirectly(
  queries: Queries,
  cloudId: string,
  sends: readonly PendingSend[],
  places: LockedPlaces,
): Promise<ReadonlySet<PendingSend>> {
  const asked = sends.flatMap((send) => {
    const otherEnd = findOtherEnd(send, places.get(keyOfPlace(send.place)));
    if (otherEnd === null) return [];
    const authors = send.originAccount === null ? [send.sender.id] : [send.sender.id, send.originAccount];
    return authors.map((author) => ({ send, otherEnd, author }));
  });
  if (asked.length === 0) return new Set();
  const rows = await queries.query<{ user_id: string; blocked_id: string }>(selectBarred, [
    cloudId,
    asked.map(({ otherEnd }) => otherEnd),
    asked.map(({ author }) => author),
  ]);
  const blocks = new Set(rows.map(({ user_id, blocked_id }) => `${user_id} ${blocked_id}`));
  return new Set(asked.filter(({ otherEnd, author }) => blocks.has(`${otherEnd} ${author}`)).map(({ send }) => send));
}

/** Takes the memberships of those who send as members; each as `keyOfSender`. */
export async function takeSenders(
  queries: Queries,
  cloudId: string,
  sends: readonly PendingSend[],
): Promise<ReadonlySet<string>> {
  const asked = sends.flatMap(({ place, sender }) =>
    place.kind === 'conversation' && !place.joins ? [{ id: place.conversationId, userId: sender.id }] : [],
  );
  if (asked.length === 0) return new Set();
  const rows = await queries.query<{ conversation_id: string; user_id: string }>(lockSenders, [
    cloudId,
    asked.map(({ id }) => id),
    asked.map(({ userId }) => userId),
  ]);
  return new Set(rows.map(({ conversation_id, user_id }) => keyOfSender(conversation_id, user_id)));
}

/** Whether it may be sent where it is to go: into a conversation that is there and goes on, by a member. */
export function isOpen({ place, sender }: PendingSend, places: LockedPlaces, members: ReadonlySet<string>): boolean {
  if (place.kind === 'direct') return true;
  const locked = places.get(place.conversationId);
  if (locked === undefined) return false;
  return place.joins || (!locked.isArchived && members.has(keyOfSender(place.conversationId, sender.id)));
}

function keyOfSender(conversationId: string, userId: string): string {
  return `${conversationId} ${userId}`;
}
