import { type Static, Type } from 'typebox';
import type { AdfDocument } from '../document/types';
import { largestGroup, longestName, longestTopic } from '../patterns/patterns';
import { AccountId, IssueId, IssueKey, Timestamp, Uuid, uuidFor } from './identifiers';
import { type ReactionName as ReactionNames, reactionNames } from './reaction-names';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });

const closed = { additionalProperties: false } as const;

/** An Atlassian Document Format root. Its inside is checked by `document/check`, which accepts what published clients send. */
export const Document = Type.Unsafe<AdfDocument>(
  Type.Object(
    { version: Type.Literal(1), type: Type.Literal('doc'), content: Type.Array(Type.Unknown()) },
    { description: 'An Atlassian Document Format (ADF) document' },
  ),
);

export const Issue = Type.Object({ id: IssueId, key: IssueKey });

/** Why a message came. `label` is the sender's own text (the name of a rule, of a client): shown as text, never trusted. */
export const Origin = Type.Object({
  kind: Type.Union([Type.Literal('person'), Type.Literal('rule'), Type.Literal('client')]),
  label: nullable(Type.String({ maxLength: longestName })),
  account: Type.Optional(
    nullable(
      AccountId,
      'Of a rule: whose it is, as the app says; null where that is not known. From others it is refused',
    ),
  ),
});

export const Sender = Type.Object({
  id: AccountId,
  kind: Type.Union([Type.Literal('user'), Type.Literal('app'), Type.Literal('client')]),
});

/**
 * What became of the conversation that the message is in, which the service tells: by whom a group was made public, begun or
 * grown, or who owns it now; in a direct conversation, by whom it goes on in a group.
 */
export const Notice = Type.Object({
  what: Type.Union([
    Type.Literal('made-public'),
    Type.Literal('owner'),
    Type.Literal('founded'),
    Type.Literal('added'),
    Type.Literal('continued'),
  ]),
  by: AccountId,
  people: Type.Optional(
    Type.Array(AccountId, { description: 'Who was in it at first beside `by` (`founded`), or was added (`added`)' }),
  ),
  history: Type.Optional(
    Type.Literal('from-now', { description: 'Of `added`: they read what is written from then on' }),
  ),
  conversationId: Type.Optional(uuidFor('Of `continued`: the group, which its members alone see')),
});

/** A quick answer to a message. */
export const ReactionName = Type.Unsafe<ReactionNames>(
  Type.String({ enum: [...reactionNames], description: 'A quick answer' }),
);

export const Reaction = Type.Object({
  name: ReactionName,
  count: Type.Integer(),
  mine: Type.Boolean({ description: 'Whether the caller is among them' }),
  users: Type.Array(AccountId, { maxItems: 10, description: 'The first ten' }),
});

/** A message. A deleted one stays as a tombstone: `body` null, `text` empty, `deletedAt` set. */
export const Message = Type.Object({
  id: Uuid,
  body: nullable(Document),
  text: Type.String({ description: 'The document as plain text' }),
  sender: Sender,
  ts: Timestamp,
  conversationId: Uuid,
  editedAt: nullable(Timestamp),
  deletedAt: nullable(Timestamp),
  issue: nullable(Issue),
  origin: nullable(Origin),
  notice: Type.Optional(Notice),
  awaitsAnswer: Type.Optional(
    Type.Boolean({ description: 'Whether its sender waits for an answer; absent where not' }),
  ),
  removed: Type.Optional(
    Type.Literal(true, { description: 'An administrator of the site took the words away; otherwise absent' }),
  ),
  reactions: Type.Optional(Type.Array(Reaction, { description: 'Absent where there are none' })),
});

/** Messages in ascending order of id, which is the order of their commits. */
export const MessageList = Type.Object({
  values: Type.Array(Message),
  before: nullable(Uuid),
  after: nullable(Uuid),
});

export const Conversation = Type.Object({
  cloudId: Uuid,
  id: Uuid,
  name: Type.String({ description: 'Empty in a direct conversation' }),
  topic: Type.String(),
  type: Type.Union([Type.Literal('group'), Type.Literal('direct')]),
  privacy: Type.Union([Type.Literal('public'), Type.Literal('private')]),
  avatarUrl: Type.String(),
  isArchived: Type.Boolean(),
  created: Timestamp,
  modified: Timestamp,
  _links: Type.Optional(Type.Record(Type.String(), Type.String())),
  user: Type.Optional(
    Type.Object({ id: AccountId }, { description: 'Of a direct conversation: the other end, as the caller sees it' }),
  ),
  /** Of a group that was made public: its last message then. Who is no member reads what is later. */
  publicFrom: Type.Optional(Uuid),
  issue: Type.Optional(
    Type.Object(Issue.properties, { description: 'Of a group that was begun beside an issue; its key as it was then' }),
  ),
  lastMessage: Type.Optional(nullable(Message)),
  isMuted: Type.Optional(Type.Boolean({ description: 'Whether the caller has muted it for themselves' })),
  role: Type.Optional(
    nullable(
      Type.Union([Type.Literal('owner'), Type.Literal('member')], {
        description: "The caller's place in a group; null for who is not in it, and in a direct conversation",
      }),
    ),
  ),
  unreadCount: Type.Optional(
    Type.Integer({
      maximum: 100,
      description:
        "Others' undeleted messages that the caller has not read, with `issue` those about it; 100 is 100 or more",
    }),
  ),
  readBy: Type.Optional(
    Type.Array(Type.Object({ userId: AccountId, messageId: Uuid, issue: Type.Optional(IssueId) }), {
      maxItems: 200,
      description:
        'How far others have read, of those who show it: the 100 furthest of the conversation, then the 100 furthest of issues in it (with `issue`, of that one), which name theirs',
    }),
  ),
  hasDraft: Type.Optional(
    Type.Boolean({ description: 'Whether the caller has a draft here, with `issue` one about that' }),
  ),
  questions: Type.Optional(
    Type.Array(Type.Object({ messageId: Uuid, mine: Type.Boolean(), issue: Type.Optional(IssueId) }), {
      maxItems: 20,
      description:
        'Messages whose sender waits for an answer, with `issue` those about it, the newest first; `mine`: the caller does',
    }),
  ),
  reminders: Type.Optional(
    Type.Array(Type.Object({ messageId: nullable(Uuid), due: Timestamp }), {
      maxItems: 20,
      description:
        "The caller's own here, those that are due first; without `messageId` of the conversation as a whole",
    }),
  ),
  mentioned: Type.Optional(
    Type.Boolean({
      description:
        'Whether something mentions the caller that they have not read, with `issue` about that. Absent in the release before',
    }),
  ),
  unreadAfter: Type.Optional(
    Type.Array(Type.Object({ messageId: Uuid, issue: Type.Optional(IssueId) }), {
      maxItems: 100,
      description:
        "Where what is unread begins, for each issue with something unread and, without `issue`, for what is about none: others' messages later than this id",
    }),
  ),
  messages: Type.Optional(MessageList),
});

