import { createHash, randomUUID } from 'node:crypto';
import { idempotencyKey, matchWhole } from '../../../patterns/patterns';
import { parseJson } from '../../client/parse-json';
import { findHeader, type TriggerHeaders } from './find-header';
import { findInputFault, parseInputs, type RuleInputs } from './parse-inputs';

/** What a web trigger's function gets. `@forge/api` 8.3, WebTriggerRequest. */
export interface TriggerRequest {
  readonly method: string;
  readonly headers: TriggerHeaders;
  readonly body?: string;
}

/** In bytes. A message of the longest text is far below it. */
const largestBody = 64 * 1024;
const callersKey = matchWhole(idempotencyKey);

export type TriggerMessage = RuleInputs & { readonly key: string };

/** `{ issue, recipient, message, rule?, key? }` as JSON; null for a request that is not that. */
export function parseTriggerRequest({ method, headers, body = '' }: TriggerRequest): TriggerMessage | null {
  const type = findHeader(headers, 'Content-Type') ?? '';
  if (method !== 'POST' || !/^application\/json *(;|$)/i.test(type)) return null;
  if (Buffer.byteLength(body) > largestBody) return null;
  const value = parseJson(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { issue, recipient, message, rule, key } = value as Readonly<Record<string, unknown>>;
  const given = { issue: typeof issue === 'number' ? String(issue) : issue, recipient, text: message, label: rule };
  const callers = key ?? findHeader(headers, 'Idempotency-Key');
  if (findInputFault(given) !== null || !isKey(callers)) return null;
  const inputs = parseInputs(given);
  return { ...inputs, key: makeKey(callers, inputs) };
}

function isKey(key: unknown): key is string | null | undefined {
  return key === null || key === undefined || (typeof key === 'string' && callersKey.test(key));
}

/**
 * The key for the service, under which it keeps a message once in the whole site. Two rules may well use the same one,
 * a build's number for example, and one rule for several people: a caller's key counts for one rule, one issue and one
 * recipient, as they are named. It cannot meet one that is made here, nor be longer than the service takes.
 */
function makeKey(key: string | null | undefined, { issue, recipient, label }: RuleInputs): string {
  if (key === null || key === undefined) return randomUUID();
  const scope = JSON.stringify([key, issue, recipient, label]);
  return `hook-${createHash('sha256').update(scope).digest('hex')}`;
}
