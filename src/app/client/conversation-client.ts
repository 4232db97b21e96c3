import type { Static, TSchema } from 'typebox';
import type { BodiesOf, ParamsOf, QueryOf, ReplyOf } from '../../contract/described-operations';
import type { Operation } from '../../contract/operation';
import { type OperationName, type Operations, operations } from '../../contract/operations';
import { ApiError } from './api-error';
import type { ApiFetch, ApiRequest, ApiResponse } from './api-fetch';
import { buildPath } from './build-path';
import { timeLeft } from './deadline';
import { parseError } from './parse-error';
import { parseJson } from './parse-json';
import { isConsentRequest, recogniseFailure } from './recognise-failure';
import { withinTime } from './within-time';

/** A document as JSON, or, where the operation takes it, text as Markdown. */
type BodyOf<Name extends OperationName> =
  BodiesOf<Name> extends { 'application/json': infer Body extends TSchema }
    ?
        | { readonly body: Static<Body>; readonly markdown?: never }
        | (BodiesOf<Name> extends { 'text/markdown': TSchema }
            ? { readonly markdown: string; readonly body?: never }
            : never)
    : { readonly body?: never; readonly markdown?: never };

type KeyOf<Name extends OperationName> = Operations[Name] extends { idempotent: true }
  ? {
      /** 1 to 128 visible ASCII characters; the same key never creates twice within 24 hours. */ readonly key?: string;
    }
  : { readonly key?: never };

export type RequestOf<Name extends OperationName> = BodyOf<Name> &
  KeyOf<Name> & { readonly params: ParamsOf<Name>; readonly query?: Partial<QueryOf<Name>> };

/** One method for each operation of the table. Each throws ApiError. */
export type ConversationClient = {
  readonly [Name in OperationName]: (request: RequestOf<Name>) => Promise<ReplyOf<Name>>;
};

export interface ClientOptions {
  readonly fetch: ApiFetch;
  /** How long one call may take, in milliseconds, where its invocation has as much left. */
  readonly timeout?: number;
}

interface AnyRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query?: Parameters<typeof buildPath>[2];
  readonly body?: unknown;
  readonly markdown?: string;
  readonly key?: string;
}

/** The conversation API over any fetch that knows where the service is and how to prove who calls. */
export function createConversationClient({ fetch, timeout = 10_000 }: ClientOptions): ConversationClient {
  const methods = Object.entries(operations).map(([name, operation]) => [
    name,
    (request: AnyRequest) => withinTime(timeLeft(timeout), call(fetch, operation, request)),
  ]);
  // The table's types cannot follow a walk over its keys; each method is what the entry of its name says.
  return Object.freeze(Object.fromEntries(methods)) as ConversationClient;
}

async function call(
  fetch: ApiFetch,
  { method, path, status }: Operation,
  { params, query, body, markdown, key }: AnyRequest,
): Promise<unknown> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  else if (markdown !== undefined) headers['Content-Type'] = 'text/markdown';
  const sent = body === undefined ? markdown : JSON.stringify(body);
  if (key !== undefined) headers['Idempotency-Key'] = key;
  const target = buildPath(path, params, query);
  const [response, text] = await exchange(fetch, target, {
    method,
    headers,
    ...(sent === undefined ? {} : { body: sent }),
  });
  if (response.status !== status) throw parseError(response, text);
  return status === 204 ? undefined : readReply(response, text);
}

async function exchange(fetch: ApiFetch, target: string, request: ApiRequest): Promise<[ApiResponse, string]> {
  try {
    const response = await fetch(target, request);
    return [response, await response.text()];
  } catch (error) {
    if (isConsentRequest(error)) throw error;
    throw recogniseFailure(error);
  }
}

function readReply({ status }: ApiResponse, text: string): unknown {
  const value = parseJson(text);
  if (typeof value === 'object' && value !== null) return value;
  throw new ApiError('not_the_service', 'A success whose body is not of the conversation API', { status });
}