export const ConversationList = Type.Object({
  values: Type.Array(Conversation),
  cursor: Type.String({ description: 'Empty on the last page' }),
  limit: Type.Integer(),
  size: Type.Integer(),
});

export const SiteList = Type.Object({
  values: Type.Array(Type.Object({ cloudId: Uuid, id: Uuid, name: Type.String() })),
  _links: Type.Record(Type.String(), Type.String()),
});

/** Messages of several conversations, the newest first. */
export const MessagePage = Type.Object({
  values: Type.Array(Message),
  cursor: Type.String({ description: 'Empty on the last page' }),
  limit: Type.Integer(),
  size: Type.Integer(),
});

/** The members of a group, by account id in ascending order. */
export const Roster = Type.Object({
  values: Type.Array(AccountId),
  _links: Type.Record(Type.String(), Type.String()),
});

export const MessageId = Type.Object({ id: Uuid });

/** `{ "body": ADF }` and, of ours, the issue that it is about and why it came. */
export const MessageInput = Type.Object({
  body: Document,
  issue: Type.Optional(Issue),
  origin: Type.Optional(Origin),
});

/** The same where the operation is ours: other members are refused, at any place. */
export const ConversationMessageInput = Type.Object(
  {
    body: Document,
    issue: Type.Optional(Type.Object(Issue.properties, closed)),
    origin: Type.Optional(Type.Object(Origin.properties, closed)),
  },
  closed,
);

export const ConversationInput = Type.Object({
  name: Type.String({ minLength: 1, maxLength: longestName }),
  privacy: Type.Union([Type.Literal('public'), Type.Literal('private')], { default: 'public' }),
  topic: Type.String({ maxLength: longestTopic, default: '' }),
  issue: Type.Optional(
    Type.Object(Issue.properties, {
      description: 'Ours. The issue that the group is begun beside: it is private then, and stays so',
    }),
  ),
  members: Type.Optional(
    Type.Array(AccountId, {
      maxItems: largestGroup - 1,
      description: 'Ours. Who is in it from the beginning; all of them, or no group is made',
    }),
  ),
  follows: Type.Optional(
    uuidFor(
      'Ours, with `issue`. The direct conversation that goes on in the group, whose other end is among `members`: it is told there, and its words stay there',
    ),
  ),
});

const ofConversation = ConversationInput.properties;

/** What is to be other than it is. At least one of them. */
export const ConversationChange = Type.Object(
  {
    name: Type.Optional(ofConversation.name),
    topic: Type.Optional(Type.String({ maxLength: longestTopic })),
    privacy: Type.Optional(Type.Union([Type.Literal('public'), Type.Literal('private')])),
  },
  { ...closed, minProperties: 1 },
);

/** Who is to be in the group and who is not. All of it happens or none. */
export const RosterChange = Type.Object(
  {
    add: Type.Optional(Type.Array(AccountId, { maxItems: largestGroup })),
    remove: Type.Optional(Type.Array(AccountId, { maxItems: largestGroup })),
    history: Type.Optional(
      Type.Literal('from-now', { description: 'Who is added reads what is written from now on; otherwise all of it' }),
    ),
  },
  { ...closed, minProperties: 1 },
);

/** How far one has read: of the conversation, or of what is about one issue. */
export const ReadMarker = Type.Object({ messageId: Uuid, issue: Type.Optional(IssueId) }, closed);

/** How far everything is marked as read. */
export const AllRead = Type.Object({
  count: Type.Integer({ description: 'Conversations of this step in which something was unread' }),
  cursor: Type.String({
    description: 'Goes on, up to the moment of the first request; empty once all of it is done',
  }),
});

export type Issue = Static<typeof Issue>;
export type Origin = Static<typeof Origin>;
export type Notice = Static<typeof Notice>;
export type Reaction = Static<typeof Reaction>;
export type Sender = Static<typeof Sender>;
export type Message = Static<typeof Message>;
export type MessageList = Static<typeof MessageList>;
export type Conversation = Static<typeof Conversation>;
export type ConversationList = Static<typeof ConversationList>;
export type SiteList = Static<typeof SiteList>;
export type MessagePage = Static<typeof MessagePage>;
export type Roster = Static<typeof Roster>;
export type ConversationChange = Static<typeof ConversationChange>;
export type ConversationInput = Static<typeof ConversationInput>;
export type RosterChange = Static<typeof RosterChange>;
export type MessageInput = Static<typeof MessageInput>;
