import type { EndedHoldList } from '../../../contract/quiet';
import type { Page } from '../../client/walk-pages';
import type { QueuedHold } from '../queue/queued-hold';
import { writeHoldKey } from '../tell-hold';
import { putOff } from './put-off';
import type { SweepRun } from './sweep-lane';
import { walkSpan } from './walk-span';

export type EndedHold = EndedHoldList['values'][number];

/** So many of them go into the queue for the same second: most quiet hours end at the same minute. */
const aSecond = 10;
/** The platform's most, in seconds. */
const longestDelay = 900;

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
export async function tellEnded(found: readonly EndedHold[], end: number): Promise<boolean> {
  let isDone = true;
  for (const [n, { user, from, until }] of found.entries()) {
    if (Date.now() > end) return false;
    const hold: QueuedHold = { kind: 'hold', to: user.id, from, until };
    const delay = Math.min(longestDelay, Math.floor(n / aSecond));
    if ((await putOff(writeHoldKey(hold), { ...hold }, delay)) === 'held') isDone = false;
  }
  return isDone;
}
