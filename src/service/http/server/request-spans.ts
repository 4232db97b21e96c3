import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';
import type { TellSettled } from './on-settled';

declare module 'fastify' {
  interface FastifyRequest {
    span: Span | null;
  }
}

/**
 * A span for each request, under the caller's where it sends `traceparent`. It goes to whatever OpenTelemetry SDK the
 * process was started with; without one, nothing happens.
 */
export function traceRequests(app: FastifyInstance): void {
  app.decorateRequest('span', null);
  app.addHook('onRequest', (request, _reply, done) => {
    const parent = propagation.extract(context.active(), request.headers);
    const route = request.routeOptions.url ?? 'unknown';
    const attributes = { 'http.request.method': request.method, 'http.route': route };
    const span = trace
      .getTracer('aside')
      .startSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
    request.span = span;
    // Fastify keeps this context over the reading of a body, too.
    context.with(trace.setSpan(parent, span), done);
  });
}

export const endSpan: TellSettled = ({ span }, { status }) => {
  span?.setAttribute('http.response.status_code', status);
  if (status >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
  span?.end();
};
