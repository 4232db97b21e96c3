import type { Origin } from '../../contract/resources';
import { refuseField } from '../errors/app-error';
import type { Actor } from './actor';

/**
 * Why a message came, as the service vouches for it. A client cannot pass for a person, nor the app for one.
 * The label of a user's or the app's message is their own text. A person writes without a label.
 * @throws AppError `invalid_request` where a person claims to be a client.
 */
export function describeOrigin(actor: Actor, given: Origin | null): Origin {
  if (actor.kind === 'client') return { kind: 'client', label: actor.label };
  if (actor.kind === 'app') return { kind: 'rule', label: given?.label ?? null };
  if (given?.kind === 'client') throw refuseField('body/origin/kind', 'must be person or rule for a user');
  return given?.kind === 'rule' ? given : { kind: 'person', label: null };
}
