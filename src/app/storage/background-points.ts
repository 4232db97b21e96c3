import kvs, { ForgeKvsAPIError } from '@forge/kvs';
import { reachStorage } from './reach-storage';
import { StorageError } from './storage-error';

const key = 'background-points';
const hour = 3_600_000;
/** Points an hour in Jira's default tier, for the app over all its sites (Jira Cloud platform, rate limiting). */
const defaultQuota = 65_000;
/** What a mail costs at most: the issue, the sender's name, or whether its receiver sees the issue, and the mail itself; the site's address once a week. */
const pointsOfMail = 6;
const slotTtl = { value: 2, unit: 'HOURS' } as const;

interface Kept {
  readonly quota: number;
  /** ISO 8601, UTC; null while nothing is paused. */
  readonly pausedUntil: string | null;
}

/**
 * Takes the points of one mail out of the third of the hour that background work may spend, or says for how many seconds
 * there are none. Each mail takes a place of its own, so that runs side by side never take the same one.
 * @throws StorageError
 */
export async function claimMailPoints(now = Date.now()): Promise<number | null> {
  const { quota, pausedUntil } = await load();
  const pause = Date.parse(pausedUntil ?? '') - now;
  if (pause > 0) return Math.ceil(pause / 1_000);
  const current = Math.floor(now / hour);
  const places = placesOf(quota);
  const next = `mail-points:${current}`;
  const from = (await reachStorage(() => kvs.get<number>(next))) ?? 0;
  for (let place = from; place < places; place += 1) {
    if (!(await takePlace(`${next}:${place}`))) continue;
    await reachStorage(() => kvs.set(next, place + 1, { keyPolicy: 'OVERRIDE', ttl: slotTtl }));
    return null;
  }
  return Math.ceil(((current + 1) * hour - now) / 1_000);
}

/** What the app knows of the hour's points. */
export interface BackgroundPoints {
  /** Of the app, over all of its sites. */
  readonly quota: number;
  /** What mails of this hour have taken, at most, and what they may. */
  readonly mails: number;
  readonly mostOfMails: number;
  /** ISO 8601, UTC; null while nothing is paused. */
  readonly pausedUntil: string | null;
}

/** Read only. @throws StorageError */
export async function loadBackgroundPoints(now = Date.now()): Promise<BackgroundPoints> {
  const next = `mail-points:${Math.floor(now / hour)}`;
  const [{ quota, pausedUntil }, taken] = await Promise.all([load(), reachStorage(() => kvs.get<number>(next))]);
  const isPaused = Date.parse(pausedUntil ?? '') > now;
  return {
    quota,
    mails: (taken ?? 0) * pointsOfMail,
    mostOfMails: placesOf(quota) * pointsOfMail,
    pausedUntil: isPaused ? pausedUntil : null,
  };
}

/** How many points the app has an hour, as Jira says. Written where that has changed. @throws StorageError */
export async function keepQuota(quota: number): Promise<void> {
  const kept = await load();
  if (kept.quota !== quota) await reachStorage(() => kvs.set(key, { ...kept, quota }));
}

/** No background work until then. @throws StorageError */
export async function pauseBackground(until: number): Promise<void> {
  const kept = await load();
  const pausedUntil = new Date(until).toISOString();
  if (kept.pausedUntil !== pausedUntil) await reachStorage(() => kvs.set(key, { ...kept, pausedUntil }));
}

/** Mails that a third of the points is enough for. */
function placesOf(quota: number): number {
  return Math.floor(quota / 3 / pointsOfMail);
}

async function load(): Promise<Kept> {
  const kept = await reachStorage(() => kvs.get<Kept>(key));
  return { quota: defaultQuota, pausedUntil: null, ...kept };
}

async function takePlace(place: string): Promise<boolean> {
  try {
    await kvs.set(place, true, { keyPolicy: 'FAIL_IF_EXISTS', ttl: slotTtl });
    return true;
  } catch (error) {
    const isTaken = error instanceof ForgeKvsAPIError && error.responseDetails.status === 409;
    if (isTaken) return false;
    throw new StorageError(error);
  }
}
