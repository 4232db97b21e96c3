import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../../telemetry/metrics';
import { onSettled } from './on-settled';

/** Measures every request by its route's pattern: an address itself holds account ids, and has no end. */
export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  onSettled(app, (request, { status, milliseconds }) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.countRequest(request.method, route, status, milliseconds / 1000);
  });
}
