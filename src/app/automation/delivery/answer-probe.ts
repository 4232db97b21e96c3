import { tryRealtime } from '../../notices/live/probe-realtime';
import { keepRealtimeProbe } from '../../storage/realtime-probe';

/** Tries Realtime from the queue for an administrator's diagnostics, and keeps what it said. */
export async function answerProbe({ accountId }: Readonly<Record<string, unknown>>): Promise<undefined> {
  if (typeof accountId !== 'string') return;
  const outcome = await tryRealtime(accountId);
  await keepRealtimeProbe({ outcome, at: new Date().toISOString() });
}
