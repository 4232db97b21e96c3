import { namePerson } from '../shared/name-person';
import type { Texts } from '../shared/use-texts';
import type { ThreadState } from './state/panel-state';

/** The other person by name, what they are on the issue, whether one has begun to write to them, how much of theirs is unread, and whether it mentions the reader. */
export function labelThread(t: Texts, thread: ThreadState, hasDraft: boolean): string {
  const { isAssignee, isReporter, unreadCount, mentioned } = thread;
  const name = namePerson(t, thread.person);
  const role = isAssignee && isReporter ? 'both' : isAssignee ? 'assignee' : isReporter ? 'reporter' : null;
  const named = role === null ? name : t(`people.${role}`, { name });
  const label = hasDraft ? t('people.draft', { label: named }) : named;
  if (unreadCount === 0) return label;
  return t(mentioned ? 'people.mentioned' : 'people.unread', { label, count: unreadCount > 99 ? '99+' : unreadCount });
}
