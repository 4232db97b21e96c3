import type { Person } from './person';
import type { WritingRefusal } from './writing-refusal';

/** Why nobody can write to someone, whoever asks; null where one can. Only an active human reads what is written. */
export function refuseRecipient({ kind, active }: Person): WritingRefusal | null {
  if (kind === 'app') return 'recipient_app';
  if (kind === 'program') return 'recipient_program';
  if (kind === 'customer') return 'recipient_customer';
  if (kind === 'unknown') return 'recipient_unknown';
  return active ? null : 'recipient_inactive';
}
