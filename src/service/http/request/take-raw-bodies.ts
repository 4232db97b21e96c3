import type { FastifyInstance } from 'fastify';

/** Every body on the routes of `scope` comes as bytes, whatever its type: what it may be is for the route to say. */
export function takeRawBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  // Clients name a type for a body that they do not send. Fastify reads it, and refuses one that it cannot read.
  scope.addHook('onRequest', async ({ headers }) => {
    if ((headers['content-length'] ?? '0') === '0' && headers['transfer-encoding'] === undefined) {
      delete headers['content-type'];
    }
  });
}
