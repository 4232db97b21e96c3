import { withinTime } from '../../client/within-time';
import type { LiveClaims, LiveHint } from '../../definitions';
import { claimHints } from './claim-hints';
import { tryHint } from './try-hint';

/** A hint that is late is worth nothing: views ask again by themselves. Milliseconds. */
const hintTimeoutMs = 1_500;

/**
 * Tells the open views of these accounts, and of nobody else, that something has changed: one hint a person, or as many
 * of the first ones as the site has left of the five of a second. Carries ids and never words. Never throws and never
 * takes longer than 1.5 seconds: a view that hears nothing asks again after a while. What fails is one line of the
 * platform's log, however many there are.
 */
export async function publishHints(receivers: readonly string[], hint: LiveHint): Promise<void> {
  await publishAll(
    receivers.map((accountId) => ({ accountId })),
    hint,
  );
}

/** The same for one person. @returns whether Realtime took it, whether anybody listens or not */
export async function publishFlag(accountId: string, hint: LiveHint): Promise<boolean> {
  return (await publishAll([{ accountId }], hint)) === 1;
}

/** Tells whoever has this group open, with one hint however many they are; their lists ask by themselves. */
export async function publishGroupHint(conversationId: string): Promise<void> {
  await publishAll([{ conversationId }], { conversationId, issueId: null });
}

/** How many of them Realtime took. */
async function publishAll(receivers: readonly LiveClaims[], hint: LiveHint): Promise<number> {
  const start = Date.now();
  const places = await withinTime(hintTimeoutMs, claimHints(receivers.length)).catch(() => 0);
  const left = Math.max(0, hintTimeoutMs - (Date.now() - start));
  const failures = await Promise.all(receivers.slice(0, places).map((to) => publish(to, hint, left)));
  const code = failures.find((failure) => failure !== null);
  if (code !== undefined) console.warn(`No live hint: ${code}`);
  return failures.filter((failure) => failure === null).length;
}

/** The code of the failure; null for none. */
async function publish(to: LiveClaims, hint: LiveHint, within: number): Promise<string | null> {
  try {
    const failure = await withinTime(within, tryHint(to, hint));
    return failure === null ? null : readCode(failure.reason);
  } catch (error) {
    return error instanceof Error ? readCode(error.name) : 'unknown';
  }
}

/** A sentence of the platform can name what is nobody's business in a log; a code is one word. */
function readCode(reason: string): string {
  return /^[A-Za-z_]{1,60}$/.test(reason) ? reason : 'refused';
}
