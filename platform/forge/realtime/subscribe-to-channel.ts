import type { RealtimeParts } from './realtime-parts';

export interface Subscription {
  /** Seconds since the epoch, when the token ends and the listening with it; null without a token. */
  readonly endsAt: number | null;
  /** @param listener is given the JSON of each event. @returns what ends it. */
  listen(listener: (event: string) => void): () => void;
}

/**
 * A view listens to a channel, as `realtime.subscribe` of @forge/bridge has it do.
 * @returns `limited` over 50 operations a second, `refused` for a token that does not allow it.
 */
export async function subscribeToChannel(
  { hub, tokens, limit, rules, happenings }: RealtimeParts,
  at: {
    readonly channel: string;
    readonly isGlobal: boolean;
    readonly place: string | null;
    readonly token?: string;
    readonly replaySeconds?: number;
  },
): Promise<Subscription | 'limited' | 'refused'> {
  const { channel, isGlobal, place, token, replaySeconds = 0 } = at;
  const title = `subscribe ${channel}`;
  const end = happenings.begin({ kind: 'realtime', title, functionKey: null, invocationId: null });
  if (!limit.take() && rules.hold('realtime-is-limited')) {
    end({ outcome: '429' });
    return 'limited';
  }
  const read = token === undefined ? undefined : await tokens.read(token, channel, 'subscribe');
  end({ outcome: read === null ? '403' : '200', detail: { claims: read?.claims ?? null } });
  if (read === null) return 'refused';
  const subscription = { channel, isGlobal, claims: read?.claims, place };
  return {
    endsAt: read?.exp ?? null,
    listen: (listener) => hub.subscribe(subscription, listener, replaySeconds * 1_000),
  };
}
