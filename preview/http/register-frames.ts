import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { AppManifest } from '../../platform/manifest/app-manifest';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/**
 * What Forge serves such a page with, without the hosts of its own (@forge/csp, CSPInjectionService): no script and no
 * style but those in files.
 */
const framePolicy = [
  "default-src 'self'",
  "frame-ancestors 'self'",
  "frame-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "connect-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "form-action 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts',
].join('; ');

const bridgeScript = '<script src="/frames/bridge.js"></script>';

/** A resource is a folder of built files with a page (`index.html`), which gets its bridge from the platform. */
export function registerFrames(server: FastifyInstance, { root, manifest }: { root: string; manifest: AppManifest }) {
  const modules = new Set(manifest.views.map(({ key }) => key));
  server.get('/frames/bridge.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send('globalThis.__bridge=parent.asidePreview.bridgeOf(globalThis);'),
  );
  server.get<{ Params: { module: string; resource: string; '*': string } }>(
    '/frames/:module/:resource/*',
    async ({ params }, reply) => {
      const folder = Object.hasOwn(manifest.folders, params.resource) ? manifest.folders[params.resource] : undefined;
      const name = params['*'] === '' ? 'index.html' : params['*'];
      reply.header('content-security-policy', framePolicy);
      if (folder === undefined || !modules.has(params.module) || !/^[\w-]+(?:\.[\w-]+)+$/.test(name)) {
        return reply.code(404).type('text/plain').send('Not Found');
      }
      const content = await readFile(join(root, folder, name)).catch(() => null);
      if (content === null) return reply.code(404).type('text/plain').send('Not Found');
      reply.type(types[extname(name)] ?? 'application/octet-stream');
      if (name !== 'index.html') return reply.send(content);
      return reply.send(content.toString('utf8').replace(/<head>/i, `<head>${bridgeScript}`));
    },
  );
}
