/** Requests a second that an endpoint takes from one site, by method (R/rate-limiting, burst limits). */
const mostOfMethod: Readonly<Record<string, number>> = { GET: 100, POST: 100, PUT: 50, DELETE: 50 };

/** The bursts of one site, whoever asks: functions and views alike. */
export interface BurstLimit {
  /** @returns whether this endpoint takes another one now. @param endpoint begins with its method. */
  take(endpoint: string): boolean;
}

export function openBurstLimit(now: () => number): BurstLimit {
  const seconds = new Map<string, { readonly second: number; count: number }>();
  return {
    take: (endpoint) => {
      const second = Math.floor(now() / 1_000);
      const seen = seconds.get(endpoint);
      const current = seen?.second === second ? seen : { second, count: 0 };
      current.count += 1;
      seconds.set(endpoint, current);
      return current.count <= (mostOfMethod[endpoint.split(' ')[0] ?? ''] ?? 100);
    },
  };
}
