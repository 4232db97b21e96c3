import fastify, { type FastifyInstance } from 'fastify';
import type { TokenSigner } from '../../platform/forge/remotes/sign-invocation-token';
import type { AppManifest } from '../../platform/manifest/app-manifest';
import type { Platform } from '../../platform/start/open-platform';
import type { Built } from '../bundle/build-once';
import { guardRequest } from './guard-requests';
import { readActor, readFaultMode } from './identify-person';
import { securityPolicy } from './pages';
import { registerForge } from './register-forge';
import { registerFrames } from './register-frames';
import { registerHood } from './register-hood';
import { registerHost } from './register-host';
import { registerJira } from './register-jira';
import { registerOutside } from './register-outside';
import { registerRealtime } from './register-realtime';
import { registerRemote } from './register-remote';
import { registerRules } from './register-rules';
import { registerSchedules } from './register-schedules';
import { registerViews } from './register-views';
import { registerWebTriggers } from './register-web-triggers';
import { writeBoot } from './write-boot';

export interface PreviewParts {
  readonly root: string;
  readonly manifest: AppManifest;
  readonly signer: TokenSigner;
  readonly hostFiles: Built;
  /** File of a view, relative to the root, to its script. */
  readonly views: ReadonlyMap<string, string>;
  readonly platform: Platform;
}

/** The local Jira's server, not listening yet. All that it serves is in memory or under `root`. */
export function createPreviewServer(parts: PreviewParts): FastifyInstance {
  const { manifest, signer, platform } = parts;
  const { state, app } = platform;
  // An invocation may carry 500 KB, as on the platform; open pages must not keep the process from ending.
  const server = fastify({ bodyLimit: 500 * 1024, forceCloseConnections: true });
  server.addHook('onRequest', guardRequest);
  server.addHook('onRequest', async (request) => {
    const mode = readFaultMode(request);
    if (mode !== undefined) platform.modes.choose(mode);
  });
  server.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', securityPolicy);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('cache-control', 'no-store');
  });
  server.get('/preview/boot', async (request) => writeBoot(manifest, state, readActor(request)));
  registerHost(server, parts.hostFiles);
  registerViews(server, parts);
  registerFrames(server, parts);
  registerJira(server, platform);
  registerForge(server, { manifest, signer, platform });
  registerRules(server, app.rules, state);
  registerRemote(server, manifest.remoteKeys[0], platform.remote);
  registerSchedules(server, app.schedules);
  registerOutside(server, state);
  registerRealtime(server, platform);
  registerHood(server, platform);
  registerWebTriggers(server, manifest.webTriggers, platform);
  return server;
}
