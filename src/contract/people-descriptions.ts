import { Type } from 'typebox';
import { AccountId } from './identifiers';
import type { Description } from './operation';
import { cursor, pageSize } from './parameters';
import {
  AccountList,
  AdministratorDeed,
  AuditList,
  BlockList,
  Erasure,
  Health,
  NotedDeed,
  Preference,
  PreferenceChange,
  UnreadList,
} from './people';
import { ClientList, SiteState } from './site-state';

const page = { cursor, limit: pageSize };

/** People's choices: kept by the service, so that every sender meets them. Each is the caller's own. */
export const choiceDescriptions = {
  getPreference: {
    operationId: 'PreferenceGetHandler',
    summary: 'Get your own preferences',
    reply: Preference,
  },
  setPreference: {
    operationId: 'PreferencePutHandler',
    summary: 'Set your own preferences, those that are named',
    body: { 'application/json': PreferenceChange },
    reply: Preference,
  },
  listBlocks: {
    operationId: 'BlockGetAllHandler',
    summary: 'List whom you have blocked',
    query: Type.Object(page),
    reply: BlockList,
  },
  blockUser: {
    operationId: 'BlockPutHandler',
    summary: 'Block someone from sending to you directly',
    refusals: ['conflict'],
  },
  unblockUser: {
    operationId: 'BlockDeleteHandler',
    summary: 'Let someone send to you again',
  },
  muteConversation: {
    operationId: 'ConversationMutePutHandler',
    summary: 'Mute a conversation for yourself',
  },
  unmuteConversation: {
    operationId: 'ConversationMuteDeleteHandler',
    summary: 'Unmute a conversation for yourself',
  },
} as const satisfies Record<string, Description>;

/** For the app itself. None of them gives out words. */
export const siteDescriptions = {
  listAccounts: {
    operationId: 'AccountGetAllHandler',
    summary: 'List the people of whom anything is kept',
    query: Type.Object({
      ...page,
      active: Type.Boolean({
        default: false,
        description:
          'Only who has read, written to another one, or chosen or blocked something; a page may be short, or empty, and go on',
      }),
    }),
    reply: AccountList,
  },
  eraseAccount: {
    operationId: 'AccountErasePostHandler',
    summary: 'Take away for good what someone wrote',
    reply: Erasure,
  },
  listUnread: {
    operationId: 'UnreadGetAllHandler',
    summary: 'List who has unread messages and wants to be told, by conversation, issue and account of the rule',
    query: Type.Object({
      ...page,
      since: Type.Optional(
        Type.String({
          format: 'date-time',
          description: 'Only where the first unread message was sent later than this',
        }),
      ),
      until: Type.Optional(
        Type.String({
          format: 'date-time',
          description: 'Only where the first unread message was not sent later than this',
        }),
      ),
      user: Type.Optional(AccountId),
      mentions: Type.Boolean({
        default: false,
        description:
          'In their place the unread messages that mention a member, a row for each of both, by message: also in muted conversations, unless that person does not want it',
      }),
    }),
    reply: UnreadList,
  },
  listClients: {
    operationId: 'ClientGetAllHandler',
    summary: 'List the OAuth clients of this site, without secrets',
    reply: ClientList,
  },
  getSiteState: {
    operationId: 'SiteStateGetHandler',
    summary: 'Get the clock, the certificate and how long messages are kept',
    reply: SiteState,
  },
  noteDeed: {
    operationId: 'AuditPostHandler',
    summary: 'Note what an administrator did in Jira',
    body: { 'application/json': AdministratorDeed },
    reply: NotedDeed,
  },
  listAudit: {
    operationId: 'AuditGetAllHandler',
    summary: 'List who did what to whom',
    query: Type.Object({
      ...page,
      sort: Type.Union([Type.Literal('asc'), Type.Literal('desc')], {
        default: 'asc',
        description: 'By time, the oldest first or the newest',
      }),
    }),
    reply: AuditList,
  },
  getHealth: {
    operationId: 'SiteHealthGetHandler',
    summary: 'Get the version, the kind of store and the limits of this service',
    reply: Health,
  },
} as const satisfies Record<string, Description>;
