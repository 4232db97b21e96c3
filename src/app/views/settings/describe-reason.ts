import type { Delivery } from '../../definitions';
import type { TextKey, Texts } from '../shared/use-texts';

/** Why it is not sent, as a sentence; null when it is. A word that this version does not know stands there as it is. */
export function describeReason(t: Texts, { reason }: Delivery): string | null {
  if (reason === null) return null;
  const key = `problem.${reason}.title`;
  const title = t(key as TextKey);
  if (title === key) return t('settings.deliveries.reasonUnknown', { code: reason });
  return t('settings.deliveries.reason', { title, text: t(`problem.${reason}.text` as TextKey) });
}
