import { randomUUID } from 'node:crypto';
import type { AdministratorDeed } from '../../../contract/people';
import type { Switches } from '../../definitions';
import { pushEvent } from '../../notices/queue/push-event';

/** What the admin page did. */
type Done =
  | { readonly action: 'switches-saved'; readonly switches: Switches }
  | { readonly action: 'trigger-secret-rotated' };

/**
 * Hands what an administrator has done to the outbox, which notes it in the audit of the service. By the queue and not
 * at once: sending has to be switched off also while the service is away. It is done by now, so that a queue that does
 * not take it fails nothing; a line in the platform's log then says what the audit lacks.
 */
export async function passOnDeed(accountId: string, done: Done): Promise<void> {
  const deed = write(accountId, done);
  const event = { kind: 'deed', key: randomUUID(), deed };
  try {
    await pushEvent(event).catch(() => pushEvent(event));
  } catch {
    console.warn(`Not in the audit, since the queue does not take it: ${deed.action} at ${deed.done}`);
  }
}

/** Projects by their ids: their names are words. */
function write(account: string, done: Done): AdministratorDeed {
  const told = { account, done: new Date().toISOString() };
  if (done.action !== 'switches-saved') return { ...told, action: done.action };
  const { projectsOff, ...switches } = done.switches;
  return { ...told, action: done.action, switches: { ...switches, projectsOff: projectsOff.map(({ id }) => id) } };
}
