import type { FastifyInstance } from 'fastify';
import type { AutomationRule } from '../../platform/automation/automation-rule';
import { canSee } from '../../platform/jira/can-see';
import type { JiraState } from '../../platform/jira/jira-state';
import type { Rule, RuleRun } from '../../platform/wire/wire';
import { readSignedIn, refusal } from './identify-person';

const changeBody = {
  type: 'object',
  properties: { inputs: { type: 'object' }, isOn: { type: 'boolean' } },
};
const runBody = {
  type: 'object',
  required: ['issueKey'],
  properties: { issueKey: { type: 'string' } },
};

interface OfRule {
  readonly key: string;
}

/** The pages of Jira's automation: the rules, their forms and audit logs. Whoever saves one is whom its action runs as. */
export function registerRules(server: FastifyInstance, rules: readonly AutomationRule[], state: JiraState): void {
  const find = (key: string): AutomationRule => {
    const rule = rules.find((candidate) => candidate.key === key);
    if (rule === undefined) throw refusal(404, `There is no rule ${key}.`);
    return rule;
  };
  server.get('/preview/rules', async (): Promise<readonly Rule[]> => rules.map((rule) => rule.read()));

  server.put<{ Params: OfRule; Body: Partial<Pick<Rule, 'inputs' | 'isOn'>> }>(
    '/preview/rules/:key',
    { schema: { body: changeBody } },
    async (request) => {
      const person = readSignedIn(request);
      const rule = find(request.params.key);
      const { inputs, isOn } = request.body;
      const reason = inputs === undefined ? null : rule.change(inputs, person);
      if (reason !== null) throw refusal(400, reason);
      if (isOn !== undefined) rule.turn(isOn);
      return rule.read();
    },
  );

  server.post<{ Params: OfRule; Body: { issueKey: string } }>(
    '/preview/rules/:key/run',
    { schema: { body: runBody } },
    async (request): Promise<RuleRun> => {
      const person = readSignedIn(request);
      const rule = find(request.params.key);
      const issue = state.findIssue(request.body.issueKey);
      if (issue === undefined || !canSee({ kind: 'person', person }, issue, state)) {
        throw refusal(404, `There is no issue ${request.body.issueKey}.`);
      }
      return rule.run(issue, person);
    },
  );
}
