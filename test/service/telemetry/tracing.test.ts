import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Context,
  type ContextManager,
  context,
  ROOT_CONTEXT,
  type Span,
  type SpanOptions,
  type TextMapPropagator,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { aDocument } from '../../shared/service/a-document';
import { ask, fetchToken } from '../../shared/service/ask';
import { runService, site, type TestService } from '../../shared/service/running-service';

interface Recorded {
  readonly name: string;
  readonly parent: string | null;
  readonly attributes: Record<string, unknown>;
  hasEnded: boolean;
}

const traceId = '0af7651916cd43dd8448eb211c80319c';
const callerSpan = 'b7ad6b7169203331';
const spans: Recorded[] = [];

/** Where every copy of the API of major version 1 finds what was registered, whichever copy that was done through. */
const registry = Symbol.for('opentelemetry.js.api.1');

/**
 * The least that an SDK registers: it keeps the context over awaits, reads `traceparent`, and remembers the spans. It does
 * so as through a copy of the API of its own, the latest that SDK 2.x may have (its peer is
 * ">=1.3.0 <1.10.0"). An API ignores what was registered under a lower minor version than its own.
 */
function registerSdk(): void {
  const storage = new AsyncLocalStorage<Context>();
  const contexts: ContextManager = {
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (active, work, self, ...args) => storage.run(active, () => work.call(self as never, ...args)),
    bind: (_context, target) => target,
    enable: () => contexts,
    disable: () => contexts,
  };
  const propagator: TextMapPropagator = {
    inject: () => {},
    fields: () => ['traceparent'],
    extract: (parent, carrier) => {
      const [, id, spanId] = String(Reflect.get(Object(carrier), 'traceparent') ?? '').split('-');
      return id && spanId ? trace.setSpanContext(parent, { traceId: id, spanId, traceFlags: 1 }) : parent;
    },
  };
  const startSpan = (name: string, options: SpanOptions = {}, within: Context = context.active()): Span => {
    const parent = trace.getSpanContext(within)?.spanId ?? null;
    const recorded: Recorded = { name, parent, attributes: { ...options.attributes }, hasEnded: false };
    spans.push(recorded);
    const span: Span = {
      ...trace.wrapSpanContext({ traceId, spanId: `${spans.length}`.padStart(16, '0'), traceFlags: 1 }),
      spanContext: () => ({ traceId, spanId: name, traceFlags: 1 }),
      setAttribute: (key, value) => {
        recorded.attributes[key] = value;
        return span;
      },
      setStatus: () => span,
      end: () => {
        recorded.hasEnded = true;
      },
    };
    return span;
  };
  const tracer = {
    startSpan,
    startActiveSpan: (name: string, options: SpanOptions, work: (span: Span) => unknown) => {
      const span = startSpan(name, options);
      return context.with(trace.setSpan(context.active(), span), () => work(span));
    },
  } as Tracer;
  const registered = {
    version: '1.9.0',
    trace: { getTracer: () => tracer },
    context: contexts,
    propagation: propagator,
  };
  Reflect.set(globalThis, registry, registered);
}

let service: TestService;

beforeAll(async () => {
  registerSdk();
  service = await runService();
}, 600_000);

afterAll(async () => {
  await service.close();
  Reflect.deleteProperty(globalThis, registry);
});

test("a request is a span under its caller's, and its statements are spans under it, also after a body was read", async () => {
  const token = await fetchToken(service.url, await service.addClient());
  await ask(`GET ${service.url}/readyz`);
  expect(spans.at(-1)).toMatchObject({ name: 'store ping', parent: 'GET /readyz', hasEnded: true });
  spans.splice(0);
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    traceparent: `00-${traceId}-${callerSpan}-01`,
  };
  const path = `${service.url}/site/${site}/conversation/user/bob/message`;
  const asked = request(path, { method: 'POST', headers });
  asked.flushHeaders();
  // Its body comes later, in an event of the socket.
  await wait(200);
  asked.end(JSON.stringify(aDocument('secret words')));
  const [response] = await once(asked, 'response');
  await once(response.resume(), 'end');
  const route = 'POST /site/:cloudId/conversation/user/:userId/message';
  // That the client was here is noted beside it, sooner or later.
  const own = spans.filter(({ name }) => name !== 'store upsert-client-use');
  expect(own).toEqual([
    {
      name: route,
      parent: callerSpan,
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/site/:cloudId/conversation/user/:userId/message',
        'http.response.status_code': 201,
      },
      hasEnded: true,
    },
    expect.objectContaining({ name: 'store transaction', parent: route, hasEnded: true }),
    ...own.slice(2).map(() => expect.objectContaining({ parent: 'store transaction', hasEnded: true })),
  ]);
  expect(spans).toContainEqual(expect.objectContaining({ name: 'store insert-messages' }));
  expect(JSON.stringify(spans)).not.toMatch(/secret words|bob/);
});
