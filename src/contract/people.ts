import { type Static, Type } from 'typebox';
import { jiraId, largestProjectList, matchWhole } from '../patterns/patterns';
import { AccountId, Timestamp, Uuid } from './identifiers';
import { Away, QuietHours } from './quiet';
import { Issue, Origin, Sender } from './resources';

const closed = { additionalProperties: false } as const;

/** What a person chose in one site. Who never chose has everything on. */
export const Preference = Type.Object(
  {
    receipts: Type.Boolean({ description: 'Whether others see how far this person has read' }),
    mentionsPassMute: Type.Optional(
      Type.Boolean({
        description:
          'Whether this person is told of mentions in conversations that they have muted. Absent in the release before',
      }),
    ),
    enterSends: Type.Optional(
      Type.Boolean({
        description:
          'Whether Enter sends what was typed, in place of beginning a line. False for who never chose; absent in the release before',
      }),
    ),
    quiet: Type.Optional(
      Type.Union([QuietHours, Type.Null()], {
        description: 'In which hours this person is told of nothing; null: in none. Absent in the release before',
      }),
    ),
    away: Type.Optional(
      Type.Union([Away, Type.Null()], {
        description: 'When this person is away; null: not at all. It stays 30 days after. Absent in the release before',
      }),
    ),
    notices: Type.Object(
      {
        person: Type.Boolean(),
        rule: Type.Boolean(),
        client: Type.Boolean(),
      },
      {
        ...closed,
        description: 'Of which first unread messages this person is told outside Jira, by who or what sent them',
      },
    ),
  },
  closed,
);

/** What is to be other than it is; the rest stays. */
export const PreferenceChange = Type.Object(
  {
    receipts: Type.Optional(Preference.properties.receipts),
    mentionsPassMute: Preference.properties.mentionsPassMute,
    enterSends: Preference.properties.enterSends,
    quiet: Preference.properties.quiet,
    away: Preference.properties.away,
    notices: Type.Optional(Type.Partial(Preference.properties.notices, closed)),
  },
  closed,
);

/** Who did what to whom in a site. It holds no words of messages, and nothing of it ever changes. */
export const AuditList = Type.Object({
  values: Type.Array(
    Type.Object({
      id: Uuid,
      at: Timestamp,
      actor: Type.String({ description: 'An account, `app:…`, `client:…`, `cli:…`, or `service`' }),
      action: Type.String(),
      subject: Type.Union([Type.String(), Type.Null()], {
        description: 'An account, a client, a conversation or a report',
      }),
      details: Type.Unknown({ description: 'Numbers and ids, by name' }),
    }),
  ),
  cursor: Type.String({ description: 'Empty on the last page' }),
  limit: Type.Integer(),
  size: Type.Integer(),
});

/**
 * What an administrator did in Jira, of which the service would not know by itself. The app says so: it alone knows who
 * was there. No words: neither names of projects nor the secret.
 */
export const AdministratorDeed = Type.Object(
  {
    action: Type.Union([Type.Literal('switches-saved'), Type.Literal('trigger-secret-rotated')]),
    account: AccountId,
    done: Timestamp,
    switches: Type.Optional(
      Type.Object(
        {
          isOn: Type.Boolean({ description: 'Whether people may send' }),
          rulesMaySend: Type.Boolean(),
          projectsOff: Type.Array(Type.String({ pattern: matchWhole(jiraId).source }), {
            maxItems: largestProjectList,
            description: 'Projects in which nobody may send, by their numeric id',
          }),
          byPermission: Type.Optional(Type.Boolean({ description: 'Whether only who holds the permission may send' })),
          peopleMayBegin: Type.Optional(
            Type.Boolean({ description: 'Whether people may begin a conversation about no work item' }),
          ),
          receipts: Type.Optional(Type.Boolean({ description: 'Whether people see how far others have read' })),
          keepsDrafts: Type.Optional(Type.Boolean()),
        },
        { ...closed, description: 'As they are since; of `switches-saved` alone, and needed there' },
      ),
    ),
  },
  closed,
);

/** Where it stands now: a record of the audit, and when that was written. */
export const NotedDeed = Type.Object({ id: Uuid, at: Timestamp });

