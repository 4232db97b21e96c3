import type { Static, TSchema } from 'typebox';
import type { OperationId, Operations, ParamsOf, QueryOf, ReplyOf } from '../../contract/operations';
import { routes } from '../../contract/routes';
import { ApiError } from './api-error';
import type { ApiFetch, ApiRequest, ApiResponse } from './api-fetch';
import { buildPath } from './build-path';
import { timeLeft } from './deadline';
import { parseError } from './parse-error';
import { parseJson } from './parse-json';
import { isConsentRequest, recogniseFailure } from './recognise-failure';
import { withinTime } from './within-time';

type BodyOf<Id extends OperationId> = Operations[Id] extends {
  body: { 'application/json': infer Body extends TSchema };
}
  ? { readonly body: Static<Body> }
  : { readonly body?: never };

type KeyOf<Id extends OperationId> = Operations[Id] extends { idempotent: true }
  ? {
      /** 1 to 128 visible ASCII characters; the same key never creates twice within 24 hours. */ readonly key?: string;
    }
  : { readonly key?: never };

export type RequestOf<Id extends OperationId> = BodyOf<Id> &
  KeyOf<Id> & { readonly params: ParamsOf<Id>; readonly query?: Partial<QueryOf<Id>> };

/** One method for each entry of the operations table, under its operationId. Each throws ApiError. */
export type ConversationClient = {
  readonly [Id in OperationId]: (request: RequestOf<Id>) => Promise<ReplyOf<Id>>;
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
  readonly key?: string;
}

/** The conversation API over any fetch that knows where the service is and how to prove who calls. */
export function createConversationClient({ fetch, timeout = 10_000 }: ClientOptions): ConversationClient {
  const ids = Object.keys(routes) as OperationId[];
  const methods = ids.map((id) => [
    id,
    (request: AnyRequest) => withinTime(timeLeft(timeout), call(fetch, id, request)),
  ]);
  // The table's types cannot follow a walk over its keys; each method is what the entry of its id says.
  return Object.freeze(Object.fromEntries(methods)) as ConversationClient;
}

async function call(fetch: ApiFetch, id: OperationId, { params, query, body, key }: AnyRequest): Promise<unknown> {
  const [method, path, success] = routes[id];
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key !== undefined) headers['Idempotency-Key'] = key;
  const target = buildPath(path, params, query);
  const [response, text] = await exchange(fetch, target, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.status !== success) throw parseError(response, text);
  return success === 204 ? undefined : readReply(response, text);
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
