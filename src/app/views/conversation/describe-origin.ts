import type { ShownMessage } from '../../definitions';
import { namePerson } from '../shared/name-person';
import type { Texts } from '../shared/use-texts';

/** Why a message came that no person wrote. The label is the sender's own word for itself and stands in quotes for that reason. */
export function describeOrigin(t: Texts, { kind, label, owner }: NonNullable<ShownMessage['origin']>): string {
  if (kind === 'rule' && owner?.name) {
    const name = namePerson(t, owner);
    return label === null ? t('message.ruleUnnamedOf', { name }) : t('message.ruleOf', { label, name });
  }
  if (kind === 'rule') return label === null ? t('message.ruleUnnamed') : t('message.rule', { label });
  return label === null ? t('message.clientUnnamed') : t('message.client', { label });
}
