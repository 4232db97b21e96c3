import { isolateText } from '../../definitions';
import { namePerson } from '../shared/name-person';
import type { Texts } from '../shared/use-texts';
import type { ThreadState } from './state/panel-state';

/** What a thread is called: the other person, or the group. */
export function labelName(t: Texts, { person, entry }: Pick<ThreadState, 'person' | 'entry'>): string {
  return person === null ? isolateText(entry?.name ?? '') : namePerson(t, person);
}

/**
 * The same with what the person is on the issue, whether one has begun to write there, how much is unread, and whether it
 * mentions the reader.
 */
export function labelThread(t: Texts, thread: ThreadState, hasDraft: boolean): string {
  const { isAssignee, isReporter, unreadCount, mentioned, person } = thread;
  const name = labelName(t, thread);
  const role = isAssignee && isReporter ? 'both' : isAssignee ? 'assignee' : isReporter ? 'reporter' : null;
  const named = role === null ? (person === null ? t('people.group', { name }) : name) : t(`people.${role}`, { name });
  const label = hasDraft ? t('people.draft', { label: named }) : named;
  if (unreadCount === 0) return label;
  return t(mentioned ? 'people.mentioned' : 'people.unread', { label, count: unreadCount > 99 ? '99+' : unreadCount });
}
