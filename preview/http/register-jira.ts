import type { FastifyInstance } from 'fastify';
import { askJira } from '../../platform/jira/ask-jira';
import { canSee } from '../../platform/jira/can-see';
import type { Platform } from '../../platform/start/open-platform';
import { readActor, readSignedIn, refusal } from './identify-person';

const panelBody = { type: 'object', required: ['isShown'], properties: { isShown: { type: 'boolean' } } };

/** Jira's REST API for the page itself, and for views that ask over the bridge: as whoever looks at the page. */
export function registerJira(server: FastifyInstance, { jira, happenings, state }: Platform): void {
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

  // Jira has no API for what its apps button does: it adds an app's panel to an issue, or takes it off again.
  server.put<{ Params: { issueKey: string; panelKey: string }; Body: { isShown: boolean } }>(
    '/preview/issues/:issueKey/panels/:panelKey',
    { schema: { body: panelBody } },
    async (request, reply) => {
      const person = readSignedIn(request);
      const { issueKey, panelKey } = request.params;
      const issue = state.findIssue(issueKey);
      if (issue === undefined || !canSee({ kind: 'person', person }, issue, state)) {
        throw refusal(404, `There is no issue ${issueKey}.`);
      }
      state.showPanel(issue, panelKey, request.body.isShown);
      return reply.code(204).send();
    },
  );
}
