import type { AdministratorDeed, NotedDeed } from '../../../contract/people';
import { timeOfId } from '../../../contract/time-of-id';
import type { Creation } from '../../conversation/conversation-store';
import type { DeedToNote } from '../../conversation/people-store';
import { claimKeys, createOnce, findClaim } from '../claims/claim';
import type { Clock } from '../engine/clock';
import type { Database } from '../engine/database';
import { type Deed, noteDeed } from './audit';

/** A record of what the app says that an administrator did; under one key, one. */
export function noteAdministratorDeed(
  database: Database,
  clock: Clock,
  { cloudId, callerId, claim, deed }: DeedToNote,
): Promise<Creation<NotedDeed>> {
  const askedAt = clock.now();
  const id = clock.newId(askedAt);
  const { account: actorId, action } = deed;
  return createOnce<NotedDeed>({
    claim,
    create: () =>
      database.transaction(async (transaction) => {
        const making = { sender: { id: callerId }, claim, proposedId: id, askedAt };
        if ((await claimKeys(transaction, cloudId, [making])).length === 0) return null;
        const kept = { cloudId, actorId, action, subject: null, details: describe(deed) };
        await noteDeed(transaction, clock, kept, { id, at: askedAt });
        return { id, at: askedAt.toISOString() };
      }),
    findClaim: (key) => findClaim(database, [cloudId, callerId, key, null, null, null]),
    replay: async (notedId) => ({ id: notedId, at: timeOfId(notedId) }),
  });
}

/** Words of ours, ids and a time. When it was done can be earlier than the record, which may have waited in a queue. */
function describe({ done, switches }: AdministratorDeed): Deed['details'] {
  if (switches === undefined) return { done };
  const { isOn, rulesMaySend, projectsOff, byPermission, peopleMayBegin, receipts, keepsDrafts } = switches;
  const said = { byPermission, begin: peopleMayBegin, receipts, drafts: keepsDrafts };
  const told = Object.entries({ people: isOn, rules: rulesMaySend, ...said })
    .filter(([, is]) => is !== undefined)
    .map(([name, is]) => [name, is ? 'on' : 'off']);
  return { done, ...Object.fromEntries(told), projectsOff: projectsOff.join(',') };
}
