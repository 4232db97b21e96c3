import type { Queries } from '../engine/database';
import { insertEnds } from '../rows/insert-ends';
import { addPlace, type LockedPlaces } from './lock-places';
import { keyOfPlace, type PendingSend } from './pending-send';

/** One that another node has made since it was looked for is taken as it is. In the order of their ends, as everywhere. */
export const insertDirects = {
  name: 'insert-directs',
  text: `
  insert into conversation as c (cloud_id, id, low_id, high_id, created_at, modified_at, last_activity_at)
  select $1::uuid as cloud_id, t.id, t.low_id, t.high_id, t.made_at, t.made_at, t.made_at
  from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) as t (id, low_id, high_id, made_at)
  on conflict (cloud_id, low_id, high_id) do update set last_activity_at = c.last_activity_at
  returning c.id, c.low_id, c.high_id, c.last_message_id, c.active_hour, c.has_questions`,
};

interface DirectRow {
  readonly id: string;
  readonly low_id: string;
  readonly high_id: string;
  readonly last_message_id: string | null;
  readonly active_hour: number;
  readonly has_questions: boolean;
}

/** Makes the direct conversations that the messages need and that are not there, each once, and adds them to `places`. */
export async function openDirects(
  queries: Queries,
  cloudId: string,
  sends: readonly PendingSend[],
  places: LockedPlaces,
): Promise<void> {
  const first = new Map<string, { id: string; lowId: string; highId: string; madeAt: string }>();
  for (const { place, newConversationId, askedAt } of sends) {
    if (place.kind !== 'direct') continue;
    const key = keyOfPlace(place);
    const { lowId, highId } = place;
    if (places.has(key) || first.has(key)) continue;
    first.set(key, { id: newConversationId(), lowId, highId, madeAt: askedAt.toISOString() });
  }
  if (first.size === 0) return;
  const missing = [...first.keys()].sort().flatMap((key) => first.get(key) ?? []);
  const rows = await queries.query<DirectRow>(insertDirects, [
    cloudId,
    missing.map(({ id }) => id),
    missing.map(({ lowId }) => lowId),
    missing.map(({ highId }) => highId),
    missing.map(({ madeAt }) => madeAt),
  ]);
  for (const row of rows) {
    addPlace(places, {
      id: row.id,
      lowId: row.low_id,
      highId: row.high_id,
      isArchived: false,
      publicFromId: null,
      isPublic: false,
      issue: null,
      lastMessageId: row.last_message_id,
      activeHour: row.active_hour,
      hasQuestions: row.has_questions,
    });
  }
  const made = missing.filter(({ id }) => places.has(id));
  const ends = made.flatMap(({ id, lowId, highId, madeAt }) =>
    [lowId, highId].map((userId) => ({ id, userId, madeAt })),
  );
  if (ends.length === 0) return;
  await queries.query(insertEnds, [
    cloudId,
    ends.map(({ id }) => id),
    ends.map(({ userId }) => userId),
    ends.map(({ madeAt }) => madeAt),
  ]);
}
