import type { Statement } from '../engine/database';
import { milliseconds } from '../engine/milliseconds';
import { archivedColumn, conversationColumns } from '../rows/conversation-row';
import { messageColumns } from '../rows/message-row';
import { fitAlone, fitWithIssue, messagesOfIssue } from './fit-list.sql';

export type ListOrder = 'name-asc' | 'name-desc' | 'activity';

const activityColumn = milliseconds('c.last_activity_at');

const orders = {
  'name-asc': { key: 'name_key', column: 'c.name_key', type: 'text', beyond: '>', direction: 'asc' },
  'name-desc': { key: 'name_key', column: 'c.name_key', type: 'text', beyond: '<', direction: 'desc' },
  activity: { key: 'last_activity_at', column: activityColumn, type: 'bigint', beyond: '<', direction: 'desc' },
} as const;

const listed = `${conversationColumns}, c.name_key, c.last_message_id, ${activityColumn} as last_activity_at`;

const aboutIssue = `join conversation_issue a on a.cloud_id = c.cloud_id and a.conversation_id = c.id and a.issue_id = $14`;

/** What a member has not read lies behind it. `greatest` ignores what is null. */
const readUpTo = `coalesce(greatest(m.read_id, m.joined_id), '00000000-0000-0000-0000-000000000000') as read_up_to`;

/** Of a row `s` of `seen`. Who is not a member has nothing unread. */
const unreadMessages = `message m
      where m.cloud_id = s.cloud_id and m.conversation_id = s.id and m.id > s.read_up_to
        and m.sender_id <> $2 and m.deleted_at is null`;

const activity = `left join lateral (
    select count(*)::integer as unread_count
    from (select 1 from ${unreadMessages} limit 100) u
  ) unread on $12::boolean and s.role is not null
  left join lateral (
    select json_agg(f order by f."messageId" desc) as read_by
    from (
      select m.user_id as "userId", m.read_id as "messageId"
      from member m
      left join preference p on p.cloud_id = m.cloud_id and p.user_id = m.user_id
      where m.cloud_id = s.cloud_id and m.conversation_id = s.id and m.user_id <> $2 and m.read_id is not null
        and coalesce(p.receipts, true)
      order by m.read_id desc
      limit 100
    ) f
  ) readers on $12::boolean`;

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
  return {
    name: `list-conversations-by-${order}${suffixes[choice]}`,
    text: `
  with ${named ? foundByName : ''} seen as materialized (
    select ${listed}, ${archivedColumn}, m.role, m.is_muted, ${readUpTo}
    from member m
    join conversation c on c.cloud_id = m.cloud_id and c.id = m.conversation_id
    ${issue}
    where m.cloud_id = $1 and m.user_id = $2 ${named ? 'and c.name_key like $7' : ''}
    union all (
      select ${listed}, c.is_archived, null, false, null
      from ${named ? 'found c' : 'conversation c'}
      ${issue}
      where c.cloud_id = $1 and ${isPublic} and ${isOpenToAll} and c.id not in (${ownOnes})
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
        and (not $13::boolean or (s.last_message_id > s.read_up_to and exists (select 1 from ${unreadMessages})))
        and ($10::uuid is null or (s.${key}, s.id) ${beyond} ($9::${type}, $10))
      order by s.${key} ${direction}, s.id ${direction}
      limit $11
    ) s
    window w as (order by s.${key} ${direction}, s.id ${direction})
  ), ${ofIssue ? fitWithIssue : fitAlone}
  select s.*, last.message as last_message, unread.unread_count, readers.read_by${ofIssue ? ', about.messages, about.found_count' : ''}
  from kept s
  left join lateral (
    select row_to_json(l) as message
    from (
      select ${messageColumns}
      from message m
      where m.cloud_id = s.cloud_id and m.conversation_id = s.id and m.id = s.last_message_id
    ) l
  ) last on $12::boolean
  ${activity}
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
