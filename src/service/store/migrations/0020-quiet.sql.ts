/** When people are told of nothing: docs/decisions/0050-quiet.md. */
export const quiet = {
  name: '0020-quiet',
  sql: `
-- Whether Enter sends.
alter table preference add column enter_sends boolean not null default false;

-- Quiet hours, as JSON: nothing in it is looked at by a statement. When hours end is reckoned from the zone's clock.
alter table preference add column quiet text;
alter table preference add column away_from timestamptz;
alter table preference add column away_until timestamptz;
alter table preference add column away_word text;
alter table preference add column away_substitute text collate "C";

-- Since when quiet hours and the time away are these, and since when what went on then was held (null: nothing did).
-- ended_holds: what ended before that, as JSON ([from, until] in milliseconds), since nobody could reckon it any more.
alter table preference add column hold_changed_at timestamptz;
alter table preference add column held_from timestamptz;
alter table preference add column ended_holds text;

-- Whose notices may be held, or were.
create index preference_hold on preference (cloud_id, user_id)
  where quiet is not null or away_until is not null or ended_holds is not null;
-- In whose absence somebody was named.
create index preference_substitute on preference (cloud_id, away_substitute) where away_substitute is not null;
`,
};
