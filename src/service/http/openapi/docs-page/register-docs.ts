import type { FastifyInstance } from 'fastify';
import { pageCss } from './page.css';
import { pageHtml } from './page.html';
import { pageJs } from './page.js';

/** Nothing from elsewhere, and nothing inline: stricter than what helmet sets on every answer. */
const policy = {
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  useDefaults: false,
};

/** `GET /docs`: a page to read the API and to try it, open to anyone like `/openapi.json`. All of it is served from here. */
export function registerDocsRoutes(app: FastifyInstance): void {
  const routes = [
    ['/docs', 'text/html; charset=utf-8', pageHtml],
    ['/docs/page.css', 'text/css; charset=utf-8', pageCss],
    ['/docs/page.js', 'text/javascript; charset=utf-8', pageJs],
  ] as const;
  for (const [path, type, text] of routes) {
    app.get(path, { exposeHeadRoute: true, helmet: { contentSecurityPolicy: policy } }, async (request, reply) =>
      // The page names its parts beside itself, so that it works below any path of a proxy.
      request.url.endsWith('/') ? reply.redirect(`..${path}`, 308) : reply.type(type).send(text),
    );
  }
}
