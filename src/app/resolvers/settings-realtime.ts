import { publishGlobal, signRealtimeToken } from '@forge/realtime';
import { liveChannel } from './definitions';

/**
 * What Realtime says to a hint out of this function: `works`, or why not. The hint goes to the views of this account
 * alone, which read again and show nothing.
 */
export async function tryRealtime(accountId: string): Promise<string> {
  try {
    const signed = await signRealtimeToken(liveChannel, { accountId }, ['publish']);
    if (signed.token === null || signed.token === undefined) return `no token: ${firstMessage({ ...signed })}`;
    const hint = { conversationId: null, issueId: null };
    const published = await publishGlobal(liveChannel, hint, { token: signed.token });
    return published.eventId === null ? `refused: ${firstMessage({ ...published })}` : 'works';
  } catch (error) {
    return `failed: ${error instanceof Error ? error.name : 'unknown'}`;
  }
}

/** What Realtime says of its own accord: a code such as RATE_LIMIT_EXCEEDED, or a sentence. */
function firstMessage({ errors }: { readonly errors?: unknown }): string {
  const [error] = Array.isArray(errors) ? (errors as unknown[]) : [];
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : null;
  return typeof message === 'string' ? message.slice(0, 200) : 'no reason given';
}
