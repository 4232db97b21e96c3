import type { Statement } from '../engine/database';
import { beforeAllIds } from '../rows/outer-ids';
import { readUpTo, unreadFloor, unreadMessages, unreadScopes } from '../rows/unread.sql';

/**
 * Members that a page looks at, and those of them whose messages it looks at. A page of which this was all there is may
 * be short, or empty, and goes on: no request costs more than so many looks, however many of a site have read everything.
 */
export const mostLooked = 500;
const mostPossible = 100;

/** A member `r`. */
export const reader = {
  conversation: 'r.conversation_id',
  user: 'r.user_id',
  readUpTo: readUpTo('r'),
  unreadAfter: 'r.unread_after_id',
  floor: `greatest(${unreadFloor('r')}, $6)`,
  issue: null,
};

/** Up to this a row counts what came later. */
const mostLater = 100;

/**
 * What is hidden is not told of, nor what a person does not want to be told of, nor what comes from whom they have
 * blocked, in a group or by a rule.
 */
export const isWanted = `m.id > coalesce(r.hidden_id, '${beforeAllIds}') and
        coalesce(case m.origin_kind when 'person' then p.notice_person when 'rule' then p.notice_rule else p.notice_client end, true)
        and not exists (select 1 from block b where b.cloud_id = $1 and b.user_id = r.user_id and b.blocked_id in (m.sender_id, m.origin_account))`;

export const columns = 'm.id, m.sender_id, m.sender_kind, m.issue_id, m.issue_key, m.origin_kind, m.origin_account';

/** What is unread in the whole conversation and later than the first one of a row. */
export const laterOnes = `(
      select count(*)::integer from (
        select 1
        from ${unreadScopes({ ...reader, floor: 'f.id' })} g
        cross join lateral ${unreadMessages({ ...reader, columns: 'm.id', where: `${isWanted} and m.id > f.id` })} u
        limit ${mostLater}
      ) l
    )`;

/** Whether anything of a conversation `c` may be unread to its member `r`, and late enough. */
const isPossible = `not c.is_archived and c.last_message_id > greatest(${unreadFloor('r')}, r.hidden_id, $6)`;

/** From the last row of before on, in the order of the rows. */
const isBehind = '(r.user_id, r.conversation_id) >= ($2, $3::uuid)';

const isPerson = `r.user_id !~ '^(app|client):' and not r.is_muted`;

/** Of members, one after the other. */
const ofMembers = (which: string) => `looked as materialized (
    select r.* from member r where r.cloud_id = $1 and ${which} order by r.user_id, r.conversation_id limit ${mostLooked}
  ), possible as materialized (
    select r.*, c.low_id
    from looked r
    cross join lateral (
      select c.low_id from conversation c where c.cloud_id = $1 and c.id = r.conversation_id and ${isPossible} limit 1
    ) c
    where ${isPerson}
    order by r.user_id, r.conversation_id
    limit ${mostPossible}
  )`;

/**
 * Of the members of conversations in which anything was sent in the hour of $6 or later, which is $9. The limit, which is
 * none, keeps the planner from reading all members of the site to join them, and the upper bound, which is none either,
 * from expecting a third of all conversations.
 */
const ofRecent = `possible as materialized (
    select r.*, c.low_id
    from conversation c
    cross join lateral (
      select r.* from member r where r.cloud_id = $1 and r.conversation_id = c.id and ${isBehind} limit all
    ) r
    where c.cloud_id = $1 and c.active_hour between $9 and 2147483647 and ${isPossible} and ${isPerson}
    order by r.user_id, r.conversation_id
    limit ${mostPossible}
  )`;

/** The last member that was looked at, where there may be others behind. */
export const ends = (walked: 'looked' | 'possible', most: number) => `
      select e.user_id, e.conversation_id
      from (
        select w.user_id, w.conversation_id, count(*) over () as found
        from ${walked} w
        order by w.user_id desc, w.conversation_id desc
        limit 1
      ) e
      where e.found = ${most}`;

/**
 * The first unread message of each member, conversation, issue and account whose rules send, where it is later than $6
 * and not later than $8, and how many came after it. Where nothing can be unread or late enough, no message is looked at. $2 to $5 are the last row of before, in the order
 * of the rows; an issue or account that is not there stands as an empty text. What rules sent has an index of its own, so
 * that nobody's unread messages are read to find none of a rule among them. One row has no message: where the looks
 * ended, where they did before the members did.
 */
function selectUnread(name: string, candidates: string, end: string): Statement {
  return {
    name,
    text: `
  with ${candidates}, ended as (${end}
  )
  select f.*, e.user_id as end_user_id, e.conversation_id as end_conversation_id
  from (values (1)) one (n)
  left join ended e on true
  left join lateral (
    select r.user_id, r.conversation_id, r.low_id, f.*, ${laterOnes} as later
    from possible r
    left join preference p on p.cloud_id = $1 and p.user_id = r.user_id
    cross join lateral ${unreadScopes(reader)} g
    cross join lateral (
      select u.*, coalesce(u.issue_id, '') as issue_key_of_page, '' as account_key
      from ${unreadMessages({ ...reader, columns, where: `m.origin_account is null and ${isWanted}`, isFirst: true })} u
      union all (
        select distinct on (u.origin_account) u.*, coalesce(u.issue_id, ''), u.origin_account
        from ${unreadMessages({ ...reader, columns, where: `m.origin_account is not null and ${isWanted}` })} u
        order by u.origin_account, u.id
      )
    ) f
    where (r.user_id, r.conversation_id, f.issue_key_of_page, f.account_key) > ($2, $3::uuid, $4, $5) and f.id > $6 and f.id <= $8
    order by r.user_id, r.conversation_id, f.issue_key_of_page, f.account_key
    limit $7
  ) f on true
  order by f.user_id, f.conversation_id, f.issue_key_of_page, f.account_key`,
  };
}

/** Where the first of both looks ended. */
const firstEnd = `${ends('possible', mostPossible)}
      union all (${ends('looked', mostLooked)})
      order by 1, 2
      limit 1`;

export const selectUnreadOfAll = selectUnread('select-unread', ofMembers(isBehind), firstEnd);

/** Of one person, who is $2. */
export const selectUnreadOfPerson = selectUnread(
  'select-unread-of-person',
  ofMembers('r.user_id = $2 and r.conversation_id >= $3::uuid'),
  firstEnd,
);

/** Members up to which those of conversations of an hour ($2) or later are all looked at for a page. */
export const mostRecent = 5_000;

/** Whether they are more. */
export const countRecent = {
  name: 'count-recent',
  text: `
  select count(*) > ${mostRecent} as are_many
  from (
    select 1
    from conversation c
    cross join lateral (
      select 1 from member r where r.cloud_id = $1 and r.conversation_id = c.id limit ${mostRecent + 1}
    ) r
    where c.cloud_id = $1 and c.active_hour between $2 and 2147483647
    limit ${mostRecent + 1}
  ) r`,
};

export const selectUnreadSince = selectUnread('select-unread-since', ofRecent, ends('possible', mostPossible));
