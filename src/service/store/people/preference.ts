import type { Preference, PreferenceChange } from '../../../contract/people';
import type { Queries } from '../engine/database';

export const selectPreference = {
  name: 'select-preference',
  text: `
  select p.receipts, p.notice_person, p.notice_rule, p.notice_client, p.mentions_pass_mute
  from preference p
  where p.cloud_id = $1 and p.user_id = $2`,
};

/** Of each choice null leaves it as it is, which is on for who never chose. */
export const upsertPreference = {
  name: 'upsert-preference',
  text: `
  insert into preference as p (cloud_id, user_id, receipts, notice_person, notice_rule, notice_client, changed_at,
    mentions_pass_mute)
  values ($1, $2, coalesce($3::boolean, true), coalesce($4::boolean, true), coalesce($5::boolean, true),
    coalesce($6::boolean, true), $7, coalesce($8::boolean, true))
  on conflict (cloud_id, user_id) do update
    set receipts = coalesce($3, p.receipts), notice_person = coalesce($4, p.notice_person),
      notice_rule = coalesce($5, p.notice_rule), notice_client = coalesce($6, p.notice_client),
      mentions_pass_mute = coalesce($8, p.mentions_pass_mute), changed_at = excluded.changed_at
  returning p.receipts, p.notice_person, p.notice_rule, p.notice_client, p.mentions_pass_mute`,
};

interface PreferenceRow {
  readonly receipts: boolean;
  readonly notice_person: boolean;
  readonly notice_rule: boolean;
  readonly notice_client: boolean;
  readonly mentions_pass_mute: boolean;
}

export async function findPreference(database: Queries, cloudId: string, userId: string): Promise<Preference | null> {
  const [row] = await database.query<PreferenceRow>(selectPreference, [cloudId, userId]);
  return row ? toPreference(row) : null;
}

export async function setPreference(
  database: Queries,
  now: Date,
  cloudId: string,
  userId: string,
  { receipts, mentionsPassMute, notices: { person, rule, client } = {} }: PreferenceChange,
): Promise<Preference> {
  const choices = [receipts ?? null, person ?? null, rule ?? null, client ?? null];
  const [row] = await database.query<PreferenceRow>(upsertPreference, [
    ...[cloudId, userId, ...choices, now],
    mentionsPassMute ?? null,
  ]);
  if (!row) throw new Error('A preference was kept and not given back.');
  return toPreference(row);
}

function toPreference(row: PreferenceRow): Preference {
  const { receipts, notice_person: person, notice_rule: rule, notice_client: client } = row;
  return { receipts, mentionsPassMute: row.mentions_pass_mute, notices: { person, rule, client } };
}
