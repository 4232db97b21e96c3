import { isAccountId } from '../site/is-account-id';

const places = new Set(['assignee', 'reporter']);

/** Whether this is the account of a person: programs have none, and a line of the delivery log may name a place. */
export function isPersonId(id: string): boolean {
  return isAccountId(id) && !places.has(id) && !id.startsWith('client:') && !id.startsWith('app:');
}
