import { accountId, matchWhole } from '../../patterns/patterns';

const whole = matchWhole(accountId);

/**
 * Whether a text can be an account id, of a person or of a sender that is none: the conversation API takes no other
 * (contract, AccountId).
 */
export function isAccountId(text: string): boolean {
  return whole.test(text);
}
