import { randomUUID } from 'node:crypto';
import type { RealtimeParts } from './realtime-parts';

/** @returns null for a token that may not publish here. @param payload JSON. */
export async function publishEvent(
  { hub, tokens, clock }: RealtimeParts,
  event: {
    readonly channel: string;
    readonly isGlobal: boolean;
    readonly place: string;
    readonly payload: string;
    readonly token?: string | undefined;
  },
): Promise<{ readonly eventId: string; readonly eventTimestamp: string } | null> {
  const { channel, isGlobal, place, payload, token } = event;
  const read = token === undefined ? undefined : await tokens.read(token, channel, 'publish');
  if (read === null) return null;
  hub.publish({ channel, isGlobal, claims: read?.claims, place }, payload);
  return { eventId: randomUUID(), eventTimestamp: String(clock.now()) };
}
