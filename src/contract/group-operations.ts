import type { Operation } from './operation';
import { none, ofConversation, oneConversation, participate, participateOrManage } from './parameters';
import { Conversation, ConversationChange, Roster, RosterChange } from './resources';

/** What a group is called, who is in it, and putting a conversation away. */
export const groupOperations = {
  ConversationPatchHandler: {
    method: 'PATCH',
    path: oneConversation,
    summary: 'Change the name, topic or privacy of a group',
    scopes: participateOrManage,
    origin: 'aside',
    refusals: ['conflict'],
    params: ofConversation,
    query: none,
    body: { 'application/json': ConversationChange },
    reply: { status: 200, body: Conversation },
  },
  ConversationArchivePutHandler: {
    method: 'PUT',
    path: `${oneConversation}/archive`,
    summary: 'Archive a group for everyone, or a direct conversation for yourself',
    scopes: participateOrManage,
    origin: 'aside',
    params: ofConversation,
    query: none,
    reply: { status: 204, body: null },
  },
  ConversationUnarchivePutHandler: {
    method: 'PUT',
    path: `${oneConversation}/unarchive`,
    summary: 'Take a conversation out of the archive',
    scopes: participateOrManage,
    origin: 'aside',
    params: ofConversation,
    query: none,
    reply: { status: 204, body: null },
  },
  ConversationRosterGetHandler: {
    method: 'GET',
    path: `${oneConversation}/roster`,
    summary: 'List the members of a group',
    scopes: participate,
    origin: 'aside',
    refusals: ['conflict'],
    params: ofConversation,
    query: none,
    reply: { status: 200, body: Roster },
  },
  ConversationRosterPatchHandler: {
    method: 'PATCH',
    path: `${oneConversation}/roster`,
    summary: 'Add members to a group and remove others',
    scopes: participateOrManage,
    origin: 'aside',
    refusals: ['conflict'],
    params: ofConversation,
    query: none,
    body: { 'application/json': RosterChange },
    reply: { status: 204, body: null },
  },
} as const satisfies Record<string, Operation>;
