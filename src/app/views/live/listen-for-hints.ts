import { realtime } from '@forge/bridge';
import { type LiveHint, liveChannel } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invoke } from '../shared/invoke';
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

/** How long a view listens on while nobody does anything, in milliseconds. */
const sleepsAfter = 1_800_000;

export interface Listening {
  /** Somebody does something, or something came. */
  wake(): void;
  /** Whether nothing has to be looked for: hints are heard, or nobody has done anything for long. */
  isQuiet(): boolean;
  stop(): void;
}

type Subscription = Awaited<ReturnType<typeof realtime.subscribeGlobal>>;

/**
 * Hears the asker's own hints for as long as the view is there; each subscription is replaced before its token ends. Where
 * the platform gives no token, or no events, nothing is heard, and it is tried again later.
 * After half an hour in which nobody did anything and nothing came it ends with its token, and begins anew with `wake`.
 * @param conversationId a group whose hints are heard; null for the reader's own
 */
export function listenForHints(onHint: (hint: LiveHint) => void, conversationId: string | null = null): Listening {
  let hasEnded = false;
  let retry = firstRetry;
  let current: Subscription | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A tab that nobody looks at signs nothing; it does once it is looked at again.
  let isPutOff = false;
  let lastSign = Date.now();
  let heardUntil = 0;
  // What a subscription says of its end counts while no later one is there.
  let terms = 0;

  function renewIn(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void renew(), delay);
  }

  function hear(term: number, payload: unknown, error?: unknown): void {
    if (hasEnded) return;
    if (error === undefined || error === null) {
      lastSign = Date.now();
      onHint(parseHint(payload));
    } else if (term === terms) {
      heardUntil = 0;
      renewIn(retry);
    }
  }

  async function renew(): Promise<void> {
    isPutOff = !isPageSeen() || Date.now() - lastSign >= sleepsAfter;
    if (isPutOff) return;
    const signed = await askResolver(invoke('live', { conversationId }));
    const term = ++terms;
    const token = signed.ok && !hasEnded ? signed.token : null;
    const next = token === null ? null : await subscribe(token, (payload, error) => hear(term, payload, error));
    if (hasEnded) return end(next);
    if (!signed.ok || next === null) {
      renewIn(retry);
      retry = Math.min(retry * 2, longestRetry);
      return;
    }
    // Only now: between the two there is no gap, and a hint that is heard twice asks once.
    end(current);
    current = next;
    heardUntil = signed.expiresAt * 1000;
    retry = firstRetry;
    renewIn(Math.min(Math.max(signed.expiresAt * 1000 - Date.now() - spare, shortestTerm), longestTerm));
  }

  function wake(): void {
    lastSign = Date.now();
    if (isPutOff && isPageSeen()) void renew();
  }

  const stopWatching = watchPage(wake);
  void renew();
  return {
    wake,
    isQuiet: () => Date.now() < heardUntil || Date.now() - lastSign >= sleepsAfter,
    stop() {
      hasEnded = true;
      clearTimeout(timer);
      stopWatching();
      end(current);
    },
  };
}

/** Null where the platform has no events for this view. */
async function subscribe(
  token: string,
  hear: (payload: unknown, error?: unknown) => void,
): Promise<Subscription | null> {
  try {
    return (await realtime.subscribeGlobal(liveChannel, hear, { token })) ?? null;
  } catch {
    return null;
  }
}

function end(subscription: Subscription | null): void {
  void subscription?.unsubscribe().catch(() => undefined);
}
