import type { FastifyInstance, FastifyRequest } from 'fastify';

/** As nginx numbers a request that did not arrive whole, or whose sender did not stay for the answer. */
const broken = 499;

interface Settlement {
  readonly status: number;
  readonly milliseconds: number;
}

/** Told of a request when it has ended. */
export type TellSettled = (request: FastifyRequest, settlement: Settlement) => void;

/** Tells of every request that came as far as a route, once: when it is answered, or when its connection has ended. */
export function onSettled(app: FastifyInstance, tellers: readonly TellSettled[]): void {
  const underWay = new WeakMap<FastifyRequest, number>();
  const settle = (request: FastifyRequest, status: number) => {
    const began = underWay.get(request);
    if (began === undefined) return;
    underWay.delete(request);
    const settlement = { status, milliseconds: performance.now() - began };
    for (const tell of tellers) tell(request, settlement);
  };
  app.addHook('onRequest', (request, reply, done) => {
    underWay.set(request, performance.now());
    // The hook onResponse is for answers that were read, and onRequestAbort for requests that did not arrive whole.
    reply.raw.once('close', () => settle(request, reply.raw.writableFinished ? reply.statusCode : broken));
    done();
  });
  // Of several requests on one connection, only the answer to the first one has that connection to close with.
  app.addHook('onRequestAbort', async (request) => settle(request, broken));
}
