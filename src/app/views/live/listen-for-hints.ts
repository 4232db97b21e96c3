import { realtime } from '@forge/bridge';
import { type LiveHint, liveChannel } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invoke } from '../shared/invoke';
import { isIdle, noteActivity, noteHeard, watchActivity } from './page-activity';
import { isPageSeen, watchPage } from './page-sight';
import { parseHint } from './parse-hint';

/** How long before its end a token is replaced, in milliseconds. */
const spare = 60_000;
/** The soonest and the latest that a token is replaced: the clocks here and there may differ. `setTimeout` ends at 24 days. */
const shortestTerm = 60_000;
const longestTerm = 3_600_000;
/** After a token or a subscription was not to be had, in milliseconds: at first and at most. */
const firstRetry = 60_000;
const longestRetry = 900_000;
/** While Realtime takes no more from the site, at least this long and by chance up to twice: others wait, too. */
const busyRetry = 900_000;
/** What was missed for longer is old: the view has looked since. */
const mostReplayed = 30;
/** Says that what Realtime takes of a site in a second is used up (CHANGE-3246). */
const busyCode = /RATE_LIMIT_EXCEEDED/;

type Subscription = Awaited<ReturnType<typeof realtime.subscribeGlobal>>;

/**
 * Hears the asker's own hints for as long as the view is there; each subscription is replaced before its token ends. Where
 * the platform gives no token, or no events, nothing is heard, and it is tried again later; where it has no room left,
 * much later. Once nobody has done anything for half an hour it ends with its token, until somebody does.
 * @param startAfter milliseconds before the first token is asked for: who only passes by takes nothing
 * @param heardLate milliseconds for which nobody has listened on this page before this is called
 * @param conversationId a group whose hints are heard; null for the reader's own
 * @returns what ends it.
 */
export function listenForHints(
  onHint: (hint: LiveHint) => void,
  startAfter = 0,
  conversationId: string | null = null,
  heardLate = 0,
): () => void {
  let hasEnded = false;
  let retry = firstRetry;
  let current: Subscription | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A tab that nobody looks at signs nothing; it does once it is looked at again.
  let isPutOff = false;
  // What was told while nobody listened yet is told again once somebody does.
  const begunAt = Date.now() - heardLate;
  // What a subscription says of its end counts while no later one is there.
  let terms = 0;

  function renewIn(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void renew(), delay);
  }

  function hear(term: number, payload: unknown, error?: unknown): void {
    if (hasEnded) return;
    if (error === undefined || error === null) {
      noteActivity();
      onHint(parseHint(payload));
    } else if (term === terms) renewIn(retry);
  }

  async function renew(): Promise<void> {
    isPutOff = !isPageSeen() || isIdle();
    if (isPutOff) return;
    const signed = await askResolver(invoke('live', { conversationId }));
    const term = ++terms;
    const token = signed.ok && !hasEnded ? signed.token : null;
    const tried =
      token === null ? null : await subscribe(token, missed(), (payload, error) => hear(term, payload, error));
    const next = tried === 'busy' ? null : tried;
    if (hasEnded) return end(next);
    if (tried === 'busy' || (signed.ok && signed.isBusy)) return renewIn(busyRetry * (1 + Math.random()));
    if (!signed.ok || next === null) {
      renewIn(retry);
      retry = Math.min(retry * 2, longestRetry);
      return;
    }
    // Only now: between the two there is no gap, and a hint that is heard twice asks once.
    end(current);
    current = next;
    if (conversationId === null) noteHeard(signed.expiresAt * 1000);
    retry = firstRetry;
    renewIn(Math.min(Math.max(signed.expiresAt * 1000 - Date.now() - spare, shortestTerm), longestTerm));
  }

  /** Seconds to hear again: none where one subscription follows the other without a gap. */
  function missed(): number {
    return current === null ? Math.min(Math.ceil((Date.now() - begunAt) / 1000), mostReplayed) : 0;
  }

  const wake = () => {
    if (isPutOff && isPageSeen()) void renew();
  };
  const stopWatching = watchActivity(wake);
  const stopLooking = watchPage(noteActivity);
  if (startAfter > 0) renewIn(startAfter);
  else void renew();
  return () => {
    hasEnded = true;
    clearTimeout(timer);
    stopWatching();
    stopLooking();
    end(current);
  };
}

/** Null where the platform has no events for this view; `busy` where it has no room for one more now. */
async function subscribe(
  token: string,
  replaySeconds: number,
  hear: (payload: unknown, error?: unknown) => void,
): Promise<Subscription | 'busy' | null> {
  try {
    return (
      (await realtime.subscribeGlobal(liveChannel, hear, { token, ...(replaySeconds > 0 ? { replaySeconds } : {}) })) ??
      null
    );
  } catch (error) {
    return busyCode.test(String(error)) ? 'busy' : null;
  }
}

function end(subscription: Subscription | null): void {
  void subscription?.unsubscribe().catch(() => undefined);
}
