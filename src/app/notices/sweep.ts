import type { Unread } from '../../contract/people';
import { ApiError } from '../client/api-error';
import { createConversationClient } from '../client/conversation-client';
import { forgeFetchAsApp } from '../client/forge-fetch';
import { identifyOwnSite } from '../site/identify-own-site';
import { groupUnread, sweepMail } from './sweeping/sweep-mail';
import { loadProgress, type SweepProgress, saveProgress } from './sweeping/sweep-progress';
import { listUnread } from './unread/list-unread';
import { parsePagePath } from './unread/parse-page-path';

/** Who reads within a minute gets no mail; the queue has that minute too. Milliseconds. */
const grace = 60_000;
/** How far back the first run looks, and the longest that any does: the marks of mails are kept for longer. */
const firstLook = 300_000;
const furthestBack = 86_400_000;
/** The manifest gives 240 seconds, and the next run begins after 300. */
const budget = 180_000;
/** Pages of one run. The platform takes 100 calls of a remote for each of the manifest's four minutes. */
const mostPages = 300;
/** Pages that are looked at together: the receivers of one message get one mail, however many they are. */
const pagesTogether = 20;

/**
 * Every five minutes: tells of what came from outside the app, of which no queue knows. What fails is not lost: the next
 * run goes on where this one stopped.
 * @throws ApiError, StorageError, for the platform's log
 */
export async function unreadSweep(_event: unknown, context: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const end = Date.now() + budget;
  const site = identifyOwnSite(context);
  if (site === null) throw new Error('The platform does not say for which site this runs');
  const progress = await chooseStart();
  try {
    await sweepOn(site, progress, end);
  } catch (error) {
    // A cursor that the service does not know any more would stop every run from now on.
    const isLost = error instanceof ApiError && error.error === 'invalid_request' && progress.pending !== null;
    if (isLost) await saveProgress({ since: progress.since, pending: null });
    throw error;
  }
}

async function chooseStart(): Promise<SweepProgress> {
  const latest = Date.now() - grace;
  const { since, pending } = (await loadProgress()) ?? { since: latest - firstLook, pending: null };
  return { since: Math.max(since, latest - furthestBack), pending };
}

async function sweepOn(site: string, { since, pending }: SweepProgress, end: number): Promise<void> {
  const until = pending?.until ?? Date.now() - grace;
  const client = createConversationClient({ fetch: forgeFetchAsApp() });
  let found: Unread[] = [];
  let next = pending?.cursor ?? '';
  let pages = 0;
  /** The pages are seen again where not all of it is done: those of them who were mailed have their marks. */
  const finish = async () => {
    const isDone = await mailAll(found, end);
    found = [];
    if (isDone)
      await saveProgress(next === '' ? { since: until, pending: null } : { since, pending: { until, cursor: next } });
    return isDone;
  };
  try {
    for await (const { values, cursor } of listUnread(client, site, new Date(since), next)) {
      found.push(...values.filter(({ first }) => Date.parse(first.ts) <= until));
      next = cursor;
      pages += 1;
      if (cursor !== '' && pages % pagesTogether !== 0) continue;
      if (!(await finish()) || Date.now() > end || pages >= mostPages) return;
    }
  } catch (error) {
    // A page that does not come takes nothing from those before it.
    if (pages % pagesTogether !== 0) await finish();
    throw error;
  }
}

/** Whether all of it was mailed or put off. */
async function mailAll(found: readonly Unread[], end: number): Promise<boolean> {
  const pagePath = parsePagePath();
  for (const group of groupUnread(found)) {
    if (Date.now() > end) return false;
    if ((await sweepMail(group, pagePath)) === 'held') return false;
  }
  return true;
}
