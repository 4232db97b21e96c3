import type { Preference, PreferenceChange } from '../../../contract/people';
import { changeHold } from '../../conversation/hold/hold-state';
import type { Clock } from '../engine/clock';
import type { Database, Queries } from '../engine/database';
import { awayOf, type HoldRow, holdColumns, quietOf, spanOf, toHold, writeEnded } from '../rows/hold-row';
import { noteSite } from '../rows/note-site';

/** Of a preference `p`. */
export const choiceColumns = `p.receipts, p.notice_person, p.notice_rule, p.notice_client, p.mentions_pass_mute, p.enter_sends, ${holdColumns}`;

export const selectPreference = {
  name: 'select-preference',
  text: `
  select ${choiceColumns}
  from preference p
  where p.cloud_id = $1 and p.user_id = $2`,
};

/** Of each choice null leaves it as it is, or as it is for who never chose. */
export const upsertPreference = {
  name: 'upsert-preference',
  text: `
  insert into preference as p (cloud_id, user_id, receipts, notice_person, notice_rule, notice_client, changed_at,
    mentions_pass_mute, enter_sends)
  values ($1, $2, coalesce($3::boolean, true), coalesce($4::boolean, true), coalesce($5::boolean, true),
    coalesce($6::boolean, true), $7, coalesce($8::boolean, true), coalesce($9::boolean, false))
  on conflict (cloud_id, user_id) do update
    set receipts = coalesce($3, p.receipts), notice_person = coalesce($4, p.notice_person),
      notice_rule = coalesce($5, p.notice_rule), notice_client = coalesce($6, p.notice_client),
      mentions_pass_mute = coalesce($8, p.mentions_pass_mute), enter_sends = coalesce($9, p.enter_sends),
      changed_at = excluded.changed_at
  returning ${choiceColumns}`,
};

/** Quiet hours and the time away as they are from now on, and what was held until now. */
export const updateHold = {
  name: 'update-hold',
  text: `
  update preference p
  set quiet = $3, away_from = $4, away_until = $5, away_word = $6, away_substitute = $7, hold_changed_at = $8,
    held_from = $9, ended_holds = $10
  where p.cloud_id = $1 and p.user_id = $2
  returning ${choiceColumns}`,
};

export interface ChoiceRow extends HoldRow {
  readonly receipts: boolean;
  readonly notice_person: boolean;
  readonly notice_rule: boolean;
  readonly notice_client: boolean;
  readonly mentions_pass_mute: boolean;
  readonly enter_sends: boolean;
}

export async function findPreference(database: Queries, cloudId: string, userId: string): Promise<Preference | null> {
  const [row] = await database.query<ChoiceRow>(selectPreference, [cloudId, userId]);
  return row ? toPreference(row) : null;
}

export async function setPreference(
  database: Database,
  clock: Clock,
  cloudId: string,
  userId: string,
  change: PreferenceChange,
): Promise<Preference> {
  const { receipts, mentionsPassMute, enterSends, notices: { person, rule, client } = {} } = change;
  const choices = [receipts ?? null, person ?? null, rule ?? null, client ?? null];
  const upsert = async (queries: Queries) => {
    const more = [mentionsPassMute ?? null, enterSends ?? null];
    const parameters = [cloudId, userId, ...choices, clock.now(), ...more];
    return requireRow((await queries.query<ChoiceRow>(upsertPreference, parameters))[0]);
  };
  if (change.quiet === undefined && change.away === undefined) return toPreference(await upsert(database));
  return database.transaction(async (transaction) => {
    await noteSite(transaction, cloudId);
    // The row is held from here on: of two changes at once, the second one knows what the first one ended.
    return toPreference(await replaceHold(transaction, clock, [cloudId, userId], await upsert(transaction), change));
  });
}

async function replaceHold(
  transaction: Queries,
  clock: Clock,
  key: readonly [cloudId: string, userId: string],
  row: ChoiceRow,
  change: Pick<PreferenceChange, 'quiet' | 'away'>,
): Promise<ChoiceRow> {
  const quiet = change.quiet === undefined ? quietOf(row) : change.quiet;
  const away = change.away === undefined ? awayOf(row) : change.away;
  const now = clock.now().getTime();
  const { changedAt, heldFrom, ended } = changeHold(toHold(row), { quiet, away: away && spanOf(away) }, now);
  const absence = away ? [away.from, away.until, away.word, away.substitute] : [null, null, null, null];
  const times = [changedAt, heldFrom].map((at) => (at === null ? null : new Date(at)));
  const parameters = [...key, quiet && JSON.stringify(quiet), ...absence, ...times, writeEnded(ended)];
  return requireRow((await transaction.query<ChoiceRow>(updateHold, parameters))[0]);
}

function requireRow(row: ChoiceRow | undefined): ChoiceRow {
  if (!row) throw new Error('A preference was kept and not given back.');
  return row;
}

/** As the API tells it. */
export function toPreference(row: ChoiceRow): Required<Preference> {
  const { receipts, notice_person: person, notice_rule: rule, notice_client: client } = row;
  return {
    ...{ receipts, mentionsPassMute: row.mentions_pass_mute, enterSends: row.enter_sends },
    ...{ quiet: quietOf(row), away: awayOf(row), notices: { person, rule, client } },
  };
}
