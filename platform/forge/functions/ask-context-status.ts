import { canSee } from '../../jira/can-see';
import type { JiraState } from '../../jira/jira-state';
import type { Person } from '../../jira/people';
import { writeIssueOf } from '../../jira/rest/write-issue';
import type { ViewModule } from '../../manifest/app-manifest';
import type { ContextStatus, FaultMode, StatusMoment } from '../../wire/wire';
import type { FunctionRunner } from './function-runner';

const timeLimit = 25;

export interface StatusRequest {
  readonly issueKey: string;
  readonly moment: StatusMoment;
}

/**
 * Runs the function that a context names for what stands beside its title. Never rejects: a title has no place for a
 * failure, so that it stands alone then.
 * @returns null for nothing, and at a moment at which the platform does not ask
 */
export async function askContextStatus(
  { runner, state }: { readonly runner: FunctionRunner; readonly state: JiraState },
  module: ViewModule,
  { issueKey, moment }: StatusRequest,
  who: { readonly person: Person | null; readonly faultMode: FaultMode },
): Promise<ContextStatus | null> {
  const { statusFunctionKey: functionKey } = module;
  if (functionKey === undefined) return null;
  if (moment === 'load' && state.rules.hold('badges-come-late')) return null;
  const issue = state.findIssue(issueKey);
  const actor =
    who.person === null ? ({ kind: 'anonymous' } as const) : ({ kind: 'person', person: who.person } as const);
  if (issue === undefined || !canSee(actor, issue, state)) return null;
  const payload = { extension: { type: module.type, ...writeIssueOf(issue) } };
  try {
    const answer = await runner.run({ functionKey, module, payload, timeLimit, issueId: issue.id, ...who });
    return (answer as { readonly status?: ContextStatus } | null)?.status ?? null;
  } catch {
    return null;
  }
}
