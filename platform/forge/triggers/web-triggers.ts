import { createHash } from 'node:crypto';
import type { Site } from '../../jira/site';
import type { StaticOutput, WebTriggerModule } from '../../manifest/app-manifest';
import type { FaultModes } from '../functions/fault-modes';
import type { FunctionRunner } from '../functions/function-runner';

/** The platform ends a web trigger's function after 55 s. */
const timeLimit = 55;

/** What a function gets of a request (developer.atlassian.com/platform/forge/events-reference/web-trigger). */
export interface WebTriggerRequest {
  readonly method: string;
  readonly path: string;
  /** What follows the trigger's own part of the path; empty for nothing. */
  readonly userPath: string;
  readonly queryParameters: Readonly<Record<string, readonly string[]>>;
  /** By the name as the caller wrote it. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

export interface WebTriggerReply {
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: string;
}

/** The path of a trigger's address, which stays the same. It ends as on the platform, where `deleteUrl` looks for `/public/`. */
export function pathOfTrigger({ installationId }: Site, key: string): string {
  const id = createHash('sha256').update(`${installationId}/${key}`).digest('hex').slice(0, 24);
  return `/webtrigger/${key}/public/${id}`;
}

export interface WebTriggerParts {
  readonly runner: FunctionRunner;
  readonly modes: FaultModes;
  readonly site: Site;
}

/** Runs the trigger's function, for nobody, and answers as its module says. Never rejects. */
export async function runWebTrigger(
  { runner, modes, site }: WebTriggerParts,
  trigger: WebTriggerModule,
  request: WebTriggerRequest,
): Promise<WebTriggerReply> {
  const { key, functionKey } = trigger;
  const context = { cloudId: site.cloudId, moduleKey: key };
  try {
    const module = { key, type: 'webtrigger' };
    const call = { functionKey, module, payload: { ...request, context, contextToken: '' }, timeLimit };
    const returned = await runner.run({ ...call, person: 'nobody', faultMode: modes.current() });
    return trigger.outputs === null ? readDynamic(returned) : readStatic(trigger.outputs, returned);
  } catch (error) {
    console.error(`The web trigger ${key} failed:`, error);
    return refusal('The function failed.');
  }
}

function readStatic(outputs: readonly StaticOutput[], returned: unknown): WebTriggerReply {
  const { outputKey } = (returned ?? {}) as { outputKey?: unknown };
  const output = outputs.find(({ key }) => key === outputKey);
  if (output === undefined) return refusal('The function named no output of manifest.yml.');
  const { statusCode, contentType = 'text/plain', body = '' } = output;
  return { status: statusCode, headers: { 'content-type': contentType }, body };
}

function readDynamic(returned: unknown): WebTriggerReply {
  const { statusCode, headers, body } = (returned ?? {}) as {
    statusCode?: unknown;
    headers?: Record<string, string[]>;
    body?: unknown;
  };
  if (typeof statusCode !== 'number') return refusal('The function returned no response.');
  return { status: statusCode, headers: headers ?? {}, body: typeof body === 'string' ? body : '' };
}

function refusal(message: string): WebTriggerReply {
  return { status: 500, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
}
