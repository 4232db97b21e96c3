import type { FastifyInstance } from 'fastify';

/** Every body on the routes of `scope` comes as bytes, whatever its type: what it may be is for the route to say. */
export function takeRawBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}
