import type { Description } from './operation';
import { Conversation, ConversationChange, Roster, RosterChange } from './resources';

/** What a group is called, who is in it, and putting a conversation away. */
export const groupDescriptions = {
  changeConversation: {
    operationId: 'ConversationPatchHandler',
    summary: 'Change the name, topic or privacy of a group',
    refusals: ['conflict'],
    body: { 'application/json': ConversationChange },
    reply: Conversation,
  },
  archiveConversation: {
    operationId: 'ConversationArchivePutHandler',
    summary: 'Archive a group for everyone, or a direct conversation for yourself',
  },
  unarchiveConversation: {
    operationId: 'ConversationUnarchivePutHandler',
    summary: 'Take a conversation out of the archive',
  },
  getRoster: {
    operationId: 'ConversationRosterGetHandler',
    summary: 'List the members of a group',
    refusals: ['conflict'],
    reply: Roster,
  },
  changeRoster: {
    operationId: 'ConversationRosterPatchHandler',
    summary: 'Add members to a group and remove others',
    refusals: ['conflict'],
    body: { 'application/json': RosterChange },
  },
} as const satisfies Record<string, Description>;
