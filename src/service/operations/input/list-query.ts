import type { QueryOf } from '../../../contract/described-operations';
import { seesPublicGroups } from '../../conversation/access';
import type { ConversationQuery } from '../../conversation/conversation-store';
import { refuseField } from '../../errors/app-error';
import type { Caller } from '../../identity/caller';
import type { Cursors } from './cursors';

/** How many messages `expand=messages` brings with each conversation. */
const messagesOfIssue = 20;

/** Conversations of a page that brings their messages along, at most and where nothing is said; and of any other. */
const sizeWithMessages = 25;
const sizeAlone = 75;

type ListQuery = QueryOf<'listConversations'>;

/** What a cursor of this list is bound to: the site, the caller and every filter, but not the size of a page. */
export function bindCursor(caller: Caller, cloudId: string, query: ListQuery): readonly unknown[] {
  const { sort, order, issue = null, user = [], query: name = '' } = query;
  const filters = [
    query['exclude-direct'],
    query['include-archived'],
    query['include-private'],
    query.unread,
    ...(query['follow-up'] ? ['follow-up'] : []),
    name,
    issue,
    // Cursors of the release before go on.
    ...(query.drafts ? ['drafts'] : []),
    ...(query.programs ? ['programs'] : []),
    ...(query.mentioned ? ['mentioned'] : []),
  ];
  return ['conversations', cloudId, caller.id, sort, order, ...filters, [...user].sort()];
}

/** What to ask of the store. @throws AppError `invalid_request` for a wrong cursor, `limit` or `expand`. */
export function parseListQuery(caller: Caller, cloudId: string, query: ListQuery, cursors: Cursors): ConversationQuery {
  const expand = query.expand?.split(',') ?? [];
  if (expand.includes('messages') && query.issue === undefined) {
    throw refuseField('query.expand', 'may hold messages only together with issue');
  }
  const among = query.drafts ? 'drafts' : query.programs ? 'programs' : query['follow-up'] ? 'followed' : 'all';
  if (among !== 'all') refuseBeside(among, query);
  return {
    cloudId,
    callerId: caller.id,
    seesPublicGroups: seesPublicGroups(caller),
    excludeDirect: query['exclude-direct'],
    includeArchived: query['include-archived'],
    includePrivate: query['include-private'],
    name: query.query ?? '',
    unreadOnly: query.unread,
    among,
    mentionedOnly: query.mentioned,
    issueId: query.issue ?? null,
    userIds: query.user ?? [],
    order: query.order,
    sort: query.sort,
    limit: readLimit(query.limit, expand.includes('messages')),
    // The last page's cursor is "": sent back, it begins again.
    after: query.cursor ? cursors.open(query.cursor, bindCursor(caller, cloudId, query)) : null,
    expandActivity: expand.includes('activity'),
    messagesOfIssue: expand.includes('messages') ? messagesOfIssue : 0,
  };
}

/** Each of these is looked for first, by an index of its own. */
function refuseBeside(among: Exclude<ConversationQuery['among'], 'all'>, query: ListQuery): void {
  const isGiven = {
    issue: query.issue !== undefined,
    query: Boolean(query.query),
    user: (query.user ?? []).length > 0,
    programs: among === 'drafts' && query.programs,
    'follow-up': among !== 'followed' && query['follow-up'],
  };
  for (const [name, is] of Object.entries(isGiven)) {
    if (is)
      throw refuseField(
        `query.${name}`,
        `must not be sent together with ${among === 'followed' ? 'follow-up' : among}`,
      );
  }
}

function readLimit(asked: number | undefined, withMessages: boolean): number {
  const most = withMessages ? sizeWithMessages : sizeAlone;
  if (asked !== undefined && asked > most) throw refuseField('query.limit', `must be <= ${most} with expand=messages`);
  return asked ?? most;
}
