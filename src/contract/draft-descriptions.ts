import { Type } from 'typebox';
import { Draft, DraftChange, DraftList, DraftQuestion, SavedDraft } from './drafts';
import type { Description } from './operation';
import { conversationMessageBody } from './parameters';

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
