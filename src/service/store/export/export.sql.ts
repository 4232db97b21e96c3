import { inMilliseconds } from '../engine/milliseconds';
import { choiceColumns } from '../people/preference';
import { fitPage, messageBytes } from '../rows/fit-page.sql';
import { messageColumns } from '../rows/message-row';

/** What a conversation's record holds, under the alias `c`. */
const conversationColumns = `c.id, c.low_id, c.high_id, c.name, c.topic, c.privacy, c.is_archived,
  c.issue_id, c.issue_key,
  ${inMilliseconds('c.created_at')}`;

/** What a membership's record holds, under the alias `m`. */
const memberColumns = `m.user_id, m.role, ${inMilliseconds('m.joined_at')}, m.is_muted, m.read_id, m.unread_after_id, (
        select json_agg(k order by k.issue_id)
        from issue_marker k
        where k.cloud_id = $1 and k.conversation_id = m.conversation_id and k.user_id = m.user_id
      ) as issues`;

export const exportPreferences = {
  name: 'export-preferences',
  text: `
  select p.user_id, ${choiceColumns}, ${inMilliseconds('p.changed_at')}
  from preference p
  where p.cloud_id = $1 and p.user_id > $2 and ($4::text is null or p.user_id = $4)
  order by p.user_id
  limit $3`,
};

export const exportBlocks = {
  name: 'export-blocks',
  text: `
  select b.user_id, b.blocked_id, ${inMilliseconds('b.blocked_at')}
  from block b
  where b.cloud_id = $1 and (b.user_id, b.blocked_id) > ($2, $3) and ($5::text is null or b.user_id = $5)
  order by b.user_id, b.blocked_id
  limit $4`,
};

/** Of one account: what someone only began to write is told to nobody else, whoever asks for the whole site. */
export const exportDrafts = {
  name: 'export-drafts',
  text: `
  select d.place_kind, d.place_id, d.issue_id, d.message_id, d.revision, ${inMilliseconds('d.saved_at')}, d.media_type, d.body
  from draft d
  where d.cloud_id = $1 and d.user_id = $7
    and (d.place_kind, d.place_id, d.issue_id, d.message_id) > ($2, $3, $4, $5)
  order by d.place_kind, d.place_id, d.issue_id, d.message_id
  limit $6`,
};

/** As drafts: of one account alone. */
export const exportReminders = {
  name: 'export-reminders',
  text: `
  select r.conversation_id, r.message_id, r.issue_id, r.issue_key, ${inMilliseconds('r.due_at')}
  from reminder r
  where r.cloud_id = $1 and r.user_id = $5 and (r.conversation_id, r.message_id) > ($2, $3)
  order by r.conversation_id, r.message_id
  limit $4`,
};

const reactionColumns = `r.conversation_id, r.message_id, r.name, r.user_id, ${inMilliseconds('r.reacted_at')}`;

const reportColumns = `r.id, r.conversation_id, r.message_id, r.reporter_id, r.reason, r.note, r.outcome,
  ${inMilliseconds('r.reported_at')}, ${inMilliseconds('r.decided_at')}`;

export const exportReactions = {
  name: 'export-reactions',
  text: `
  select ${reactionColumns}
  from reaction r
  where r.cloud_id = $1 and (r.conversation_id, r.message_id, r.name, r.user_id) > ($2, $3, $4, $5)
  order by r.conversation_id, r.message_id, r.name, r.user_id
  limit $6`,
};

export const exportReactionsOfAccount = {
  name: 'export-reactions-of-account',
  text: `
  select ${reactionColumns}
  from reaction r
  where r.cloud_id = $1 and r.user_id = $6 and (r.conversation_id, r.message_id, r.name) > ($2, $3, $4)
  order by r.conversation_id, r.message_id, r.name
  limit $5`,
};

export const exportMentions = {
  name: 'export-mentions',
  text: `
  select n.user_id, n.conversation_id, n.message_id
  from mention n
  where n.cloud_id = $1 and (n.user_id, n.conversation_id, n.message_id) > ($2, $3, $4)
  order by n.user_id, n.conversation_id, n.message_id
  limit $5`,
};

export const exportMentionsOfAccount = {
  name: 'export-mentions-of-account',
  text: `
  select n.user_id, n.conversation_id, n.message_id
  from mention n
  where n.cloud_id = $1 and n.user_id = $5 and (n.conversation_id, n.message_id) > ($2, $3)
  order by n.conversation_id, n.message_id
  limit $4`,
};

/** Of an account what it reported, without the words of others. What was reported of it would tell who did. */
export const exportReportsOfAccount = {
  name: 'export-reports-of-account',
  text: `
  select ${reportColumns}, null as body
  from report r
  where r.cloud_id = $1 and r.id > $2 and r.reporter_id = $4
  order by r.id
  limit $3`,
};

export const exportReports = {
  name: 'export-reports',
  text: `
  select ${reportColumns}, r.body
  from report r
  where r.cloud_id = $1 and r.id > $2
  order by r.id
  limit $3`,
};

export const exportClientUses = {
  name: 'export-client-uses',
  text: `
  select u.client_id, ${inMilliseconds('u.used_at')}
  from client_use u
  where u.cloud_id = $1 and u.client_id > $2
  order by u.client_id
  limit $3`,
};

export const exportConversations = {
  name: 'export-conversations',
  text: `
  select ${conversationColumns}, r.members
  from conversation c
  cross join lateral (
    select json_agg(x order by x.user_id) as members
    from (
      select ${memberColumns} from member m where m.cloud_id = $1 and m.conversation_id = c.id
    ) x
  ) r
  where c.cloud_id = $1 and c.id > $2
  order by c.id
  limit $3`,
};

/** Of the members, the account alone: who else is in a group is the others' data. */
export const exportConversationsOfAccount = {
  name: 'export-conversations-of-account',
  text: `
  select ${conversationColumns}, r.members
  from conversation c
  cross join lateral (
    select json_agg(x) as members
    from (
      select ${memberColumns} from member m
      where m.cloud_id = $1 and m.conversation_id = c.id and m.user_id = $3
    ) x
  ) r
  where c.cloud_id = $1 and c.id = any ($2::text[]::uuid[])
  order by c.id`,
};

/** A page of messages along the table's own key; `limit` is the parameter that holds one more than its rows. */
function messagePage(where: string, limit: `$${number}`): string {
  const candidates = `
      select ${messageColumns}, ${messageBytes} as bytes
      from message m
      where m.cloud_id = $1 and ${where} and (m.conversation_id, m.id) > ($2::uuid, $3::uuid)
      order by m.conversation_id, m.id
      limit ${limit}`;
  return `
  select f.* from ${fitPage({ candidates, order: 'n.conversation_id, n.id', limit })} f
  order by f.conversation_id, f.id`;
}

export const exportMessages = { name: 'export-messages', text: messagePage('true', '$4') };

/** What an account sent in these conversations. */
export const exportMessagesOfAccount = {
  name: 'export-messages-of-account',
  text: messagePage('m.conversation_id = any ($4::text[]::uuid[]) and m.sender_id = $5', '$6'),
};
