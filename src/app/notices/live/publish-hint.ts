import { withinTime } from '../../client/within-time';
import type { LiveHint } from '../../definitions';
import { tryHint } from './try-hint';

/** A hint that is late is worth nothing: views ask again by themselves. Milliseconds. */
const hintTimeoutMs = 1_500;

/**
 * Tells the open views of this account, and of nobody else, that something has changed. Carries ids and never words.
 * Never throws and never takes longer than 1.5 seconds: a view that hears nothing asks again after a while.
 */
export async function publishHint(receiver: string, hint: LiveHint): Promise<void> {
  await publishHints([receiver], hint);
}

/** The same for several accounts at once. What fails is one line of the platform's log, however many there are. */
export async function publishHints(receivers: readonly string[], hint: LiveHint): Promise<void> {
  const failures = await Promise.all(receivers.map((receiver) => publish(receiver, hint)));
  const code = failures.find((failure) => failure !== null);
  if (code !== undefined) console.warn(`No live hint: ${code}`);
}

/** The code of the failure; null for none. */
async function publish(receiver: string, hint: LiveHint): Promise<string | null> {
  try {
    const failure = await withinTime(hintTimeoutMs, tryHint(receiver, hint));
    return failure === null ? null : readCode(failure.reason);
  } catch (error) {
    return error instanceof Error ? readCode(error.name) : 'unknown';
  }
}

/** A sentence of the platform can name what is nobody's business in a log; a code is one word. */
function readCode(reason: string): string {
  return /^[A-Za-z_]{1,60}$/.test(reason) ? reason : 'refused';
}
