import type { Preference } from '../../../contract/people';
import type { Queries } from '../engine/database';

export const selectPreference = {
  name: 'select-preference',
  text: `
  select p.receipts, p.notice_person, p.notice_rule, p.notice_client
  from preference p
  where p.cloud_id = $1 and p.user_id = $2`,
};

export const upsertPreference = {
  name: 'upsert-preference',
  text: `
  insert into preference (cloud_id, user_id, receipts, notice_person, notice_rule, notice_client, changed_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (cloud_id, user_id) do update
    set receipts = excluded.receipts, notice_person = excluded.notice_person, notice_rule = excluded.notice_rule,
      notice_client = excluded.notice_client, changed_at = excluded.changed_at`,
};

interface PreferenceRow {
  readonly receipts: boolean;
  readonly notice_person: boolean;
  readonly notice_rule: boolean;
  readonly notice_client: boolean;
}

export async function findPreference(database: Queries, cloudId: string, userId: string): Promise<Preference | null> {
  const [row] = await database.query<PreferenceRow>(selectPreference, [cloudId, userId]);
  if (!row) return null;
  const { receipts, notice_person: person, notice_rule: rule, notice_client: client } = row;
  return { receipts, notices: { person, rule, client } };
}

export async function setPreference(
  database: Queries,
  now: Date,
  cloudId: string,
  userId: string,
  { receipts, notices: { person, rule, client } }: Preference,
): Promise<void> {
  await database.query(upsertPreference, [cloudId, userId, receipts, person, rule, client, now]);
}
