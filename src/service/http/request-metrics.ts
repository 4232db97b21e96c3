import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../telemetry/metrics';

/** Measures every request by its route's pattern: an address itself holds account ids, and has no end. */
export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.countRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
  });
}
