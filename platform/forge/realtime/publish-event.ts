import { randomUUID } from 'node:crypto';
import type { RealtimeParts } from './realtime-parts';

/** @returns null for a token that may not publish here; an event that nobody heard has no id. @param payload JSON. */
export async function publishEvent(
  { hub, tokens, clock, rules, happenings }: RealtimeParts,
  event: {
    readonly channel: string;
    readonly isGlobal: boolean;
    readonly place: string;
    readonly payload: string;
    readonly token?: string | undefined;
  },
): Promise<{ readonly eventId: string | null; readonly eventTimestamp: string } | null> {
  const { channel, isGlobal, place, payload, token } = event;
  const read = token === undefined ? undefined : await tokens.read(token, channel, 'publish');
  if (read === null) return null;
  const detail = { claims: read?.claims ?? null, isGlobal, payload };
  const end = happenings.begin({ kind: 'hint', title: channel, functionKey: null, invocationId: null, detail });
  const heard = hub.publish({ channel, isGlobal, claims: read?.claims, place }, payload);
  end({ outcome: `heard by ${heard}` });
  const hasNoId = heard === 0 && rules.hold('nobody-listening-has-no-event-id');
  return { eventId: hasNoId ? null : randomUUID(), eventTimestamp: String(clock.now()) };
}
