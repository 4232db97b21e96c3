import { Type } from 'typebox';
import { largestPage, longestCursor } from '../patterns/patterns';
import { IssueId, IssueKey, Uuid, uuidFor } from './identifiers';
import { ConversationMessageInput, Document, MessageInput } from './resources';

/** Pieces that several descriptions share. */

export const pageSize = Type.Integer({ minimum: 1, maximum: largestPage, default: largestPage });
/** Of the list of conversations, whose default depends on what each brings along. */
export const listSize = Type.Optional(
  Type.Integer({
    minimum: 1,
    maximum: largestPage,
    description: `${largestPage} where it is not given; with \`expand=messages\` 25, and at most 25`,
  }),
);
export const cursor = Type.Optional(Type.String({ maxLength: longestCursor }));

/** ADF bare or in a `body` member; or raw text, with the issue in the query. */
export const messageBody = {
  'application/json': Type.Union([MessageInput, Document]),
  'text/plain': Type.String(),
  'text/markdown': Type.String(),
} as const;
export const conversationMessageBody = {
  ...messageBody,
  'application/json': Type.Union([ConversationMessageInput, Document]),
} as const;
const draft = Type.Optional(uuidFor('Ours. The revision of your draft that this takes with it; another one stays'));
export const sendQuery = Type.Object({
  issueId: Type.Optional(IssueId),
  issueKey: Type.Optional(IssueKey),
  draft,
  question: Type.Optional(
    Type.Boolean({ description: 'Ours. Whether you wait for an answer; for a direct conversation alone' }),
  ),
});
export const editQuery = Type.Object({ draft });

/** Where to read in a conversation. At most one of the positions; none means the latest messages. */
export const messageWindow = Type.Object({
  limit: pageSize,
  afterMessage: Type.Optional(Uuid),
  beforeMessage: Type.Optional(Uuid),
  afterTimestamp: Type.Optional(Type.String({ format: 'date-time' })),
  beforeTimestamp: Type.Optional(Type.String({ format: 'date-time' })),
  issue: Type.Optional(IssueId),
});
