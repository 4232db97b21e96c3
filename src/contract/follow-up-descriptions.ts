import { Type } from 'typebox';
import { DueReminderList, ReminderInput, ReminderList, ReminderPlace, reminderPage } from './follow-up';
import type { Description } from './operation';

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
