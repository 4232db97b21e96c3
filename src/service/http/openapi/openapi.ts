import type { FastifyInstance } from 'fastify';
import { writeOpenApi } from './openapi-document';

/** The version of the API: it grows with what clients can rely on, not with the package. */
const apiVersion = '1.0.0';

/** `GET /openapi.json`, open to anyone: it tells nothing that the source does not. */
export function registerOpenApiRoute(app: FastifyInstance, publicUrl: string | null): void {
  const text = JSON.stringify(writeOpenApi(apiVersion, publicUrl));
  app.get('/openapi.json', { exposeHeadRoute: true }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(text),
  );
}
