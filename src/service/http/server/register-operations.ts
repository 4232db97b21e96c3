import type { FastifyInstance, FastifyRequest } from 'fastify';
import { describedOperations } from '../../../contract/described-operations';
import type { DescribedOperation, MediaType, Operation } from '../../../contract/operation';
import { idempotencyHeader } from '../../../contract/operation';
import type { OperationName } from '../../../contract/operations';
import type { SendCount } from '../../conversation/conversation-store';
import type { Authenticate } from '../../identity/authenticate';
import type { Caller } from '../../identity/caller';
import type { NoteUse } from '../../identity/note-client-use';
import type { EnterRead } from '../../limits/read-places';
import type { Handlers, OperationRequest, RequestBody } from '../../operations/input/operation-request';
import { performOperation } from '../../operations/perform-operation';
import type { Metrics } from '../../telemetry/metrics';
import { bodyLimit } from '../request/body-limit';
import { decodeBody } from '../request/decode-body';
import { readClaim } from '../request/idempotency-claim';
import { createParamsParser } from '../request/parse-params';
import { createQueryParser } from '../request/parse-query';
import { refuseBody } from '../request/refuse-body';
import { refuseEncoding } from '../request/refuse-encoding';
import { takeRawBodies } from '../request/take-raw-bodies';
import { admitCaller, identifyCaller } from './admit';
import { nameCaller } from './name-caller';
import { createLinkPlacing } from './place-links';
import { describeUsage, type RateLimits, type Usage } from './rate-limits';
import { type ReadTurn, takeReadTurn } from './read-turn';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the body is read, on every route of an operation. */
    caller: Caller | null;
    /** Null where nothing limits it. */
    usage: Usage | null;
    /** Of an operation that reads messages. */
    readTurn: ReadTurn | null;
  }
}

/** Who may come in, and how often. */
export interface Gate {
  readonly authenticate: Authenticate;
  readonly limits: RateLimits;
  readonly enterRead: EnterRead;
  readonly publicUrl: string | null;
  readonly noteUse: NoteUse;
  readonly metrics: Pick<Metrics, 'countRefusedRead'> | null;
}

/** A route for each operation of the table. */
export function registerOperations(app: FastifyInstance, handlers: Handlers, gate: Gate): void {
  // As bytes: a body is read after the caller is known, and the key's fingerprint is of what was sent.
  takeRawBodies(app);
  app.decorateRequest('caller', null);
  app.decorateRequest('usage', null);
  app.decorateRequest('readTurn', null);
  for (const name of Object.keys(describedOperations) as OperationName[]) registerOperation(app, name, handlers, gate);
}

function registerOperation(
  app: FastifyInstance,
  name: OperationName,
  handlers: Handlers,
  { authenticate, limits, enterRead, metrics, publicUrl, noteUse }: Gate,
): void {
  const operation: DescribedOperation = describedOperations[name];
  const placeLinks = createLinkPlacing(publicUrl);
  const readParams = createParamsParser(operation.params);
  const readQuery = createQueryParser(operation.query, operation.origin);
  const mediaTypes = Object.keys(operation.body ?? {}) as MediaType[];
  app.route<{ Body: Buffer | undefined; Querystring: Record<string, string | string[]> }>({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    bodyLimit,
    onRequest: async (request, reply) => {
      const caller = await identifyCaller(request, authenticate);
      request.caller = caller;
      request.usage = limits.count(name, caller, request.params as Readonly<Record<string, string>>);
      if (request.usage !== null) {
        reply.headers(describeUsage(request.usage));
        limits.enforce(request.usage);
      }
      const cloudId = admitCaller(operation, caller, request);
      if (cloudId !== null) noteUse(caller, cloudId);
      if (!operation.readsMessages) return;
      const callerName = nameCaller(caller, request.params as Readonly<Record<string, string>>);
      const onRefused = () => metrics?.countRefusedRead();
      request.readTurn = await takeReadTurn(enterRead, callerName, reply, onRefused);
    },
    handler: async (request, reply) => {
      const params = readParams(request.params);
      const query = readQuery(request.query);
      if (!operation.body && operation.origin === 'aside') refuseBody(request.headers, request.body);
      if (operation.body) refuseEncoding(request.headers);
      const body = operation.body ? decodeBody(mediaTypes, request.headers['content-type'], request.body) : null;
      const claim = operation.idempotent ? readClaimOf(request, operation, { params, query, body }) : null;
      const { caller, usage } = request;
      const given = { caller, params, query, body, claim, quotas: usage?.quotas ?? [] };
      const tell = (counts: readonly SendCount[], isTooMany: boolean) => {
        const settled = limits.settle(usage, counts);
        if (settled === null) return;
        reply.headers(describeUsage(settled));
        if (isTooMany) limits.enforce(settled);
      };
      // What is handed over was read by this operation's own entry in the table, which the compiler cannot follow in a loop.
      const work = () => performOperation(handlers, name, given as OperationRequest<typeof name>, tell);
      const { status, value, isReplayed } = await (request.readTurn?.hold(work) ?? work());
      reply.code(status);
      if (isReplayed) reply.header('Idempotency-Replayed', 'true');
      return placeLinks(value);
    },
  });
}

const idempotencyHeaderName = idempotencyHeader.toLowerCase();

interface ReadRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: RequestBody | null;
}

/** Which draft goes along makes no other request: one whose answer was lost is saved as a draft, and sent again. */
function readClaimOf(request: FastifyRequest, operation: Operation, { params, query: asked, body }: ReadRequest) {
  const { draft: _, ...query } = asked;
  const key = request.headers[idempotencyHeaderName];
  if (key === undefined) return null;
  return readClaim(Array.isArray(key) ? key.join(',') : key, {
    method: operation.method,
    path: operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? ''),
    query,
    mediaType: body?.mediaType ?? null,
    body: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
  });
}
