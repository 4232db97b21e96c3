import type { FastifyInstance, FastifyRequest } from 'fastify';

/** As nginx numbers a request that did not arrive whole, or whose sender did not stay for the answer. */
const broken = 499;

interface Settlement {
  readonly status: number;
  readonly milliseconds: number;
}

/** Tells of every request that came as far as a route, once: when it is answered, or when its connection has ended. */
export function onSettled(app: FastifyInstance, tell: (request: FastifyRequest, settlement: Settlement) => void): void {
  const underWay = new WeakMap<FastifyRequest, number>();
  const settle = (request: FastifyRequest, status: number) => {
    const began = underWay.get(request);
    if (began === undefined) return;
    underWay.delete(request);
    tell(request, { status, milliseconds: performance.now() - began });
  };
  app.addHook('onRequest', async (request, reply) => {
    underWay.set(request, performance.now());
    // The hook onResponse is for answers that were read, and onRequestAbort for requests that did not arrive whole.
    reply.raw.once('close', () => settle(request, reply.raw.writableFinished ? reply.statusCode : broken));
  });
  // Of several requests on one connection, only the answer to the first one has that connection to close with.
  app.addHook('onRequestAbort', async (request) => settle(request, broken));
}
