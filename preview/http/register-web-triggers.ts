import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pathOfTrigger, runWebTrigger, type WebTriggerRequest } from '../../platform/forge/triggers/web-triggers';
import type { WebTriggerModule } from '../../platform/manifest/app-manifest';
import type { Platform } from '../../platform/start/open-platform';

/** An invocation carries 5 MB at most. */
const largestBody = 5 * 1024 * 1024;

/** Web triggers: public by design, for any origin and without a login. Each function has to look who calls. */
export function registerWebTriggers(
  server: FastifyInstance,
  triggers: readonly WebTriggerModule[],
  { app, modes, state }: Platform,
): void {
  const { site } = state.data;
  const parts = { runner: app.runner, modes, site };
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: largestBody }, (_request, body, done) =>
      done(null, body),
    );
    for (const trigger of triggers) {
      const path = pathOfTrigger(site, trigger.key);
      for (const url of [path, `${path}/*`]) {
        scope.route({
          method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
          url,
          bodyLimit: largestBody,
          handler: async (request, reply) => {
            const { status, headers, body } = await runWebTrigger(parts, trigger, writeRequest(request, path));
            return reply.code(status).headers(headers).send(body);
          },
        });
      }
    }
  });
}

function writeRequest(request: FastifyRequest, path: string): WebTriggerRequest {
  const url = new URL(request.url, 'http://preview.invalid');
  return {
    method: request.method,
    path: url.pathname,
    userPath: url.pathname.slice(path.length),
    queryParameters: listByName([...url.searchParams]),
    headers: listByName(pairsOf(request.raw.rawHeaders)),
    body: typeof request.body === 'string' ? request.body : '',
  };
}

/** Of names and values in turn, as node gives headers: in the caller's own writing. */
function pairsOf(raw: readonly string[]): readonly (readonly [string, string])[] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));
}

function listByName(pairs: readonly (readonly [string, string])[]): Record<string, string[]> {
  const names = [...new Set(pairs.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name) => [name, pairs.filter(([other]) => other === name).map(([, value]) => value)]),
  );
}
