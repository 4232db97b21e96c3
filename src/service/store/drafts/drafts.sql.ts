import { inMilliseconds } from '../engine/milliseconds';

/** A place: of the owner $2, of the kind $3 and the id $4, about $5, an edit of $6; the last two empty where there is none. */
const ofPlace = `d.cloud_id = $1 and d.user_id = $2 and d.place_kind = $3 and d.place_id = $4 and d.issue_id = $5
    and d.message_id = $6`;

const placeColumns = `d.place_kind, d.place_id, d.issue_id, d.message_id, d.revision, ${inMilliseconds('d.saved_at')}`;

export const selectDraft = {
  name: 'select-draft',
  text: `
  select ${placeColumns}, d.media_type, d.body
  from draft d
  where ${ofPlace}`,
};

export const selectDrafts = {
  name: 'select-drafts',
  text: `
  select ${placeColumns}
  from draft d
  where d.cloud_id = $1 and d.user_id = $2
    and (d.place_kind, d.place_id, d.issue_id, d.message_id) > ($3, $4, $5, $6)
  order by d.place_kind, d.place_id, d.issue_id, d.message_id
  limit $7`,
};

export const updateDraft = {
  name: 'update-draft',
  text: `
  update draft d set revision = $8, saved_at = $9, media_type = $10, body = $11
  where ${ofPlace} and d.revision = $7
  returning d.revision`,
};

/** Nothing comes back where the place has a draft by now, or somebody else of the same owner has taken the number $11. */
export const insertDraft = {
  name: 'insert-draft',
  text: `
  insert into draft (cloud_id, user_id, place_kind, place_id, issue_id, message_id, revision, saved_at, media_type, body, slot)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict do nothing
  returning revision`,
};

/** The numbers that the owner's drafts have, and whether one of them is of this place. */
export const selectSlots = {
  name: 'select-slots-of-drafts',
  text: `
  select d.slot, d.place_kind = $3 and d.place_id = $4 and d.issue_id = $5 and d.message_id = $6 as is_here
  from draft d
  where d.cloud_id = $1 and d.user_id = $2`,
};

export const deleteDraft = {
  name: 'delete-draft',
  text: `
  delete from draft d
  where ${ofPlace} and ($7::uuid is null or d.revision = $7)`,
};

/** Holds the message against being deleted: who deletes it then finds the draft, and takes it along. */
export const holdEdited = {
  name: 'hold-edited',
  text: `
  select m.id
  from message m
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3 and m.sender_id = $4 and m.deleted_at is null
  for share of m`,
};
