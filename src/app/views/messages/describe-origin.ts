import type { PanelMessage } from '../../definitions';
import type { Texts } from '../shared/use-texts';

/** Why a message came that no person wrote. The label is the sender's own word for itself and stands in quotes for that reason. */
export function describeOrigin(t: Texts, { kind, label }: NonNullable<PanelMessage['origin']>): string {
  if (kind === 'rule') return label === null ? t('message.ruleUnnamed') : t('message.rule', { label });
  return label === null ? t('message.clientUnnamed') : t('message.client', { label });
}
