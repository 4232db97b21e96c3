import fastify, { type FastifyInstance } from 'fastify';
import type { HostFiles } from '../bundle/bundle-host';
import { guardRequest } from './guard-requests';
import { securityPolicy } from './pages';
import { type ForgeParts, registerForge } from './register-forge';
import { registerHost } from './register-host';
import { registerJira } from './register-jira';
import { registerViews } from './register-views';
import { writeBoot } from './write-boot';

export interface PreviewParts extends ForgeParts {
  readonly root: string;
  readonly hostFiles: HostFiles;
  readonly views: ReadonlyMap<string, string>;
}

/** The local Jira's server, not listening yet. All that it serves is in memory or under `root`. */
export function createPreviewServer(parts: PreviewParts): FastifyInstance {
  // An invocation may carry 500 KB, as on the platform; open pages must not keep the process from ending.
  const server = fastify({ bodyLimit: 500 * 1024, forceCloseConnections: true });
  server.addHook('onRequest', guardRequest);
  server.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', securityPolicy);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('cache-control', 'no-store');
  });
  server.get('/preview/boot', async () => writeBoot(parts.manifest, parts.state));
  registerHost(server, parts.hostFiles);
  registerViews(server, parts);
  registerJira(server, parts.state);
  registerForge(server, parts);
  return server;
}
