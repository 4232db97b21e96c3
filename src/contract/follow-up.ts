import { type Static, Type } from 'typebox';
import { AccountId, IssueId, Timestamp, Uuid, uuidFor } from './identifiers';
import type { Description } from './operation';
import { cursor, pageSize } from './parameters';
import { Issue } from './resources';

const closed = { additionalProperties: false } as const;

/** What a reminder is of: the conversation, or one message in it. */
export const ReminderPlace = Type.Object({
  message: Type.Optional(uuidFor('A message in it; without it the conversation as a whole')),
});

/** When its owner is to be reminded, and about what where that is no message's to say. */
export const ReminderInput = Type.Object(
  {
    due: Type.String({ format: 'date-time', description: 'A minute from now at least, and a year at most' }),
    issue: Type.Optional(
      Type.Object(Issue.properties, { ...closed, description: 'Of a conversation as a whole; a message says its own' }),
    ),
  },
  closed,
);

const reminder = {
  conversationId: Uuid,
  messageId: Type.Union([Uuid, Type.Null()]),
  issue: Type.Union([Type.Object({ id: IssueId, key: Issue.properties.key }), Type.Null()]),
  due: Timestamp,
};

const page = {
  cursor: Type.String({ description: 'Empty on the last page' }),
  limit: Type.Integer(),
  size: Type.Integer(),
};

/** The caller's own, by when they are due. Nobody else can read them. */
export const ReminderList = Type.Object({ values: Type.Array(Type.Object(reminder)), ...page });

/** Whose reminders fell due, by when they did, without words. Whoever left the conversation is left out. */
export const DueReminderList = Type.Object({
  values: Type.Array(Type.Object({ user: Type.Object({ id: AccountId }), ...reminder })),
  ...page,
});

const reminderPage = { cursor, limit: pageSize };

export type ReminderInput = Static<typeof ReminderInput>;
export type ReminderList = Static<typeof ReminderList>;
export type Reminder = ReminderList['values'][number];
export type DueReminderList = Static<typeof DueReminderList>;
export type DueReminder = DueReminderList['values'][number];

/** Questions that wait for an answer, and reminders, which are each the caller's own. */
export const followUpDescriptions = {
  askQuestion: {
    operationId: 'QuestionPutHandler',
    summary: 'Say that you wait for an answer to your message',
    refusals: ['conflict', 'blocked'],
  },
  closeQuestion: {
    operationId: 'QuestionDeleteHandler',
    summary: 'Say that no answer to a message is waited for any more',
    refusals: ['conflict'],
  },
  listReminders: {
    operationId: 'ReminderGetAllHandler',
    summary: 'List your reminders',
    query: Type.Object(reminderPage),
    reply: ReminderList,
  },
  setReminder: {
    operationId: 'ReminderPutHandler',
    summary: 'Have yourself reminded of a conversation or of a message',
    refusals: ['not_found', 'conflict'],
    query: ReminderPlace,
    body: { 'application/json': ReminderInput },
  },
  removeReminder: {
    operationId: 'ReminderDeleteHandler',
    summary: 'Take a reminder of yours away',
    query: ReminderPlace,
  },
  listDueReminders: {
    operationId: 'ReminderDueGetAllHandler',
    summary: 'List whose reminders fell due',
    query: Type.Object({
      ...reminderPage,
      since: Type.String({ format: 'date-time', description: 'Only those due later than this' }),
      until: Type.String({ format: 'date-time', description: 'Only those due no later than this' }),
    }),
    reply: DueReminderList,
  },
} as const satisfies Record<string, Description>;
