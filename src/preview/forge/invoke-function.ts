import { randomBytes } from 'node:crypto';
import { demoProject, findIssue } from '../jira/issues';
import type { Person } from '../jira/people';
import { issueTypeId } from '../jira/rest/write-issue';
import { demoSite } from '../jira/site';
import type { PanelModule } from '../manifest/app-manifest';
import type { InvokeReply, InvokeRequest, ServiceMode } from '../wire';
import { runInInvocation } from './invocation';

/** A resolver's handler, as @forge/resolver makes it. */
export type ResolverHandler = (request: object, runtime: object) => Promise<unknown>;

/** The platform ends a resolver after 25 s. */
const timeLimit = 25_000;

/**
 * Runs one resolver function as this person. Never rejects: whatever the function throws becomes an outcome, as the
 * platform turns it into an answer to the view.
 */
export async function invokeFunction(
  handler: ResolverHandler,
  module: PanelModule,
  request: InvokeRequest,
  who: { readonly person: Person | null; readonly serviceMode: ServiceMode },
): Promise<InvokeReply> {
  const context = writeContext(module, request);
  if (context === null) return { outcome: 'failed', message: `There is no issue ${request.issueKey}.` };
  // Jira names someone who is not logged in so, and does not leave the id out.
  const principal = { accountId: who.person?.accountId ?? 'unidentified' };
  const invocation = {
    ...who,
    moduleKey: module.key,
    moduleType: module.type,
    traceId: randomBytes(16).toString('hex'),
    deadline: Date.now() + timeLimit,
  };
  const call = { functionKey: request.functionKey, payload: request.payload };
  const installation = { contexts: [{ cloudId: demoSite.cloudId, name: 'jira' }] };
  const installContext = `ari:cloud:jira::site/${demoSite.cloudId}`;
  try {
    const run = () => handler({ call, context }, { principal, installContext, installation });
    return { outcome: 'value', value: await withinTime(runInInvocation(invocation, run)) };
  } catch (error) {
    return writeFailure(error);
  }
}

/** What the page says of the issue is looked up again here, so that a view cannot make an issue up. */
function writeContext(module: PanelModule, request: InvokeRequest): object | null {
  const issue = findIssue(request.issueKey);
  if (issue === undefined) return null;
  return {
    cloudId: demoSite.cloudId,
    siteUrl: demoSite.url,
    localId: request.localId,
    moduleKey: module.key,
    environmentId: demoSite.environmentId,
    environmentType: 'DEVELOPMENT',
    extension: {
      type: module.type,
      issue: { id: issue.id, key: issue.key, type: issue.type, typeId: issueTypeId(issue) },
      project: { id: demoProject.id, key: demoProject.key, type: 'software' },
    },
  };
}

async function withinTime<T>(result: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Function timed out after 25 seconds.')), timeLimit);
  });
  try {
    return await Promise.race([result, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}

function writeFailure(error: unknown): InvokeReply {
  // By name, as the platform does: the app's copy of @forge/api may be another one than ours.
  if (error instanceof Error && error.name === 'NEEDS_AUTHENTICATION_ERR') return { outcome: 'needs-consent' };
  return { outcome: 'failed', message: error instanceof Error ? error.message : String(error) };
}
