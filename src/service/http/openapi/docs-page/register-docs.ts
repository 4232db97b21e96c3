import type { FastifyInstance } from 'fastify';
import { pageCss } from './page.css';
import { pageHtml } from './page.html';
import { pageJs } from './page.js';

/** Nothing from elsewhere, and nothing inline: stricter than what stands on every answer. */
const policy =
  "default-src 'none';script-src 'self';style-src 'self';connect-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none'";

/** `GET /docs`: a page to read the API and to try it, open to anyone like `/openapi.json`. All of it is served from here. */
export function registerDocsRoutes(app: FastifyInstance): void {
  const routes = [
    ['/docs', 'text/html; charset=utf-8', pageHtml],
    ['/docs/page.css', 'text/css; charset=utf-8', pageCss],
    ['/docs/page.js', 'text/javascript; charset=utf-8', pageJs],
  ] as const;
  for (const [path, type, text] of routes) {
    app.get(path, { exposeHeadRoute: true }, async (request, reply) => {
      reply.header('Content-Security-Policy', policy);
      // The page names its parts beside itself, so that it works below any path of a proxy.
      return request.url.endsWith('/') ? reply.redirect(`..${path}`, 308) : reply.type(type).send(text);
    });
  }
}
