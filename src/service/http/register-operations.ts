import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { MediaType, Operation } from '../../contract/operation';
import { type OperationId, operations } from '../../contract/operations';
import { defaultLimits } from '../../document/limits';
import type { Creation, SendAnswer } from '../conversation/conversation-store';
import type { Authenticate } from '../identity/authenticate';
import type { Caller } from '../identity/caller';
import { admitRequest } from './admit';
import { answerCreation } from './answer-creation';
import { decodeBody } from './decode-body';
import { idempotencyHeader, readClaim } from './idempotency-claim';
import type { Handlers } from './operation-request';
import { describeUsage, type RateLimits, type Usage } from './rate-limits';
import { createParamsReader } from './read-params';
import { createQueryReader } from './read-query';
import { takeRawBodies } from './take-raw-bodies';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the body is read, on every route of an operation. */
    caller: Caller | null;
    /** Null where nothing limits it. */
    usage: Usage | null;
  }
}

/** JSON may spell a character with six (`\u00e9`) and add blanks: a document within its limit must get as far as its check. */
const bodyLimit = 6 * defaultLimits.bytes;

/** Who may come in, and how often. */
export interface Gate {
  readonly authenticate: Authenticate;
  readonly limits: RateLimits;
}

/** A route for each operation of the table. */
export function registerOperations(app: FastifyInstance, handlers: Handlers, gate: Gate): void {
  // As bytes: a body is read after the caller is known, and the key's fingerprint is of what was sent.
  takeRawBodies(app);
  app.decorateRequest('caller', null);
  app.decorateRequest('usage', null);
  for (const id of Object.keys(operations) as OperationId[]) registerOperation(app, id, handlers, gate);
}

function registerOperation(
  app: FastifyInstance,
  id: OperationId,
  handlers: Handlers,
  { authenticate, limits }: Gate,
): void {
  const operation: Operation = operations[id];
  const readParams = createParamsReader(operation.params);
  const readQuery = createQueryReader(operation.query, operation.origin);
  const mediaTypes = Object.keys(operation.body ?? {}) as MediaType[];
  // What is handed over was read by this operation's own entry in the table, which the compiler cannot follow in a loop.
  const handle = handlers[id] as (request: unknown) => Promise<unknown>;
  app.route<{ Body: Buffer | undefined; Querystring: Record<string, string | string[]> }>({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    bodyLimit,
    onRequest: async (request, reply) => {
      const caller = await admitRequest(operation, request, authenticate);
      request.caller = caller;
      request.usage = limits.count(id, caller, request.params as Readonly<Record<string, string>>);
      if (request.usage === null) return;
      reply.headers(describeUsage(request.usage));
      limits.enforce(request.usage);
    },
    handler: async (request, reply) => {
      const params = readParams(request.params);
      const query = readQuery(request.query);
      const body = operation.body ? decodeBody(mediaTypes, request.headers['content-type'], request.body) : null;
      const claim = operation.idempotent ? readClaimOf(request, operation, params) : null;
      const { caller, usage } = request;
      const answer = await handle({ caller, params, query, body, claim, quota: usage?.quota ?? null });
      const count = usage?.quota ? (answer as SendAnswer).count : null;
      if (usage && count) {
        const settled = limits.settle(usage, count);
        reply.headers(describeUsage(settled));
        if ((answer as SendAnswer).outcome === 'limited') limits.enforce(settled);
      }
      reply.code(operation.reply.status);
      if (!operation.idempotent) return answer;
      const { value, replayed } = answerCreation(answer as Creation<unknown>);
      if (replayed) reply.header('Idempotency-Replayed', 'true');
      return value;
    },
  });
}

function readClaimOf(request: FastifyRequest, operation: Operation, params: Readonly<Record<string, string>>) {
  const key = request.headers[idempotencyHeader.toLowerCase()];
  return readClaim(Array.isArray(key) ? key.join(',') : key, {
    method: operation.method,
    path: operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? ''),
    query: request.url.split('?')[1] ?? '',
    mediaType: request.headers['content-type'] ?? '',
    body: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
  });
}
