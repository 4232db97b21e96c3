import type { Statement } from '../engine/database';
import { milliseconds } from '../engine/milliseconds';
import { hourOfMilliseconds } from '../rows/active-hour.sql';
import { conversationColumns, isArchivedToMember } from '../rows/conversation-row';
import { messageColumns } from '../rows/message-row';
import { readUpTo, unreadFloor } from '../rows/unread.sql';
import { fitAlone, fitWithIssue, messagesOfIssue } from './fit-list.sql';
import { foundByDrafts, foundByPrograms } from './found-first.sql';
import { activity, existsMention, existsUnread } from './list-activity.sql';

export type ListOrder = 'name-asc' | 'name-desc' | 'activity';

/**
 * Which conversations a statement is for: all, those with a name like $13, which is looked for first (`named`) or as the
 * list is walked (`lettered`), those about the issue $13, those where the caller has a draft, those with programs, or those
 * to be followed up.
 */
type Choice = 'all' | 'named' | 'lettered' | 'ofIssue' | 'drafts' | 'programs' | 'followed';

const activityColumn = milliseconds('c.last_activity_at');

/** By name: a column alone. By activity: the hour first, by which an index gives the rows, and within it the moment. */
const orders = {
  'name-asc': { key: 'name_key', column: 'c.name_key', type: 'text', beyond: '>', direction: 'asc' },
  'name-desc': { key: 'name_key', column: 'c.name_key', type: 'text', beyond: '<', direction: 'desc' },
  activity: { key: 'last_activity_at', column: activityColumn, type: 'bigint', beyond: '<', direction: 'desc' },
} as const;

const listed = `${conversationColumns}, c.name_key, c.last_message_id, c.has_questions, ${activityColumn} as last_activity_at`;

/** What is about the issue, as far as it is open to the caller: a member, or who is none. */
const isAbout = (readsAfter: string) => `(${readsAfter} is null or a.last_message_id > ${readsAfter})`;

/** Where what is open to the caller begins. */
const readsAfterOf = (column: string) => `coalesce(${column}, '00000000-0000-0000-0000-000000000000') as reads_after`;

/** Of a member, for what is unread. */
const reading = `${readUpTo('m')} as read_up_to, m.unread_after_id, ${unreadFloor('m')} as unread_floor`;

/**
 * What is looked for first and apart, of whomever: groups with such a name, conversations about the issue, where the caller has
 * drafts, or with programs. These are fewer than a person may be in, or than are public.
 */
const soughtFirst: Readonly<Record<Choice, string>> = {
  all: '',
  lettered: '',
  named: `found as materialized (
    select c.* from conversation c where c.cloud_id = $1 and c.low_id is null and c.name_key like $13
  ),`,
  ofIssue: `concerned as materialized (
    select a.conversation_id, a.last_message_id from conversation_issue a where a.cloud_id = $1 and a.issue_id = $13
  ),`,
  followed: `followed as materialized (
    select c.id from conversation c where c.cloud_id = $1 and c.has_questions and c.low_id = $2
    union
    select c.id from conversation c where c.cloud_id = $1 and c.has_questions and c.high_id = $2
    union
    select r.conversation_id from reminder r where r.cloud_id = $1 and r.user_id = $2
  ),`,
  drafts: foundByDrafts,
  programs: foundByPrograms,
};

/**
 * One look for each row, which the limit sees to: whatever the planner expects, it cannot read all conversations of the
 * site, or all that the caller is in, to join them.
 */
const lookUp = (table: 'conversation' | 'member', alias: 'c' | 'm', where: string) => `cross join lateral (
        select ${alias}.* from ${table} ${alias} where ${alias}.cloud_id = $1 and ${where} limit 1
      ) ${alias}`;

/** The caller's own conversations `c`, with their membership `m`. */
const own: Readonly<Record<Choice, string>> = {
  all: `member m ${lookUp('conversation', 'c', 'c.id = m.conversation_id')}`,
  lettered: `member m ${lookUp('conversation', 'c', 'c.id = m.conversation_id')}`,
  named: `found c join member m on m.cloud_id = $1 and m.conversation_id = c.id and m.user_id = $2`,
  ofIssue: `concerned a
      ${lookUp('member', 'm', 'm.conversation_id = a.conversation_id and m.user_id = $2')}
      ${lookUp('conversation', 'c', 'c.id = a.conversation_id')}`,
  followed: `followed f
      ${lookUp('member', 'm', 'm.conversation_id = f.id and m.user_id = $2')}
      ${lookUp('conversation', 'c', 'c.id = f.id')}`,
  drafts: `found c ${lookUp('member', 'm', 'm.conversation_id = c.id and m.user_id = $2')}`,
  programs: `found c ${lookUp('member', 'm', 'm.conversation_id = c.id and m.user_id = $2')}`,
};

const groups: Readonly<Record<Choice, string>> = {
  all: 'conversation c',
  lettered: 'conversation c',
  named: 'found c',
  ofIssue: `concerned a ${lookUp('conversation', 'c', 'c.id = a.conversation_id')}`,
  followed: `followed f ${lookUp('conversation', 'c', 'c.id = f.id')}`,
  drafts: 'found c',
  programs: 'found c',
};

/** One look for each row that is taken, where a join might read all that the caller is in. */
const isOfOthers = `coalesce((
        select false from member o where o.cloud_id = $1 and o.conversation_id = c.id and o.user_id = $2
      ), true)`;

const hasName: Readonly<Record<Choice, string>> = {
  all: '',
  named: '',
  lettered: 'and c.name_key like $13',
  followed: '',
  ofIssue: 'and ($15::text is null or c.name_key like $15)',
  drafts: '',
  programs: '',
};

const isWalked = (choice: Choice) => choice === 'all' || choice === 'lettered';

