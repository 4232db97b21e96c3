import type { FastifyInstance } from 'fastify';
import { identifyCaller } from './admit';
import { describeUsage } from './rate-limits';
import type { Gate } from './register-operations';

/** A path that is nothing here counts for whoever is known, as any other request that is not a send. */
export function limitUnknownRoutes(
  app: FastifyInstance,
  { authenticate, limits }: Pick<Gate, 'authenticate' | 'limits'>,
): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404 || request.headers.authorization === undefined) return;
    const caller = await identifyCaller(request, authenticate).catch(() => null);
    const usage = caller && limits.count(null, caller, {});
    if (!usage) return;
    reply.headers(describeUsage(usage));
    limits.enforce(usage);
  });
}
