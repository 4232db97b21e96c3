import { tryHint } from './try-hint';

/**
 * What Realtime says to a hint out of this function: `works`, or why not. The hint goes to the views of this account
 * alone, which read again and show nothing.
 */
export async function tryRealtime(accountId: string): Promise<string> {
  try {
    const failure = await tryHint({ accountId }, { conversationId: null, issueId: null });
    if (failure === null) return 'works';
    return `${failure.step === 'token' ? 'no token' : 'refused'}: ${failure.reason}`;
  } catch (error) {
    return `failed: ${error instanceof Error ? error.name : 'unknown'}`;
  }
}
