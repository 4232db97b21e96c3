import type { Delivery } from '../../definitions';
import type { Texts } from '../shared/use-texts';

/** Whom it was for. What failed before anyone looked who that is, is for a place on the issue. */
export function nameReceiver(t: Texts, { to, toName }: Delivery): string {
  if (to === 'assignee' || to === 'reporter') return t(`settings.deliveries.${to}`);
  return toName ?? t('settings.deliveries.nobody');
}
