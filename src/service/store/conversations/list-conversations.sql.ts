import type { Statement } from '../engine/database';
import { milliseconds } from '../engine/milliseconds';
import { archivedColumn, conversationColumns } from '../rows/conversation-row';
import { messageColumns } from '../rows/message-row';
import { readUpTo, unreadFloor, unreadMessages, unreadScopes } from '../rows/unread.sql';
import { fitAlone, fitWithIssue, messagesOfIssue } from './fit-list.sql';

export type ListOrder = 'name-asc' | 'name-desc' | 'activity';

const activityColumn = milliseconds('c.last_activity_at');

const orders = {
  'name-asc': { key: 'name_key', column: 'c.name_key', type: 'text', beyond: '>', direction: 'asc' },
  'name-desc': { key: 'name_key', column: 'c.name_key', type: 'text', beyond: '<', direction: 'desc' },
  activity: { key: 'last_activity_at', column: activityColumn, type: 'bigint', beyond: '<', direction: 'desc' },
} as const;

const listed = `${conversationColumns}, c.name_key, c.last_message_id, ${activityColumn} as last_activity_at`;

const aboutIssue = `join conversation_issue a on a.cloud_id = $1 and a.conversation_id = c.id and a.issue_id = $14`;

/** What is about the issue, as far as it is open to the caller: a member, or who is none. */
const isAbout = (readsAfter: string) => `(${readsAfter} is null or a.last_message_id > ${readsAfter})`;

/** Where what is open to the caller begins. */
const readsAfterOf = (column: string) => `coalesce(${column}, '00000000-0000-0000-0000-000000000000') as reads_after`;

/** Of a member, for what is unread. */
const reading = `${readUpTo('m')} as read_up_to, m.unread_after_id, ${unreadFloor('m')} as unread_floor`;

const reader = { conversation: 's.id', user: '$2' };

/** What is unread in a row `s` of `seen`. Who is not a member has nothing unread. */
function unreadOf(issue: '$14' | null): string {
  return `${scopesOf(issue)} g
      cross join lateral ${unreadMessages({ ...reader, columns: '1' })} u
      where s.role is not null and s.last_message_id > s.unread_floor`;
}

/** Where what is unread begins in each scope of a row `s` of `seen`, whether or not anything is. */
function scopesOf(issue: '$14' | null): string {
  const place = { readUpTo: 's.read_up_to', unreadAfter: 's.unread_after_id', floor: 's.unread_floor' };
  return unreadScopes({ ...reader, ...place, issue });
}

/**
 * How much of a row `s` is unread and where that begins, which is looked for only where something is; and how far others
 * have read: of the conversation first, then of its issues.
 */
function activity(issue: '$14' | null): string {
  return `left join lateral (
    select count(*)::integer as unread_count
    from (select 1 from ${unreadOf(issue)} and $12::boolean limit 100) n
  ) unread on $12::boolean
  left join lateral (
    select json_agg(b) as unread_after
    from (
      select g.after_id as "messageId", g.issue_id as issue
      from ${scopesOf(issue)} g
      where exists (select 1 from ${unreadMessages({ ...reader, columns: '1' })} u)
      order by g.after_id, g.issue_id
      limit 100
    ) b
  ) beginnings on unread.unread_count > 0
  left join lateral (
    select json_agg(f order by f.issue is not null, f."messageId" desc) as read_by
    from (
      (
        select m.user_id as "userId", m.read_id as "messageId", null as issue
        from member m
        left join preference p on p.cloud_id = $1 and p.user_id = m.user_id
        where m.cloud_id = $1 and m.conversation_id = s.id and m.user_id <> $2 and m.read_id is not null
          and coalesce(p.receipts, true)
        order by m.read_id desc
        limit 100
      )
      union all
      (
        select k.user_id, k.read_id, k.issue_id
        from issue_marker k
        left join preference p on p.cloud_id = $1 and p.user_id = k.user_id
        where k.cloud_id = $1 and k.conversation_id = s.id and k.user_id <> $2 and k.read_id is not null
          and coalesce(p.receipts, true) ${issue === null ? '' : `and k.issue_id = ${issue}`}
        order by k.read_id desc
        limit 100
      )
    ) f
  ) readers on $12::boolean`;
}

/** Which conversations a statement is for: all, those with a name like $7, or those about the issue $14. */
type Choice = 'all' | 'named' | 'ofIssue';

const suffixes = { all: '', named: '-named', ofIssue: '-of-issue' } as const satisfies Record<Choice, string>;

/** Public groups, the caller's own among them. */
const isPublic = `$3::boolean and c.low_id is null and c.privacy = 'public'`;

/** Public groups by name. */
const foundByName = `found as materialized (
    select c.* from conversation c where c.cloud_id = $1 and ${isPublic} and c.name_key like $7
  ),`;