/** Whom the caller has blocked, by account id in ascending order. Nobody else can read it. */
export const BlockList = Type.Object({
  values: Type.Array(Type.Object({ id: AccountId, blocked: Timestamp })),
  cursor: Type.String({ description: 'Empty on the last page' }),
  limit: Type.Integer(),
  size: Type.Integer(),
});

/** The people of whom the service keeps anything in a site, by account id in ascending order. */
export const AccountList = Type.Object({
  values: Type.Array(Type.Object({ id: AccountId })),
  cursor: Type.String({ description: 'Empty on the last page' }),
  limit: Type.Integer(),
  size: Type.Integer(),
});

/** How far an erase has come. Asked again, it goes on where it stopped. */
export const Erasure = Type.Object({
  messages: Type.Integer({ description: 'Messages that lost their words since this erase began' }),
  isFinished: Type.Boolean({ description: 'False when the time of one request ran out: ask again' }),
});

/**
 * The first message that a person has not read of one conversation, one issue (or none) and one account whose rules
 * send (or none), without its words.
 */
export const Unread = Type.Object({
  user: Type.Object({ id: AccountId }),
  conversationId: Uuid,
  type: Type.Union([Type.Literal('group'), Type.Literal('direct')]),
  first: Type.Object({
    id: Uuid,
    ts: Timestamp,
    sender: Sender,
    issue: Type.Union([Issue, Type.Null()]),
    // Its label is words that the sender chose.
    origin: Type.Object({
      kind: Origin.properties.kind,
      account: Type.Union([AccountId, Type.Null()], { description: 'Of a rule: whose it is, where that is known' }),
    }),
  }),
  heldUntil: Type.Optional(
    Type.String({
      format: 'date-time',
      description: 'Where this person is in quiet hours or away now: when that ends, and what was held is to be told',
    }),
  ),
  mention: Type.Optional(
    Type.Boolean({ description: 'True where the message mentions this person, and was asked for as that' }),
  ),
  later: Type.Optional(
    Type.Integer({
      description:
        'How many messages of the conversation that this person has not read and wants to be told of came after it, counted to 100. Absent in the release before',
    }),
  ),
});

export const UnreadList = Type.Object({
  values: Type.Array(Unread),
  cursor: Type.String({ description: 'Empty on the last page' }),
  limit: Type.Integer(),
  size: Type.Integer(),
});

export const Health = Type.Object({
  version: Type.String(),
  claims: Type.Array(Type.Object({ name: Type.String(), value: Type.Union([Type.String(), Type.Null()]) }), {
    description:
      'Of the token that came with this request: every name, and the values that name the app and its module',
  }),
  store: Type.Union([Type.Literal('embedded'), Type.Literal('postgresql')]),
  features: Type.Optional(
    Type.Array(Type.String(), {
      description:
        'What this release can do that the one before could not; absent in that one. There may be words that are not known',
    }),
  ),
  limits: Type.Object({
    documentBytes: Type.Integer({ description: 'Of a document as JSON in UTF-8' }),
    documentDepth: Type.Integer({ description: 'Levels of nodes below the root' }),
    sendsOfAccount: Type.Integer({ description: 'Sends of a person in a minute; 0: not limited' }),
    sendsOfClient: Type.Integer({
      description: 'Sends of a client, or of the app, in a conversation in a minute; 0: not limited',
    }),
    reads: Type.Integer({ description: 'Other requests of a caller in a minute; 0: not limited' }),
  }),
});

export type Preference = Static<typeof Preference>;
export type PreferenceChange = Static<typeof PreferenceChange>;
export type AuditList = Static<typeof AuditList>;
export type AdministratorDeed = Static<typeof AdministratorDeed>;
export type NotedDeed = Static<typeof NotedDeed>;
export type BlockList = Static<typeof BlockList>;
export type AccountList = Static<typeof AccountList>;
export type Erasure = Static<typeof Erasure>;
export type Unread = Static<typeof Unread>;
export type UnreadList = Static<typeof UnreadList>;
export type Health = Static<typeof Health>;
