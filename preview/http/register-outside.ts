import type { FastifyInstance } from 'fastify';
import type { JiraState } from '../../platform/jira/jira-state';
import { canSignIn, findPersonByName } from '../demo/people';
import { readAdmin, readSignedIn, refusal } from './identify-person';

/** What comes from outside of Jira: the mails of who asks, and an account that Atlassian closes for good. */
export function registerOutside(server: FastifyInstance, state: JiraState): void {
  server.get('/preview/mails', async (request) => state.mailsOf(readSignedIn(request)));

  // The next personal data report says `closed` of it. Only for who cannot sign in anyhow, so that nobody is locked out.
  server.post<{ Params: { handle: string } }>('/preview/accounts/:handle/close', async (request, reply) => {
    readAdmin(request);
    const person = findPersonByName(request.params.handle);
    if (person === undefined || canSignIn(person)) throw refusal(400, 'Only an account that cannot sign in is closed.');
    state.close(person);
    return reply.code(204).send();
  });
}
