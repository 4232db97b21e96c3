import { createHash, randomUUID } from 'node:crypto';
import { parseJson } from '../client/parse-json';
import { readHeader, type TriggerHeaders } from './read-header';
import { findInputFault, type RuleInputs, readInputs } from './read-inputs';

/** What a web trigger's function gets. `@forge/api` 8.3, WebTriggerRequest. */
export interface TriggerRequest {
  readonly method: string;
  readonly headers: TriggerHeaders;
  readonly body?: string;
}

/** In bytes. A message of the longest text is far below it. */
const largestBody = 64 * 1024;
const callersKey = /^[\x21-\x7e]{1,128}$/;

export type TriggerMessage = RuleInputs & { readonly key: string };

/** `{ issue, recipient, message, rule?, key? }` as JSON; null for a request that is not that. */
export function readTriggerRequest({ method, headers, body = '' }: TriggerRequest): TriggerMessage | null {
  const type = readHeader(headers, 'Content-Type') ?? '';
  if (method !== 'POST' || !/^application\/json *(;|$)/i.test(type)) return null;
  if (Buffer.byteLength(body) > largestBody) return null;
  const value = parseJson(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { issue, recipient, message, rule, key } = value as Readonly<Record<string, unknown>>;
  const given = { issue: typeof issue === 'number' ? String(issue) : issue, recipient, text: message, label: rule };
  const itsKey = readKey(key ?? readHeader(headers, 'Idempotency-Key'));
  return findInputFault(given) !== null || itsKey === null ? null : { ...readInputs(given), key: itsKey };
}

/** A caller's key cannot meet one that is made here, nor be longer than the service takes. Null for one that is none. */
function readKey(key: unknown): string | null {
  if (key === null || key === undefined) return randomUUID();
  if (typeof key !== 'string' || !callersKey.test(key)) return null;
  return `hook-${createHash('sha256').update(key).digest('hex')}`;
}
