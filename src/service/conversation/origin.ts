import { createHash } from 'node:crypto';
import type { Origin } from '../../contract/resources';
import { refuseField } from '../errors/app-error';
import type { Actor } from './actor';
import type { SendQuota } from './conversation-store';

/**
 * Why a message came, as the service vouches for it. A client cannot pass for a person, a person not for a rule, nor the
 * app for one. Whose rule it is comes from the app alone; from others it is left out. The label of the app's message is
 * free text. A person writes without a label.
 * @throws AppError `invalid_request` where a person claims to be something else, and where a rule is no person's.
 */
export function describeOrigin(actor: Actor, given: Origin | null): Origin {
  if (actor.kind === 'client') return { kind: 'client', label: actor.label };
  if (actor.kind === 'app') return { kind: 'rule', label: given?.label ?? null, account: readOwner(given) };
  if (given && given.kind !== 'person') throw refuseField('body/origin/kind', 'must be person for a user');
  return { kind: 'person', label: null };
}

/** For operations of ours, which refuse what those of the listing leave out. @throws AppError `invalid_request`. */
export function requireOwnOrigin(actor: Actor, given: Origin | null): void {
  if (actor.kind !== 'app' && given?.account) throw refuseField('body/origin/account', 'may be said by the app alone');
}

function readOwner(given: Origin | null): string | null {
  const account = given?.account ?? null;
  if (account !== null && /^(unidentified$|app:|client:)/i.test(account)) {
    throw refuseField('body/origin/account', 'must be the account of a person');
  }
  return account;
}

/**
 * What the message of a rule counts against: each rule of an account by itself, so that neither silences the other. Nothing
 * where the account is not known, or nothing is limited. The label is not kept in the count.
 */
export function quotasOfRule({ label, account }: Origin, limit: number): SendQuota[] {
  if (!account || limit === 0) return [];
  const rule = createHash('sha256')
    .update(label ?? '')
    .digest('hex');
  return [{ callerId: account, subject: `rule:${rule.slice(0, 32)}`, limit }];
}
