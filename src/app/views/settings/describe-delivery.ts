import { type Delivery, isolateText } from '../../definitions';
import { namePerson } from '../shared/name-person';
import type { TextKey, Texts } from '../shared/use-texts';

/** By what something was sent. A rule's or a program's name is its own word for itself and stands in quotes for that reason. */
export function describeEntry(t: Texts, { entry, label, owner }: Delivery): string {
  const by =
    label === null ? t(`settings.deliveries.entry.${entry}`) : t(`settings.deliveries.entry.${entry}Named`, { label });
  return owner === null ? by : t('settings.deliveries.entryOf', { entry: by, name: namePerson(t, owner) });
}

/** Whom it was for. A place on the issue, where it failed before anyone looked who that is. */
export function nameReceiver(t: Texts, { to, toName }: Delivery): string {
  if (to === 'assignee' || to === 'reporter' || to === 'group') return t(`settings.deliveries.${to}`);
  return toName === null ? t('settings.deliveries.nobody') : isolateText(toName);
}

/** What became of it. Of a mail no more is known than that Jira took it. */
export function describeStatus(t: Texts, { entry, status }: Delivery): string {
  const isMail = entry === 'mail' || entry === 'reminder';
  return t(isMail && status === 'sent' ? 'settings.deliveries.status.handed' : `settings.deliveries.status.${status}`);
}

/** Why it is not sent, as a sentence; null when it is. A word that this version does not know stands there as it is. */
export function describeReason(t: Texts, { reason, entry }: Delivery): string | null {
  if (reason === null) return null;
  const key = `problem.${reason}.title`;
  const title = t(key as TextKey);
  if (title === key) return t('settings.deliveries.reasonUnknown', { code: reason });
  // The sentence of a problem speaks to whoever wrote.
  const isBlockedRule = reason === 'blocked' && entry !== 'mail' && entry !== 'reminder';
  const text = t(isBlockedRule ? 'settings.deliveries.ruleBlocked' : (`problem.${reason}.text` as TextKey));
  return t('settings.deliveries.reason', { title, text });
}
