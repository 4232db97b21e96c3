import { namePerson } from '../shared/name-person';
import type { ThreadState } from '../shared/panel-state';
import type { Texts } from '../shared/use-texts';

/** The other person by name, what they are on the issue, and how much of theirs is unread unless it is being read now. */
export function labelThread(t: Texts, thread: ThreadState, isShown: boolean): string {
  const { isAssignee, isReporter, unreadCount } = thread;
  const name = namePerson(t, thread.person);
  const role = isAssignee && isReporter ? 'both' : isAssignee ? 'assignee' : isReporter ? 'reporter' : null;
  const label = role === null ? name : t(`people.${role}`, { name });
  if (isShown || unreadCount === 0) return label;
  return t('people.unread', { label, count: unreadCount > 99 ? '99+' : unreadCount });
}
