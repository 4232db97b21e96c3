import { Type } from 'typebox';
import { AccountId, IssueId, IssueKey, Uuid } from './identifiers';
import { ConversationMessageInput, Document, MessageInput } from './resources';

/** Pieces that several entries of the operations table share. */

export const participate = ['participate:conversation'] as const;
export const manage = ['manage:conversation'] as const;
/** What an owner may do who was granted no more than taking part: the rules say who else may. */
export const participateOrManage = [...participate, ...manage] as const;

export const site = '/site/{cloudId}';
export const conversations = `${site}/conversation` as const;
export const oneConversation = `${conversations}/{conversationId}` as const;

export const none = Type.Object({});
export const ofSite = Type.Object({ cloudId: Uuid });
export const ofUser = Type.Object({ cloudId: Uuid, userId: AccountId });
export const ofConversation = Type.Object({ cloudId: Uuid, conversationId: Uuid });

export const pageSize = Type.Integer({ minimum: 1, maximum: 75, default: 75 });
/** Of the list of conversations, whose default depends on what each brings along. */
export const listSize = Type.Optional(
  Type.Integer({
    minimum: 1,
    maximum: 75,
    description: '75 where it is not given; with `expand=messages` 25, and at most 25',
  }),
);
export const cursor = Type.Optional(Type.String({ maxLength: 4096 }));

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
export const issueOfText = Type.Object({
  issueId: Type.Optional(IssueId),
  issueKey: Type.Optional(IssueKey),
});

/** Where to read in a conversation. At most one of the positions; none means the latest messages. */
export const messageWindow = Type.Object({
  limit: pageSize,
  afterMessage: Type.Optional(Uuid),
  beforeMessage: Type.Optional(Uuid),
  afterTimestamp: Type.Optional(Type.String({ format: 'date-time' })),
  beforeTimestamp: Type.Optional(Type.String({ format: 'date-time' })),
  issue: Type.Optional(IssueId),
});
