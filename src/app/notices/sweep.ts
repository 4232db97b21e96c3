import type { Unread } from '../../contract/people';
import { ApiError } from '../client/api-error';
import { createConversationClient } from '../client/conversation-client';
import { forgeFetchAsApp } from '../client/forge-fetch';
import { warnOfMissingRight } from '../jira/warn-of-missing-right';
import { identifyOwnSite } from '../site/identify-own-site';
import { trimDeliveries } from '../storage/trim-deliveries';
import { sweepMail } from './sweeping/sweep-mail';
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

/**
 * Every five minutes: takes the oldest lines out of the delivery log, and tells of what came from outside the app, of
 * which no queue knows. What fails is not lost: the next run goes on where this one stopped.
 * @throws ApiError, StorageError, for the platform's log
 */
export async function unreadSweep(_event: unknown, context: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const end = Date.now() + budget;
  await trimDeliveries().catch(() => console.warn('The delivery log was not trimmed'));
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
  let isRefused = false;
  for await (const { values, cursor } of listUnread(client, site, new Date(since), pending?.cursor)) {
    const page = await mailPage(values, until, end);
    isRefused ||= page.isRefused;
    // The page is seen again: those of it who were mailed have their marks.
    if (!page.isWhole) break;
    const isLast = cursor === '';
    await saveProgress(isLast ? { since: until, pending: null } : { since, pending: { until, cursor } });
    if (Date.now() > end) break;
  }
  if (isRefused) warnOfMissingRight();
}

async function mailPage(values: readonly Unread[], until: number, end: number) {
  const pagePath = parsePagePath();
  let isRefused = false;
  for (const unread of values) {
    if (Date.parse(unread.first.ts) > until) continue;
    if (Date.now() > end) return { isWhole: false, isRefused };
    const outcome = await sweepMail(unread, pagePath);
    isRefused ||= outcome === 'refused';
    if (outcome === 'held') return { isWhole: false, isRefused };
  }
  return { isWhole: true, isRefused };
}
