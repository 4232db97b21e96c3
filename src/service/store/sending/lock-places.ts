import type { Issue } from '../../../contract/resources';
import type { Queries } from '../engine/database';
import { keyOfPlace, type PendingSend } from './pending-send';

/**
 * Takes the conversations of a batch that are there, named by their ids ($2) or by their ends ($3, $4), in the order of
 * their ids: so no two batches, of whichever nodes, wait for each other in a circle. What follows in the transaction
 * sees what was committed while this one waited. The ids are an array, which is made once, and not a join, which was
 * seen to be made anew for each conversation of the site.
 */
export const lockPlaces = {
  name: 'lock-places',
  text: `
  select c.id, c.low_id, c.high_id, c.is_archived, c.last_message_id, c.public_from_id, c.active_hour,
    c.low_id is null and c.privacy = 'public' as is_public, c.issue_id, c.issue_key, c.has_questions
  from conversation c
  where c.cloud_id = $1 and c.id = any (array(
    select unnest($2::uuid[])
    union all
    select d.id
    from unnest($3::text[], $4::text[]) as p (low_id, high_id)
    join conversation d on d.cloud_id = $1 and d.low_id = p.low_id and d.high_id = p.high_id
  ))
  order by c.id
  for no key update of c`,
};

/** Who is at the ends of a direct conversation; null in a group. */
export interface Ends {
  readonly lowId: string | null;
  readonly highId: string | null;
}

/** A conversation that this transaction holds. */
export interface LockedPlace extends Ends {
  readonly id: string;
  readonly isArchived: boolean;
  /** Who joins by themselves reads what is later. */
  readonly publicFromId: string | null;
  /** Whether who is no member may read it. */
  readonly isPublic: boolean;
  /** As its members carry it: see `activeHourOf`. */
  readonly activeHour: number;
  /** Whether somebody may wait for an answer in it. */
  readonly hasQuestions: boolean;
  /** What a group was begun beside: a message that names no issue is about that one. */
  readonly issue: Issue | null;
  /** Of the last message, counted on as the batch puts messages behind it. */
  lastMessageId: string | null;
}

/** By `keyOfPlace`: a direct conversation stands under its id and under its ends. */
export type LockedPlaces = Map<string, LockedPlace>;

interface PlaceRow {
  readonly id: string;
  readonly low_id: string | null;
  readonly high_id: string | null;
  readonly is_archived: boolean;
  readonly last_message_id: string | null;
  readonly public_from_id: string | null;
  readonly is_public: boolean;
  readonly active_hour: number;
  readonly has_questions: boolean;
  readonly issue_id: string | null;
  readonly issue_key: string | null;
}

export async function takePlaces(
  queries: Queries,
  cloudId: string,
  sends: readonly PendingSend[],
): Promise<LockedPlaces> {
  const [ids, pairs] = [new Set<string>(), new Map<string, { lowId: string; highId: string }>()];
  for (const { place } of sends) {
    if (place.kind === 'direct') pairs.set(keyOfPlace(place), place);
    else ids.add(place.conversationId);
  }
  const ends = [...pairs.values()];
  const parameters = [cloudId, [...ids], ends.map(({ lowId }) => lowId), ends.map(({ highId }) => highId)];
  const places: LockedPlaces = new Map();
  for (const row of await queries.query<PlaceRow>(lockPlaces, parameters)) {
    addPlace(places, {
      id: row.id,
      lowId: row.low_id,
      highId: row.high_id,
      isArchived: row.is_archived,
      lastMessageId: row.last_message_id,
      publicFromId: row.public_from_id,
      isPublic: row.is_public,
      activeHour: row.active_hour,
      hasQuestions: row.has_questions,
      issue: row.issue_id === null || row.issue_key === null ? null : { id: row.issue_id, key: row.issue_key },
    });
  }
  return places;
}

export function addPlace(places: LockedPlaces, place: LockedPlace): void {
  places.set(place.id, place);
  const { lowId, highId } = place;
  if (lowId !== null && highId !== null) places.set(keyOfPlace({ kind: 'direct', lowId, highId }), place);
}

/** Who else is in the direct conversation that a message goes to; null in a group, and where the sender is no end of it. */
export function findOtherEnd(
  { sender, place }: Pick<PendingSend, 'sender' | 'place'>,
  locked: Ends | undefined,
): string | null {
  const ends = place.kind === 'direct' ? place : locked;
  if (ends?.lowId === sender.id) return ends.highId;
  return ends?.highId === sender.id ? ends.lowId : null;
}
