import { Type } from 'typebox';
import type { Operation } from './operation';
import {
  cursor,
  none,
  ofConversation,
  ofSite,
  ofUser,
  oneConversation,
  pageSize,
  participate,
  site,
} from './parameters';
import { AccountList, BlockList, Erasure, Health, Preference, UnreadList } from './people';

const operate = ['operate:site'] as const;
const page = { cursor, limit: pageSize };

/** People's choices: kept by the service, so that every sender meets them. Each is the caller's own. */
export const choiceOperations = {
  PreferenceGetHandler: {
    method: 'GET',
    path: `${site}/preference`,
    summary: 'Get your own preferences',
    scopes: participate,
    origin: 'aside',
    params: ofSite,
    query: none,
    reply: { status: 200, body: Preference },
  },
  PreferencePutHandler: {
    method: 'PUT',
    path: `${site}/preference`,
    summary: 'Set your own preferences, all of them',
    scopes: participate,
    origin: 'aside',
    params: ofSite,
    query: none,
    body: { 'application/json': Preference },
    reply: { status: 200, body: Preference },
  },
  BlockGetAllHandler: {
    method: 'GET',
    path: `${site}/block`,
    summary: 'List whom you have blocked',
    scopes: participate,
    origin: 'aside',
    params: ofSite,
    query: Type.Object(page),
    reply: { status: 200, body: BlockList },
  },
  BlockPutHandler: {
    method: 'PUT',
    path: `${site}/block/{userId}`,
    summary: 'Block someone from sending to you directly',
    scopes: participate,
    origin: 'aside',
    refusals: ['conflict'],
    params: ofUser,
    query: none,
    reply: { status: 204, body: null },
  },
  BlockDeleteHandler: {
    method: 'DELETE',
    path: `${site}/block/{userId}`,
    summary: 'Let someone send to you again',
    scopes: participate,
    origin: 'aside',
    params: ofUser,
    query: none,
    reply: { status: 204, body: null },
  },
  ConversationMutePutHandler: {
    method: 'PUT',
    path: `${oneConversation}/mute`,
    summary: 'Mute a conversation for yourself',
    scopes: participate,
    origin: 'aside',
    params: ofConversation,
    query: none,
    reply: { status: 204, body: null },
  },
  ConversationMuteDeleteHandler: {
    method: 'DELETE',
    path: `${oneConversation}/mute`,
    summary: 'Unmute a conversation for yourself',
    scopes: participate,
    origin: 'aside',
    params: ofConversation,
    query: none,
    reply: { status: 204, body: null },
  },
} as const satisfies Record<string, Operation>;

/** For the app itself. None of them gives out words. */
export const siteOperations = {
  AccountGetAllHandler: {
    method: 'GET',
    path: `${site}/account`,
    summary: 'List the people of whom anything is kept',
    scopes: operate,
    origin: 'aside',
    params: ofSite,
    query: Type.Object(page),
    reply: { status: 200, body: AccountList },
  },
  AccountErasePostHandler: {
    method: 'POST',
    path: `${site}/account/{userId}/erase`,
    summary: 'Take away for good what someone wrote',
    scopes: operate,
    origin: 'aside',
    params: ofUser,
    query: none,
    reply: { status: 200, body: Erasure },
  },
  UnreadGetAllHandler: {
    method: 'GET',
    path: `${site}/unread`,
    summary: 'List who has unread messages and wants to be told',
    scopes: operate,
    origin: 'aside',
    params: ofSite,
    query: Type.Object({
      ...page,
      since: Type.Optional(
        Type.String({
          format: 'date-time',
          description: 'Only where the first unread message was sent later than this',
        }),
      ),
    }),
    reply: { status: 200, body: UnreadList },
  },
  SiteHealthGetHandler: {
    method: 'GET',
    path: `${site}/health`,
    summary: 'Get the version, the kind of store and the limits of this service',
    scopes: operate,
    origin: 'aside',
    params: ofSite,
    query: none,
    reply: { status: 200, body: Health },
  },
} as const satisfies Record<string, Operation>;
