import type { Metrics } from '../../telemetry/metrics';
import type { TellSettled } from './on-settled';

/** Measures every request by its route's pattern: an address itself holds account ids, and has no end. */
export function measureRequests(metrics: Metrics): TellSettled {
  return (request, { status, milliseconds }) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.countRequest(request.method, route, status, milliseconds / 1000);
  };
}
