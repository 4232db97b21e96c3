import { ApiError } from '../../client/api-error';
import type { ConversationClient } from '../../client/conversation-client';
import type { Page } from '../../client/walk-pages';
import type { EndedHolds } from './ended-holds';
import { type LaneName, loadProgress, type SweepProgress, saveProgress } from './sweep-progress';

/** Pages of one run. The platform takes 100 calls of a remote for each of the manifest's four minutes. */
const mostPages = 150;

/** What is looked for. Times in milliseconds. */
export interface SweepLane<Found> {
  readonly name: LaneName;
  /** How old a message is when its turn comes. */
  readonly age: number;
  /** How far the first run looks back behind that, and how far any does. */
  readonly firstLook: number;
  readonly furthestBack: number;
  /** Pages that are looked at together, and behind which a run that is ended goes on. */
  readonly pagesTogether: number;
  /** How much there is at least to look at: a run before that does nothing. */
  readonly every: number;
  /** What came into such a span of time, page by page from the cursor of an earlier page on. @throws ApiError */
  readonly list: (
    run: SweepRun,
    span: { readonly since: number; readonly until: number },
    from: string,
  ) => AsyncIterable<Page<Found>>;
  /** Tells of it, until the run's end at most. @returns whether all of it was told or put off */
  readonly tell: (found: readonly Found[], run: SweepRun) => Promise<boolean>;
}

export interface SweepRun {
  readonly client: ConversationClient;
  readonly site: string;
  /** When nothing new is begun, in milliseconds since the epoch. */
  readonly end: number;
  /** Whose hold has ended, as far as this run knows: the queue brings the mail about what came meanwhile. */
  readonly ended: EndedHolds;
}

/**
 * One run of a lane, from where the one before stopped.
 * @returns whether it came to its end
 * @throws ApiError, StorageError
 */
export async function sweepLane<Found>(run: SweepRun, lane: SweepLane<Found>): Promise<boolean> {
  const progress = await chooseStart(lane);
  const due = Date.now() - lane.age;
  if (progress.pending === null && due - progress.since < lane.every) return true;
  try {
    return await sweepOn(run, lane, progress, progress.pending?.until ?? due);
  } catch (error) {
    // A cursor that the service does not know any more would stop every run from now on.
    const isLost = error instanceof ApiError && error.error === 'invalid_request' && progress.pending !== null;
    if (isLost) await saveProgress(lane.name, { since: progress.since, pending: null });
    throw error;
  }
}

async function chooseStart<Found>({ name, age, firstLook, furthestBack }: SweepLane<Found>): Promise<SweepProgress> {
  const due = Date.now() - age;
  const known = await loadProgress(name);
  if (known !== null) return { since: Math.max(known.since, due - furthestBack), pending: known.pending };
  const begun: SweepProgress = { since: due - firstLook, pending: null };
  // What lay there before the app came is not told of, however long the lane waits for its first run.
  if (firstLook === 0) await saveProgress(name, begun);
  return begun;
}

async function sweepOn<Found>(
  run: SweepRun,
  { name, list, tell, pagesTogether }: SweepLane<Found>,
  start: SweepProgress,
  until: number,
): Promise<boolean> {
  const { since, pending } = start;
  let found: Found[] = [];
  let next = pending?.cursor ?? '';
  let pages = 0;
  /** The pages are seen again where not all of it is done: those of them who were mailed have their marks. */
  const finish = async () => {
    const isDone = await tell(found, run);
    found = [];
    const progress = next === '' ? { since: until, pending: null } : { since, pending: { until, cursor: next } };
    if (isDone) await saveProgress(name, progress);
    return isDone;
  };
  try {
    for await (const { values, cursor } of list(run, { since, until }, next)) {
      found.push(...values);
      next = cursor;
      pages += 1;
      if (cursor !== '' && pages % pagesTogether !== 0) continue;
      if (!(await finish()) || Date.now() > run.end || pages >= mostPages) return false;
    }
    return true;
  } catch (error) {
    // A page that does not come takes nothing from those before it.
    if (pages % pagesTogether !== 0) await finish();
    throw error;
  }
}