/** To who is no member, a group has neither another end nor anything unread. */
const isOpenToAll = 'cardinality($8::text[]) = 0 and not $13::boolean';

/** Without a reference to `c`, so that it is read once and not for each group. */
const ownOnes = 'select m.conversation_id from member m where m.cloud_id = $1 and m.user_id = $2';

/**
 * A page of what a caller may see, with the expansions. A site may have thousands of public groups, so that no more of
 * them are taken than the page can hold, by an index in the order of names; and a name is looked for first and apart:
 * beside the order and the limit, a filter by name makes the planner walk that whole index (tails of 0.1 s were seen).
 * `page` has one row more than is wanted, `kept` those of it whose messages fit into an answer, the first one in any case.
 *
 * $1 site, $2 caller, $3 with public groups, $4 without direct ones, $5 with archived ones, $6 with private ones,
 * $7 pattern of the name or null, $8 other ends or an empty array, $9 and $10 key and id of the last row or null,
 * $11 rows and one more, $12 with what has happened, $13 only with something unread; with an issue also $14 its id, $15
 * how many messages about it and one more, or 0.
 */
function listConversationsSql(order: ListOrder, choice: Choice): Statement {
  const { key, column, type, beyond, direction } = orders[order];
  const [ofIssue, named] = [choice === 'ofIssue', choice === 'named'];
  const issue = ofIssue ? aboutIssue : '';
  const issueId = ofIssue ? '$14' : null;
  return {
    name: `list-conversations-by-${order}${suffixes[choice]}`,
    text: `
  with ${named ? foundByName : ''} seen as materialized (
    select ${listed}, ${archivedColumn}, m.role, m.is_muted, ${reading}, ${readsAfterOf('m.history_after_id')}
    from member m
    join conversation c on c.cloud_id = $1 and c.id = m.conversation_id
    ${issue}
    where m.cloud_id = $1 and m.user_id = $2 ${ofIssue ? `and ${isAbout('m.history_after_id')}` : ''} ${named ? 'and c.name_key like $7' : ''}
    union all (
      select ${listed}, c.is_archived, null, false, null::uuid, null::uuid, null::uuid,
        ${readsAfterOf('c.public_from_id')}
      from ${named ? 'found c' : 'conversation c'}
      ${issue}
      where c.cloud_id = $1 and ${isPublic} and ${isOpenToAll} and c.id not in (${ownOnes})
        ${ofIssue ? `and ${isAbout('c.public_from_id')}` : ''}
        and ($5::boolean or not c.is_archived) ${named ? '' : 'and ($7::text is null or c.name_key like $7)'}
        and ($10::uuid is null or (${column}, c.id) ${beyond} ($9::${type}, $10))
      order by ${column} ${direction}, c.id ${direction}
      limit $11
    )
  ), page as (
    select s.*, row_number() over w as place, lead(s.id) over w is not null as goes_on
    from (
      select s.*
      from seen s
      where not ($4::boolean and s.low_id is not null)
        and ($5::boolean or not s.is_archived)
        and ($6::boolean or s.privacy = 'public')
        and ($7::text is null or s.name_key like $7)
        and (cardinality($8::text[]) = 0 or case s.low_id when $2 then s.high_id else s.low_id end = any ($8))
        and (not $13::boolean or exists (select 1 from ${unreadOf(issueId)}))
        and ($10::uuid is null or (s.${key}, s.id) ${beyond} ($9::${type}, $10))
      order by s.${key} ${direction}, s.id ${direction}
      limit $11
    ) s
    window w as (order by s.${key} ${direction}, s.id ${direction})
  ), ${ofIssue ? fitWithIssue : fitAlone}
  select s.*, last.message as last_message, unread.unread_count, beginnings.unread_after, readers.read_by${ofIssue ? ', about.messages, about.found_count' : ''}
  from kept s
  left join lateral (
    select row_to_json(l) as message
    from (
      select ${messageColumns}
      from message m
      where m.cloud_id = $1 and m.conversation_id = s.id and m.id = s.last_message_id
        and m.id > s.reads_after
    ) l
  ) last on $12::boolean
  ${activity(issueId)}
  ${ofIssue ? messagesOfIssue : ''}
  order by s.place`,
  };
}

function listConversationsIn(choice: Choice): Record<ListOrder, Statement> {
  return {
    'name-asc': listConversationsSql('name-asc', choice),
    'name-desc': listConversationsSql('name-desc', choice),
    activity: listConversationsSql('activity', choice),
  };
}

export const listConversationsStatements = {
  all: listConversationsIn('all'),
  named: listConversationsIn('named'),
  ofIssue: listConversationsIn('ofIssue'),
} as const satisfies Record<Choice, Record<ListOrder, Statement>>;
