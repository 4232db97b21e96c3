/** An event as it is kept between its push and its end. */
export interface KeptEvent {
  readonly queueName: string;
  readonly jobId: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly delayInSeconds?: number;
  /** Milliseconds since the epoch. */
  readonly pushedAt: number;
  readonly dueAt: number;
  /** Null before the first try. */
  readonly retry: { readonly count: number; readonly reason: string; readonly data?: unknown } | null;
}

/** How long the platform goes on trying: 24 h after the push. */
export const retention = 24 * 3_600_000;

/** What a consumer's function gets (AsyncEvent of @forge/events 3: out/types.d.ts). `retryContext` comes with retries only. */
export interface AsyncEvent {
  readonly queueName: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly delayInSeconds?: number;
  readonly retryContext?: {
    readonly retryCount: number;
    readonly retryReason: string;
    readonly retryData: unknown;
    readonly retentionWindow: { readonly startTime: string; readonly remainingTimeMs: number };
  };
}

export function writeEvent(eventId: string, kept: KeptEvent, now: number): AsyncEvent {
  const { queueName, jobId, body, delayInSeconds, pushedAt, retry } = kept;
  return {
    queueName,
    jobId,
    eventId,
    body,
    ...(delayInSeconds === undefined ? {} : { delayInSeconds }),
    ...(retry === null
      ? {}
      : {
          retryContext: {
            retryCount: retry.count,
            retryReason: retry.reason,
            retryData: retry.data,
            retentionWindow: {
              startTime: new Date(pushedAt).toISOString(),
              remainingTimeMs: Math.max(0, pushedAt + retention - now),
            },
          },
        }),
  };
}
