/** Before every message. */
const beforeAll = `'00000000-0000-0000-0000-000000000000'::uuid`;

/** How far a member has read the conversation, or where they came in; of the table `member`. `greatest` ignores what is null. */
export const readUpTo = (member: string) => `coalesce(greatest(${member}.read_id, ${member}.joined_id), ${beforeAll})`;

/** Nothing up to it is unread to the member. */
export const unreadFloor = (member: string) => `least(${readUpTo(member)}, ${member}.unread_floor_id)`;

/** A member, by SQL for each part of what is known of their reading. */
interface Reader {
  readonly conversation: string;
  readonly user: string;
  readonly readUpTo: string;
  readonly unreadAfter: string;
  /** Issues of which the last message is not later are left out. */
  readonly floor: string;
  /** The one issue that is looked at; null for all, and for what is about none. */
  readonly issue: string | null;
}

/**
 * Where what is unread begins in each scope of a conversation: a row with its `issue_id`, null for what is about none,
 * and `after_id`. A message is unread at or after an unread-from of its scope or of the conversation, or behind both
 * markers: so what is later than the least of these is. The site is $1.
 */
export function unreadScopes({ conversation, user, readUpTo, unreadAfter, floor, issue }: Reader): string {
  const ofIssue = `least(greatest(${readUpTo}, k.read_id), ${unreadAfter}, k.unread_after_id)`;
  const marker = (id: string) =>
    `issue_marker k on k.cloud_id = $1 and k.conversation_id = ${conversation} and k.user_id = ${user} and k.issue_id = ${id}`;
  if (issue !== null) {
    return `(select ${issue}::text as issue_id, ${ofIssue} as after_id from (values (1)) v left join ${marker(issue)})`;
  }
  return `(
      select null::text as issue_id, least(${readUpTo}, ${unreadAfter}) as after_id
      union all
      select a.issue_id, ${ofIssue}
      from conversation_issue a
      left join ${marker('a.issue_id')}
      where a.cloud_id = $1 and a.conversation_id = ${conversation} and a.last_message_id > ${floor}
    )`;
}

/**
 * What is unread of a conversation and mentions its reader, as rows of `mention` under the alias `n`: those that lie behind where
 * their own scope begins to be unread.
 */
export function unreadMentions({ conversation, user, readUpTo, unreadAfter, floor, issue }: Reader): string {
  return `mention n
      left join issue_marker k on k.cloud_id = $1 and k.conversation_id = ${conversation} and k.user_id = ${user}
        and k.issue_id = n.issue_id
      where n.cloud_id = $1 and n.user_id = ${user} and n.conversation_id = ${conversation} and n.message_id > ${floor}
        and n.message_id > least(greatest(${readUpTo}, k.read_id), ${unreadAfter}, k.unread_after_id)
        ${issue === null ? '' : `and n.issue_id = ${issue}`}`;
}

/** Which of the unread messages, and what of each. */
interface Unread extends Pick<Reader, 'conversation' | 'user'> {
  readonly columns: string;
  /** More that holds for each message, under the alias `m`. */
  readonly where?: string;
  /** Only the first one: as far as that, and no further, is looked. */
  readonly isFirst?: boolean;
}

/**
 * The unread messages of a scope `g`: others', not deleted, and no notice of the service. In two parts, each with an index that holds no message
 * outside its scope, so that what is looked at is what is unread.
 */
export function unreadMessages({ conversation, user, columns, where = 'true', isFirst = false }: Unread): string {
  const part = (scope: string) => `
      select ${columns}
      from message m
      where m.cloud_id = $1 and m.conversation_id = ${conversation} and ${scope} and m.id > g.after_id
        and m.sender_id <> ${user} and m.deleted_at is null and m.notice_what is null
        and ${where}${isFirst ? ' order by m.id limit 1' : ''}`;
  return `((${part('g.issue_id is null and m.issue_id is null')})
      union all (${part('m.issue_id = g.issue_id')})
    )`;
}
