import type { ParamsOf } from '../../contract/described-operations';
import { ReminderInput } from '../../contract/follow-up';
import { decideOpen, notFound, requireMessage } from '../conversation/access';
import type { ConversationStore } from '../conversation/conversation-store';
import type { MessageStore } from '../conversation/message-store';
import { decideDue, decideReminder, refuseManyReminders } from '../conversation/reminder-rules';
import type { ReminderPlace, ReminderStore } from '../conversation/reminder-store';
import { refuseField } from '../errors/app-error';
import type { Caller } from '../identity/caller';
import { createCheck, nameBodyField } from './input/check-value';
import type { Cursors } from './input/cursors';
import type { Handlers } from './input/operation-request';
import { answerPage, readPage } from './input/page';
import { readTime } from './input/read-time';

type ReminderOperation = 'listReminders' | 'setReminder' | 'removeReminder' | 'listDueReminders';

type RemindersStore = ReminderStore & Pick<ConversationStore, 'findConversation'> & Pick<MessageStore, 'findMessage'>;

type Params = ParamsOf<'setReminder'>;

const checkInput = createCheck(ReminderInput, nameBodyField());

/** Reminders of the caller: no id of another one's is ever taken. @param now the store's clock */
export function createReminderHandlers(
  store: RemindersStore,
  cursors: Cursors,
  now: () => Date,
): Pick<Handlers, ReminderOperation> {
  const admit = async (caller: Caller, { cloudId, conversationId }: Params) =>
    decideReminder(caller, await store.findConversation(cloudId, conversationId, caller.id));
  return {
    async listReminders({ caller, params: { cloudId }, query }) {
      const binding = ['reminders', cloudId, caller.id];
      const page = await store.listReminders(cloudId, caller.id, readPage(query, cursors, binding));
      return answerPage(page, query, cursors, binding);
    },
    async setReminder({ caller, params, query: { message: messageId }, body }) {
      const { due, issue } = checkInput(body.value);
      const at = decideDue(due, now());
      const seen = await admit(caller, params);
      const place = placeOf(caller, params, messageId);
      if (messageId === undefined) return finish(await store.setReminder(place, at, issue ?? null));
      if (issue !== undefined) throw refuseField('body/issue', 'must not be sent together with query.message');
      const message = requireMessage(await store.findMessage(decideOpen(caller, seen), messageId));
      if (message.deletedAt !== null) throw notFound('message');
      return finish(await store.setReminder(place, at, message.issue));
    },
    async removeReminder({ caller, params, query: { message } }) {
      await admit(caller, params);
      await store.removeReminder(placeOf(caller, params, message));
      return undefined;
    },
    async listDueReminders({ params: { cloudId }, query }) {
      const { since, until } = query;
      const binding = ['due', cloudId, since, until];
      const span = { since: readTime('since', since), until: readTime('until', until) };
      const page = await store.listDueReminders(cloudId, { ...readPage(query, cursors, binding), ...span });
      return answerPage(page, query, cursors, binding);
    },
  };
}

function placeOf(caller: Caller, params: Params, messageId: string | undefined): ReminderPlace {
  const { cloudId, conversationId } = params;
  return { cloudId, ownerId: caller.id, conversationId, messageId: messageId ?? null };
}

function finish(outcome: 'set' | 'too-many'): undefined {
  if (outcome === 'too-many') throw refuseManyReminders();
}
