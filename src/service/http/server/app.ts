import { randomUUID } from 'node:crypto';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { AppError } from '../../errors/app-error';
import { describeFault, isFault } from '../../errors/describe-fault';
import { createUseNotes } from '../../identity/note-client-use';
import { createConversationMessageHandlers } from '../../operations/conversation-messages';
import { createConversationHandlers } from '../../operations/conversations';
import { createDirectMessageHandlers } from '../../operations/direct-messages';
import { createDraftHandlers } from '../../operations/drafts';
import { createGroupHandlers } from '../../operations/groups';
import { createHoldHandlers } from '../../operations/holds';
import { createChoiceHandlers } from '../../operations/people';
import { createQuestionHandlers } from '../../operations/questions';
import { createReactionHandlers } from '../../operations/reactions';
import { createReadingHandlers } from '../../operations/reading';
import { createReminderHandlers } from '../../operations/reminders';
import { createReportHandlers } from '../../operations/reports';
import { createSiteOperationHandlers } from '../../operations/site-operations';
import { createSiteHandlers } from '../../operations/sites';
import { registerTokenRoute } from '../oauth/oauth-token';
import { registerDocsRoutes } from '../openapi/docs-page/register-docs';
import { registerOpenApiRoute } from '../openapi/openapi';
import { blameSender } from '../refusals/broken-off';
import { createClientErrors, maxHeaderSize } from '../refusals/client-error';
import { describeRefusal, refuseUnknownRoute } from '../refusals/refusals';
import type { AppOptions } from './app-options';
import { boundConnections } from './bound-connections';
import { endIdleConnections } from './end-connections';
import { endSlowAnswers } from './end-slow-answers';
import { registerHealthRoutes } from './health';
import { limitUnknownRoutes } from './limit-unknown-routes';
import { onSettled } from './on-settled';
import { protectiveHeaders } from './protective-headers';
import { registerOperations } from './register-operations';
import { describeLogger, logRequest } from './request-log';
import { measureRequests } from './request-metrics';
import { endSpan, traceRequests } from './request-spans';

/** The service as a Fastify instance that listens nowhere yet. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { metrics, requestTimeout = longestRequest } = options;
  /** No hook runs for what cannot be read, so that nothing else tells of it. */
  const tellUnreadable = (log: FastifyBaseLogger, method: string, status: number, about: object = {}) => {
    log.info({ method, route: unreadable, status, ...about }, 'request');
    metrics?.countRequest(method, unreadable, status, 0);
  };
  const clientErrors = createClientErrors(requestTimeout, ({ status, ...about }) =>
    tellUnreadable(app.log, 'unknown', status, about),
  );
  const app: FastifyInstance = fastify({
    logger: describeLogger(options.logLevel, options.logStream),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    exposeHeadRoutes: false,
    // Above the 128 characters of an account id: a longer one is told the rule, not that its path is unreadable.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 512 },
    // Node closes what is late when it looks, which it does every 30 s unless told otherwise.
    http: { maxHeaderSize, requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: 1_000 },
    requestTimeout,
    connectionTimeout: idleTimeout,
    keepAliveTimeout: idleTimeout,
    trustProxy: options.trustedProxies.length > 0 && [...options.trustedProxies],
    // Requests that arrive on open connections while closing are still answered; no new connection is taken.
    return503OnClosing: false,
    clientErrorHandler: clientErrors.answer,
    frameworkErrors: (error, request, reply) => {
      stampReply(request, reply);
      refuse(error, request, reply);
      tellUnreadable(request.log, request.method, reply.statusCode);
    },
  });
  clientErrors.watch(app.server);
  app.removeAllContentTypeParsers();
  app.addHook('onRequest', (request, reply, done) => {
    stampReply(request, reply);
    done();
  });
  boundConnections(app.server, {
    most: options.maxConnections,
    mostOfAddress: options.maxConnectionsOfAddress,
    trustedProxies: options.trustedProxies,
    onRefused: () => metrics?.countRefusedConnection(),
  });
  endSlowAnswers(app, requestTimeout);
  endIdleConnections(app);
  traceRequests(app);
  onSettled(app, [endSpan, logRequest, ...(metrics ? [measureRequests(metrics)] : [])]);
  limitUnknownRoutes(app, options);
  app.setErrorHandler(refuse);
  app.setNotFoundHandler((request, reply) => refuse(refuseUnknownRoute(), request, reply));
  registerHealthRoutes(app, options.store, options.unreachedWorkers);
  registerOpenApiRoute(app, options.publicUrl);
  registerDocsRoutes(app);
  await app.register(async (scope) => {
    refuseWhenBehind(scope, options.isBehind);
    registerTokenRoute(scope, options.granting, () => options.metrics?.countLimited('token'));
  });
  await app.register(async (scope) => {
    refuseWhenBehind(scope, options.isBehind);
    registerOperations(
      scope,
      {
        ...createSiteHandlers(options.siteNames),
        ...createConversationHandlers(options.store, options.cursors),
        ...createDirectMessageHandlers(options.store, options.limits.limitOfRule),
        ...createConversationMessageHandlers(options.store, options.limits.limitOfRule),
        ...createGroupHandlers(options.store),
        ...createReactionHandlers(options.store),
        ...createQuestionHandlers(options.store),
        ...createReminderHandlers(options.store, options.cursors, options.now),
        ...createReadingHandlers(options.store, options.cursors),
        ...createDraftHandlers(options.store, options.cursors),
        ...createChoiceHandlers(options.store, options.cursors, options.now),
        ...createHoldHandlers(options.store, options.cursors, options.now),
        ...createReportHandlers(options.store, options.cursors),
        ...createSiteOperationHandlers(options),
      },
      { ...options, noteUse: createUseNotes(options.store, options.now) },
    );
  });
  return app;
}

/** The route that is told of what came as far as none. */
const unreadable = 'unreadable';

/** Milliseconds in which a request must have come, and its answer been taken; and after which a connection that is silent is closed. */
const longestRequest = 30_000;
const idleTimeout = 75_000;

/** Late answers help nobody: what comes while the process is behind goes elsewhere, or comes again. */
function refuseWhenBehind(scope: FastifyInstance, isBehind: () => boolean): void {
  scope.addHook('onRequest', (_request, _reply, done) => {
    const refusal = isBehind()
      ? new AppError('unavailable', 'The service has more to do than it can.', { retryAfter: 2 })
      : undefined;
    done(refusal);
  });
}

type AnyRequest = Pick<FastifyRequest, 'id' | 'log' | 'raw'>;
type AnyReply = Pick<FastifyReply, 'statusCode' | 'headers' | 'send'>;

function stampReply(request: AnyRequest, reply: AnyReply): void {
  reply.headers(protectiveHeaders);
  reply.headers({ 'X-Request-Id': request.id, 'Cache-Control': 'no-store' });
}

function refuse(thrown: unknown, request: AnyRequest, reply: AnyReply): void {
  const error = blameSender(thrown, request.raw);
  const { status, headers, body } = describeRefusal(error, request.id);
  if (status >= 500 && isFault(error))
    request.log.error({ fault: describeFault(error), refusal: body.error }, 'request failed');
  reply.statusCode = status;
  reply.headers(headers);
  reply.send(body);
}
