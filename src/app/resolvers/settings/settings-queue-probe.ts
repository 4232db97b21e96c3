import { pushEvent } from '../../notices/queue/push-event';
import { loadRealtimeProbe } from '../../storage/realtime-probe';

/**
 * What Realtime said to the queue's function the last time that it was asked, and asks it anew. Only there is to be
 * seen whether a hint can come without a person, and a resolver cannot wait for it.
 */
export async function askQueueForRealtime(accountId: string): Promise<string> {
  try {
    const known = await loadRealtimeProbe();
    await pushEvent({ kind: 'probe', accountId });
    return known === null ? 'asked now; open the diagnostics again in a minute' : `${known.outcome} (${known.at})`;
  } catch (error) {
    const name = error instanceof Error ? error.constructor.name : 'unknown';
    return `the queue does not take it: ${name}`;
  }
}
