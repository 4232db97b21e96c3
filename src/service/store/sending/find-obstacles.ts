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
  const direct = await findBarredDirectly(queries, cloudId, sends, places);
  const inGroups = await findBarredInGroups(queries, cloudId, sends, places);
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

/** Those of them that may be sent where they are to go: into a conversation that is there and goes on, by a member. */
export async function keepOpen(
  queries: Queries,
  cloudId: string,
  sends: readonly PendingSend[],
  places: LockedPlaces,
): Promise<PendingSend[]> {
  const asked = sends.flatMap((send) =>
    send.place.kind === 'conversation' && !send.place.joins ? [{ send, id: send.place.conversationId }] : [],
  );
  const members = new Set<string>();
  if (asked.length > 0) {
    const rows = await queries.query<{ conversation_id: string; user_id: string }>(lockSenders, [
      cloudId,
      asked.map(({ id }) => id),
      asked.map(({ send }) => send.sender.id),
    ]);
    for (const { conversation_id, user_id } of rows) members.add(`${conversation_id} ${user_id}`);
  }
  return sends.filter(({ place, sender }) => {
    if (place.kind === 'direct') return true;
    const locked = places.get(place.conversationId);
    if (locked === undefined) return false;
    return place.joins || (!locked.isArchived && members.has(`${place.conversationId} ${sender.id}`));
  });
}
