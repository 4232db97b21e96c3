import type { FastifyInstance } from 'fastify';
import { askJira } from '../../platform/jira/ask-jira';
import type { Platform } from '../../platform/start/open-platform';
import { readActor } from './identify-person';

/** Jira's REST API for the page itself, and for views that ask over the bridge: as whoever looks at the page. */
export function registerJira(server: FastifyInstance, { jira, happenings }: Platform): void {
  server.route({
    method: ['GET', 'POST', 'PUT', 'DELETE'],
    url: '/rest/api/3/*',
    handler: async (request, reply) => {
      const { method, url: path, body } = request;
      const title = `${method} ${path}`;
      const end = happenings.begin({ kind: 'jira', title, functionKey: null, invocationId: null });
      const { points, ...answer } = askJira(jira, { method, path, body }, readActor(request), 'view');
      end({ outcome: String(answer.status), points });
      return reply.code(answer.status).headers(answer.headers).send(answer.body);
    },
  });
}
