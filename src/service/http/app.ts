import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { AppError } from '../conversation/app-error';
import type { AppOptions } from './app-options';
import { answerClientError, maxHeaderSize } from './client-error';
import { createConversationMessageHandlers } from './conversation-messages';
import { createConversationHandlers } from './conversations';
import { describeFault } from './describe-fault';
import { createDirectMessageHandlers } from './direct-messages';
import { registerDocsRoutes } from './docs-page/register-docs';
import { endIdleConnections } from './end-connections';
import { createGroupHandlers } from './groups';
import { registerHealthRoutes } from './health';
import { registerTokenRoute } from './oauth-token';
import { registerOpenApiRoute } from './openapi';
import { createChoiceHandlers } from './people';
import { createReadingHandlers } from './reading';
import { describeRefusal, refuseUnknownRoute } from './refusals';
import { registerOperations } from './register-operations';
import { describeLogger, logRequests } from './request-log';
import { measureRequests } from './request-metrics';
import { traceRequests } from './request-spans';
import { createSiteOperationHandlers } from './site-operations';
import { createSiteHandlers } from './sites';

/** The service as a Fastify instance that listens nowhere yet. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: describeLogger(options.logLevel, options.logStream),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    exposeHeadRoutes: false,
    // Above the 128 characters of an account id: a longer one is told the rule, not that its path is unreadable.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 512 },
    http: { maxHeaderSize },
    requestTimeout,
    connectionTimeout: idleTimeout,
    keepAliveTimeout: idleTimeout,
    trustProxy: options.trustedProxies.length > 0 && [...options.trustedProxies],
    // Requests that arrive on open connections while closing are still answered; no new connection is taken.
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => {
      stampReply(request, reply);
      refuse(error, request, reply);
      // No hook runs for these, so that nothing else logs them.
      request.log.info({ method: request.method, route: 'unreadable', status: reply.statusCode }, 'request');
    },
  });
  app.removeAllContentTypeParsers();
  app.addHook('onRequest', async (request, reply) => stampReply(request, reply));
  boundConnections(app, options);
  endIdleConnections(app);
  traceRequests(app);
  logRequests(app);
  if (options.metrics) measureRequests(app, options.metrics);
  app.setErrorHandler(refuse);
  app.setNotFoundHandler((request, reply) => refuse(refuseUnknownRoute(), request, reply));
  await app.register(helmet);
  registerHealthRoutes(app, options.store);
  registerOpenApiRoute(app);
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
        ...createDirectMessageHandlers(options.store),
        ...createConversationMessageHandlers(options.store),
        ...createGroupHandlers(options.store),
        ...createReadingHandlers(options.store, options.cursors),
        ...createChoiceHandlers(options.store, options.cursors),
        ...createSiteOperationHandlers(options),
      },
      options,
    );
  });
  return app;
}

/** Milliseconds in which a request must have come, and after which a connection that is silent is closed. */
const requestTimeout = 30_000;
const idleTimeout = 75_000;

function boundConnections(app: FastifyInstance, { maxConnections, metrics }: AppOptions): void {
  app.server.maxConnections = maxConnections;
  app.server.on('drop', () => metrics?.countRefusedConnection());
}

/** Late answers help nobody: what comes while the process is behind goes elsewhere, or comes again. */
function refuseWhenBehind(scope: FastifyInstance, isBehind: () => boolean): void {
  scope.addHook('onRequest', async () => {
    if (isBehind()) throw new AppError('unavailable', 'The service has more to do than it can.', { retryAfter: 2 });
  });
}

type AnyRequest = Pick<FastifyRequest, 'id' | 'log'>;
type AnyReply = Pick<FastifyReply, 'statusCode' | 'headers' | 'send'>;

function stampReply(request: AnyRequest, reply: AnyReply): void {
  reply.headers({ 'X-Request-Id': request.id, 'Cache-Control': 'no-store' });
}

function refuse(error: unknown, request: AnyRequest, reply: AnyReply): void {
  const { status, headers, body } = describeRefusal(error, request.id);
  if (status >= 500) request.log.error({ fault: describeFault(error), refusal: body.error }, 'request failed');
  reply.statusCode = status;
  reply.headers(headers);
  reply.send(body);
}
