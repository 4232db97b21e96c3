import type { FastifyInstance } from 'fastify';
import type { AutomationRule } from '../../platform/automation/automation-rule';
import { canSee } from '../../platform/jira/can-see';
import type { JiraState } from '../../platform/jira/jira-state';
import type { Rule, RuleRun } from '../../platform/wire/wire';
import { readSignedIn, refusal } from './identify-person';

const inputsBody = {
  type: 'object',
  required: ['inputs'],
  properties: { inputs: { type: 'object' } },
};
const runBody = {
  type: 'object',
  required: ['issueKey'],
  properties: { issueKey: { type: 'string' } },
};

/** The page of Jira's automation: the one rule, its form and its audit log. Whoever saves it is whom the action runs as. */
export function registerRule(server: FastifyInstance, rule: AutomationRule | null, state: JiraState): void {
  if (rule === null) return;
  server.get('/preview/rule', async (): Promise<Rule> => rule.read());

  server.put<{ Body: Pick<Rule, 'inputs'> }>('/preview/rule', { schema: { body: inputsBody } }, async (request) => {
    const reason = rule.change(request.body.inputs, readSignedIn(request));
    if (reason !== null) throw refusal(400, reason);
    return rule.read();
  });

  server.post<{ Body: { issueKey: string } }>(
    '/preview/rule/run',
    { schema: { body: runBody } },
    async (request): Promise<RuleRun> => {
      const person = readSignedIn(request);
      const issue = state.findIssue(request.body.issueKey);
      if (issue === undefined || !canSee({ kind: 'person', person }, issue, state)) {
        throw refusal(404, `There is no issue ${request.body.issueKey}.`);
      }
      return rule.run(issue, person);
    },
  );
}
