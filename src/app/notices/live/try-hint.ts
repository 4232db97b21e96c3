import { publishGlobal, signRealtimeToken } from '@forge/realtime';
import { type LiveClaims, type LiveHint, liveChannel } from '../../definitions';

/** At which step a hint stood still, and why, as Realtime says it: a code such as RATE_LIMIT_EXCEEDED, or a sentence. */
export interface HintFailure {
  readonly step: 'token' | 'publish';
  readonly reason: string;
}

/**
 * Publishes a hint that views with these claims hear, and nobody else's; null when Realtime took it, whether anybody
 * listens or not. Global channels are heard by every app view that has a token; whose hints it hears is what the token
 * claims. Carries ids and never words. @throws what the platform's fetch throws
 */
export async function tryHint(to: LiveClaims, hint: LiveHint): Promise<HintFailure | null> {
  const signed = await signRealtimeToken(liveChannel, { ...to }, ['publish']);
  if (typeof signed.token !== 'string') return { step: 'token', reason: firstMessage({ ...signed }) };
  const published = await publishGlobal(liveChannel, { ...hint }, { token: signed.token });
  // Without an id nobody listened, which is no failure (Forge documentation, Realtime events API).
  return published.errors === undefined ? null : { step: 'publish', reason: firstMessage({ ...published }) };
}

function firstMessage({ errors }: { readonly errors?: unknown }): string {
  const [error] = Array.isArray(errors) ? (errors as unknown[]) : [];
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : null;
  return typeof message === 'string' ? message.slice(0, 200) : 'no reason given';
}
