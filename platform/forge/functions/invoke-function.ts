import type { Issue } from '../../jira/issues';
import type { JiraState } from '../../jira/jira-state';
import type { Person } from '../../jira/people';
import { writeIssueOf } from '../../jira/rest/write-issue';
import type { ViewModule } from '../../manifest/app-manifest';
import type { FaultMode, InvokeReply, InvokeRequest } from '../../wire/wire';
import type { FunctionRunner } from './function-runner';

/** The platform ends a resolver after 25 s, and lets a view send 500 KB. */
const timeLimit = 25;
const largestPayload = 500 * 1024;

/**
 * Runs one resolver function as this person. Never rejects: whatever the function throws becomes an outcome, as the
 * platform turns it into an answer to the view.
 */
export async function invokeFunction(
  { runner, state }: { readonly runner: FunctionRunner; readonly state: JiraState },
  module: ViewModule,
  request: InvokeRequest,
  who: { readonly person: Person | null; readonly faultMode: FaultMode },
): Promise<InvokeReply> {
  // What the page says of the issue is looked up again here, so that a view cannot make one up.
  const issue = request.issueKey === null ? null : state.findIssue(request.issueKey);
  if (issue === undefined) return { outcome: 'failed', message: `There is no issue ${request.issueKey}.` };
  if (module.functionKey === null) {
    return { outcome: 'failed', message: `In manifest.yml the module ${module.key} names no resolver.` };
  }
  const size = Buffer.byteLength(JSON.stringify(request.payload) ?? '');
  if (size > largestPayload && state.rules.hold('payloads-are-small')) {
    return { outcome: 'failed', message: 'Payload size exceeded: a view sends 500 KB at most.' };
  }
  const call = { functionKey: request.functionKey, payload: request.payload };
  const payload = { call, context: writeContext(module, request, issue, state) };
  const place = issue === null ? {} : { issueId: issue.id };
  try {
    const value = await runner.run({ functionKey: module.functionKey, module, payload, timeLimit, ...who, ...place });
    return { outcome: 'value', value };
  } catch (error) {
    return writeFailure(error);
  }
}

/** A module that is on no issue has its type only. */
function writeContext(module: ViewModule, request: InvokeRequest, issue: Issue | null, { data }: JiraState): object {
  const { cloudId, url: siteUrl, environmentId } = data.site;
  return {
    cloudId,
    siteUrl,
    localId: request.localId,
    moduleKey: module.key,
    environmentId,
    environmentType: 'DEVELOPMENT',
    extension: { type: module.type, ...(issue === null ? {} : writeIssueOf(issue)) },
  };
}

function writeFailure(error: unknown): InvokeReply {
  if (needsConsent(error)) return { outcome: 'needs-consent' };
  return { outcome: 'failed', message: error instanceof Error ? error.message : String(error) };
}

/** By name, as the platform does: the app's copy of @forge/api may be another one than ours. */
export function needsConsent(error: unknown): boolean {
  return error instanceof Error && error.name === 'NEEDS_AUTHENTICATION_ERR';
}
