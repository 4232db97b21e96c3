import { randomInt, randomUUID } from 'node:crypto';
import type { SavedDraft } from '../../../contract/drafts';
import { maxDrafts } from '../../../patterns/patterns';
import type { DraftContent, DraftPlace, DraftStore } from '../../conversation/draft-store';
import type { Clock } from '../engine/clock';
import type { Database, Queries } from '../engine/database';
import { cutPage } from '../rows/cut-page';
import { noteSite } from '../rows/note-site';
import { type DraftRow, type DraftRowWithWords, toDraft, toDraftEntry } from './draft-row';
import {
  deleteDraft,
  holdEdited,
  insertDraft,
  selectDraft,
  selectDrafts,
  selectSlots,
  updateDraft,
} from './drafts.sql';

/** The methods about drafts. */
export function draftsOver(database: Database, clock: Clock): DraftStore {
  return {
    async listDrafts(cloudId, ownerId, { limit, after }) {
      const from: readonly string[] = after === null ? ['', '', '', ''] : JSON.parse(after.key);
      const rows = await database.query<DraftRow>(selectDrafts, [cloudId, ownerId, ...from, limit + 1]);
      return cutPage(rows, limit, toDraftEntry, (row) => ({
        key: JSON.stringify([row.place_kind, row.place_id, row.issue_id, row.message_id]),
        id: '',
      }));
    },
    async findDraft(place) {
      const [row] = await database.query<DraftRowWithWords>(selectDraft, keyOf(place));
      return row ? toDraft(row) : null;
    },
    saveDraft: (place, content, follows) =>
      database.transaction(async (transaction) => {
        if (place.edited !== null) {
          const message = [place.cloudId, place.edited.conversationId, place.edited.id, place.ownerId];
          if ((await transaction.query(holdEdited, message)).length === 0) return 'gone';
        }
        const saved = { revision: randomUUID(), saved: clock.now().toISOString() };
        if (follows === null) return begin(transaction, place, content, saved);
        const { mediaType, body } = content;
        const change = [follows, saved.revision, saved.saved, mediaType, body];
        const rows = await transaction.query(updateDraft, [...keyOf(place), ...change]);
        return rows.length > 0 ? saved : 'moved-on';
      }),
    async deleteDraft(place, revision) {
      await database.query(deleteDraft, [...keyOf(place), revision]);
      return revision === null || (await database.query(selectDraft, keyOf(place))).length === 0;
    },
  };
}

function keyOf({ cloudId, ownerId, kind, id, issueId, edited }: DraftPlace): string[] {
  return [cloudId, ownerId, kind, id, issueId ?? '', edited?.id ?? ''];
}

/** The first draft of its place. */
async function begin(
  transaction: Queries,
  place: DraftPlace,
  { mediaType, body }: DraftContent,
  saved: SavedDraft,
): Promise<SavedDraft | 'moved-on' | 'too-many'> {
  await noteSite(transaction, place.cloudId);
  for (;;) {
    const taken = await transaction.query<{ slot: number; is_here: boolean }>(selectSlots, keyOf(place));
    if (taken.some((draft) => draft.is_here)) return 'moved-on';
    const slot = chooseFree(new Set(taken.map((draft) => draft.slot)));
    if (slot === null) return 'too-many';
    const values = [saved.revision, saved.saved, mediaType, body, slot];
    if ((await transaction.query(insertDraft, [...keyOf(place), ...values])).length > 0) return saved;
    // The number went to another draft of the same person at that moment: there are others.
  }
}

/** Any of the numbers of drafts that is free, so that two who begin at once seldom choose the same; null where none is. */
function chooseFree(taken: ReadonlySet<number>): number | null {
  const free = Array.from({ length: maxDrafts }, (_, n) => n + 1).filter((slot) => !taken.has(slot));
  return free[randomInt(Math.max(free.length, 1))] ?? null;
}
