import type { FastifyInstance } from 'fastify';
import type { JiraState } from '../../platform/jira/jira-state';
import { answerJira } from '../../platform/jira/rest/answer-jira';
import { readActor } from './identify-person';

/** Jira's REST API for the page itself, and for views that ask over the bridge: as whoever looks at the page. */
export function registerJira(server: FastifyInstance, state: JiraState): void {
  server.route({
    method: ['GET', 'POST', 'PUT', 'DELETE'],
    url: '/rest/api/3/*',
    handler: async (request, reply) => {
      const { method, url: path, body } = request;
      const answer = answerJira({ method, path, body }, readActor(request), state);
      return reply.code(answer.status).send(answer.body);
    },
  });
}
