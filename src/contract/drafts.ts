import { type Static, Type } from 'typebox';
import { largestPage } from '../patterns/patterns';
import { AccountId, IssueId, Timestamp, Uuid, uuidFor } from './identifiers';
import type { Description } from './operation';
import { conversationMessageBody, cursor } from './parameters';
import { Document } from './resources';

const place = {
  user: Type.Optional(AccountId),
  conversation: Type.Optional(
    uuidFor('A conversation, where `user` is not given: one with a person is the same place'),
  ),
  issue: Type.Optional(IssueId),
  message: Type.Optional(uuidFor('The message of yours that you are editing; with `issue`, it is about that')),
};

/** A place, or none for the list of all that have a draft. */
export const DraftQuestion = Type.Object({
  ...place,
  cursor,
  limit: Type.Integer({ minimum: 1, maximum: largestPage, default: largestPage }),
});

/** The place of what is saved or thrown away, and the revision that is there as far as the caller knows. */
export const DraftChange = Type.Object({
  ...place,
  revision: Type.Optional(
    uuidFor(
      'The revision that is there. A PUT without it is for a place without a draft, a DELETE without it for any draft',
    ),
  ),
});

const DraftPlace = {
  user: Type.Optional(Type.Object({ id: AccountId })),
  conversationId: Type.Optional(Uuid),
  issue: Type.Union([Type.Object({ id: IssueId }), Type.Null()]),
  messageId: Type.Union([Uuid, Type.Null()], { description: 'Of an edit that is under way' }),
};

export const SavedDraft = Type.Object({ revision: Uuid, saved: Timestamp });

/** What the caller began to write in a place, as it was sent: a document, or text. */
export const Draft = Type.Object({
  ...DraftPlace,
  ...SavedDraft.properties,
  mediaType: Type.Union([Type.Literal('application/json'), Type.Literal('text/plain'), Type.Literal('text/markdown')]),
  body: Type.Union([Document, Type.String()]),
});

/** The caller's places with a draft, without its words. */
export const DraftList = Type.Object({
  values: Type.Array(Type.Object({ ...DraftPlace, ...SavedDraft.properties })),
  cursor: Type.String({ description: 'Empty on the last page' }),
  limit: Type.Integer(),
  size: Type.Integer(),
});

export type SavedDraft = Static<typeof SavedDraft>;
export type Draft = Static<typeof Draft>;
export type DraftList = Static<typeof DraftList>;

/** What one began to write and has not sent. Each is the caller's own: no id of another one's draft is ever taken. */
export const draftDescriptions = {
  getDraft: {
    operationId: 'DraftGetHandler',
    summary: 'Get your draft in a place, or list the places where you have one',
    refusals: ['not_found'],
    query: DraftQuestion,
    reply: Type.Union([Draft, DraftList]),
  },
  saveDraft: {
    operationId: 'DraftPutHandler',
    summary: 'Save your draft in a place',
    refusals: ['not_found', 'conflict'],
    query: DraftChange,
    body: conversationMessageBody,
    reply: SavedDraft,
  },
  deleteDraft: {
    operationId: 'DraftDeleteHandler',
    summary: 'Throw your draft in a place away',
    refusals: ['conflict'],
    query: DraftChange,
  },
} as const satisfies Record<string, Description>;
