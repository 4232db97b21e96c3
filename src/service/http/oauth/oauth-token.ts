import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { describeFault, isFault } from '../../errors/describe-fault';
import { grantToken, type TokenGranting, TokenRefusal } from '../../identity/grant-token';
import { blameSender } from '../refusals/broken-off';
import { describeRefusal } from '../refusals/refusals';
import { refuseEncoding } from '../request/refuse-encoding';
import { takeRawBodies } from '../request/take-raw-bodies';
import { isBasic, parseTokenRequest } from './parse-token-request';

/** `POST /oauth/token`, the one route that answers and refuses as RFC 6749 does (sections 4.4, 5.1 and 5.2). */
export function registerTokenRoute(app: FastifyInstance, by: TokenGranting, onLimited: () => void): void {
  takeRawBodies(app);
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof TokenRefusal && error.code === 'slow_down') onLimited();
    return refuse(blameSender(error, request.raw), request, reply);
  });
  app.post<{ Body: Buffer | undefined }>('/oauth/token', { bodyLimit: 16 * 1024 }, async (request, reply) => {
    reply.header('Pragma', 'no-cache');
    if (request.body) refuseEncoding(request.headers);
    const { 'content-type': contentType, authorization } = request.headers;
    return grantToken(parseTokenRequest({ contentType, authorization }, request.body), request.ip, by);
  });
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof TokenRefusal) {
    const isClient = error.code === 'invalid_client';
    if (isClient && isBasic(request.headers.authorization)) reply.header('WWW-Authenticate', 'Basic realm="aside"');
    if (error.retryAfter !== null) reply.header('Retry-After', String(error.retryAfter));
    const status = isClient ? 401 : error.code === 'slow_down' ? 429 : 400;
    return reply.code(status).send({ error: error.code, error_description: error.message });
  }
  const { status, headers, body } = describeRefusal(error, request.id);
  if (status >= 500 && isFault(error)) request.log.error({ fault: describeFault(error) }, 'token request failed');
  // The RFC has no words for these; its sibling in section 4.1.2.1 has.
  const word = status === 503 ? 'temporarily_unavailable' : status >= 500 ? 'server_error' : 'invalid_request';
  return reply
    .code(status >= 500 || status === 415 ? status : 400)
    .headers(headers)
    .send({ error: word, error_description: body.message });
}