/** How the rows of one side are ordered and cut: those behind the last row, as many as the page can hold. `hours` has the hour of their activity. */
function cut(order: ListOrder, hours: string | null): { readonly where: string; readonly tail: string } {
  const { column, type, beyond, direction } = orders[order];
  const [before, first] =
    order === 'activity' && hours !== null
      ? [`${hours}.active_hour <= ${hourOfMilliseconds('$8::bigint')} and `, `${hours}.active_hour desc, `]
      : ['', ''];
  return {
    where: `${before}(${column}, c.id) ${beyond} ($8::${type}, $9::uuid)`,
    tail: `order by ${first}${column} ${direction}, c.id ${direction}
      limit $10`,
  };
}

/** The caller's own. */
function ownOnes(order: ListOrder, choice: Choice): string {
  const ofIssue = choice === 'ofIssue';
  const about = ofIssue ? '$13' : null;
  // What is about an issue, or has a name, is little and sorted as it is found.
  const { where, tail } = cut(order, isWalked(choice) ? 'm' : null);
  return `
      select ${listed}, ${isArchivedToMember} as is_archived, m.role, m.is_muted, ${reading}, ${readsAfterOf('m.history_after_id')}
      from ${own[choice]}
      where m.cloud_id = $1 and m.user_id = $2 ${ofIssue ? `and ${isAbout('m.history_after_id')}` : ''}
        and not ($4::boolean and c.low_id is not null)
        and ($5::boolean or not ${isArchivedToMember})
        and ($6::boolean or c.privacy = 'public')
        ${hasName[choice]}
        and ($7::text[] is null or case c.low_id when $2 then c.high_id else c.low_id end = any ($7))
        and case $12::text when 'unread' then ${existsUnread(about)} when 'mentioned' then ${existsMention(about)} else true end
        and ${where}
      ${tail}`;
}

/** Public groups that the caller is not in. */
function otherOnes(order: ListOrder, choice: Choice): string {
  const ofIssue = choice === 'ofIssue';
  const { where, tail } = cut(order, isWalked(choice) ? 'c' : null);
  return `
      select ${listed}, c.is_archived, null, false, null::uuid, null::uuid, null::uuid,
        ${readsAfterOf('c.public_from_id')}
      from ${groups[choice]}
      where c.cloud_id = $1 and $3::boolean and c.low_id is null and c.privacy = 'public' and ${isOfOthers}
        ${ofIssue ? `and ${isAbout('c.public_from_id')}` : ''}
        and ($5::boolean or not c.is_archived) ${hasName[choice]}
        and ${where}
      ${tail}`;
}

/**
 * A page of what a caller may see, with the expansions. Of what is theirs and of the public groups beside it, no more is
 * taken than the page can hold, from indexes in the order of the list, and all that leaves a conversation out is asked
 * there: so the cost is that of the page, and of what was left out before it. A name is looked for first and apart:
 * beside the order and the limit, a filter by name makes the planner walk a whole index (tails of 0.1 s were seen).
 * `page` has one row more than is wanted, `kept` those of it whose messages fit into an answer, the first one in any case.
 *
 * Conditions that a parameter may lift are few, and none is there for the sake of an absent one: each makes the planner
 * expect fewer rows, until it takes the order for something to be made afterwards.
 *
 * $1 site, $2 caller, $3 with public groups of others, $4 without direct ones, $5 with archived ones, $6 with private
 * ones, $7 other ends or null, $8 and $9 key and id of the last row or of what lies before all, $10 rows and one more,
 * $11 with what has happened, $12 which of them: 'unread', with something unread, 'mentioned', with something unread that mentions the caller, 'all'; with a name also $13 its pattern; with an issue $13 its id,
 * $14 how many messages about it and one more, or 0, and $15 the pattern of a name or null.
 */
function listConversationsSql(order: ListOrder, choice: Choice): Statement {
  const { key, direction } = orders[order];
  const ofIssue = choice === 'ofIssue';
  return {
    name: `list-conversations-by-${order}${suffixes[choice]}`,
    text: `
  with ${soughtFirst[choice]} page as (
    select s.*, row_number() over w as place, lead(s.id) over w is not null as goes_on
    from (
      select s.*
      from ((${ownOnes(order, choice)}
      ) union all (${otherOnes(order, choice)}
      )) s
      order by s.${key} ${direction}, s.id ${direction}
      limit $10
    ) s
    window w as (order by s.${key} ${direction}, s.id ${direction})
  ), ${ofIssue ? fitWithIssue : fitAlone}
  select s.*, last.message as last_message, unread.unread_count, beginnings.unread_after, readers.read_by, own.has_draft, mentions.is_mentioned, asked.questions, remembered.reminders${ofIssue ? ', about.messages, about.found_count' : ''}
  from kept s
  left join lateral (
    select row_to_json(l) as message
    from (
      select ${messageColumns}
      from message m
      where m.cloud_id = $1 and m.conversation_id = s.id and m.id = s.last_message_id
        and m.id > s.reads_after
    ) l
  ) last on $11::boolean
  ${activity(ofIssue ? '$13' : null)}
  ${ofIssue ? messagesOfIssue : ''}
  order by s.place`,
  };
}

const suffixes = {
  all: '',
  named: '-named',
  lettered: '-lettered',
  ofIssue: '-of-issue',
  followed: '-followed',
  drafts: '-with-drafts',
  programs: '-of-programs',
} as const satisfies Record<Choice, string>;

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
  lettered: listConversationsIn('lettered'),
  ofIssue: listConversationsIn('ofIssue'),
  followed: listConversationsIn('followed'),
  drafts: listConversationsIn('drafts'),
  programs: listConversationsIn('programs'),
} as const satisfies Record<Choice, Record<ListOrder, Statement>>;
