import { maxReminders } from '../../patterns/patterns';
import { AppError, refuseField } from '../errors/app-error';
import { decideSee } from './access';
import type { Actor } from './actor';
import type { SeenConversation } from './conversation-store';

const minute = 60_000;
/** A leap year. */
const year = 366 * 24 * 60 * minute;

/**
 * Whether the actor may have themselves reminded of a conversation: members only. Who reads a public group without being
 * in it would be told of it by its name alone.
 * @throws AppError `not_found` where the actor may not see it, `forbidden` where they are not in it
 */
export function decideReminder(actor: Actor, seen: SeenConversation | null): SeenConversation {
  const found = decideSee(actor, seen);
  if (!found.isMember) throw new AppError('forbidden', 'Only a member may be reminded of a conversation.');
  return found;
}

/**
 * When a reminder is due. Those that fell due are looked for as time passes, and never behind a look: so one that is
 * set lies ahead of any. @throws AppError `invalid_request`
 */
export function decideDue(due: string, now: Date): Date {
  const at = new Date(due);
  const ahead = at.getTime() - now.getTime();
  if (!(ahead >= minute && ahead <= year))
    throw refuseField('body/due', 'must be a minute from now at least, and a year at most');
  return at;
}

/** The answer to one more reminder than a person may have. */
export function refuseManyReminders(): AppError {
  return new AppError('conflict', `You have ${maxReminders} reminders, and no more can be kept.`, {
    details: [{ field: 'query', rule: `must name one of at most ${maxReminders} places` }],
  });
}
