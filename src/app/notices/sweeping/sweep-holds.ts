import type { EndedHoldList } from '../../../contract/quiet';
import type { Page } from '../../client/walk-pages';
import type { QueuedHold } from '../queue/queued-hold';
import { lookedAtBefore, writeHoldKey } from '../tell-hold';
import { putOff } from './put-off';
import type { SweepRun } from './sweep-lane';
import { loadProgress } from './sweep-progress';
import { walkSpan } from './walk-span';

export type EndedHold = EndedHoldList['values'][number];

/** So many of them go into the queue for the same second: most quiet hours end at the same minute. */
const aSecond = 10;
/** How many are put there at once. */
const atOnce = 25;

/** Whose quiet hours or absence ended in a span, page by page. @throws ApiError */
export function listEnded(
  { client, site }: Pick<SweepRun, 'client' | 'site'>,
  span: { readonly since: number; readonly until: number },
  from: string,
): AsyncGenerator<Page<EndedHold>> {
  return walkSpan((query) => client.listEndedHolds({ params: { cloudId: site }, query }), span, from);
}

/**
 * Each of them goes into the queue, since what came meanwhile is one more question for each person, and one run may ask
 * so many. @returns whether all of them lie there; who does is not put there again
 */
export async function tellEnded(found: readonly EndedHold[], run: Pick<SweepRun, 'end' | 'ended'>): Promise<boolean> {
  noteEnded(found, run);
  for (let start = 0; start < found.length; start += atOnce) {
    if (Date.now() > run.end) return false;
    const queued = await Promise.all(
      found.slice(start, start + atOnce).map(({ user, from, until }, n) => {
        const hold: QueuedHold = { kind: 'hold', to: user.id, from, until };
        return putOff(writeHoldKey(hold), { ...hold }, Math.floor((start + n) / aSecond));
      }),
    );
    // The platform takes 500 events a minute: the next run goes on here.
    if (queued.includes('held')) return false;
  }
  return true;
}

/** Of ends that this run does not come to, the lanes after this one know at least. @throws ApiError, StorageError */
export async function noteLeftEnds(run: SweepRun): Promise<void> {
  const { since = Date.now() } = (await loadProgress('hold')) ?? {};
  for await (const { values } of listEnded(run, { since, until: Date.now() }, '')) noteEnded(values, run);
}

function noteEnded(found: readonly EndedHold[], { ended }: Pick<SweepRun, 'ended'>): void {
  for (const { user, from, until } of found) {
    ended.set(user.id, { since: Date.parse(from) - lookedAtBefore, until: Date.parse(until) });
  }
}
