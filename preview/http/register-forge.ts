import type { FastifyInstance } from 'fastify';
import { invokeFunction } from '../../platform/forge/functions/invoke-function';
import type { TokenSigner } from '../../platform/forge/remotes/sign-invocation-token';
import type { AppManifest } from '../../platform/manifest/app-manifest';
import type { Platform } from '../../platform/start/open-platform';
import type { InvokeReply, InvokeRequest } from '../../platform/wire/wire';
import { identifyPerson, readServiceMode } from './identify-person';

export interface ForgeParts {
  readonly manifest: AppManifest;
  readonly signer: TokenSigner;
  readonly platform: Platform;
}

const invokeBody = {
  type: 'object',
  required: ['moduleKey', 'functionKey', 'issueKey', 'localId'],
  properties: {
    moduleKey: { type: 'string' },
    functionKey: { type: 'string' },
    issueKey: { type: ['string', 'null'] },
    localId: { type: 'string' },
  },
};

/** What the platform does behind a page: runs functions, keeps consents, publishes the key of its tokens. */
export function registerForge(server: FastifyInstance, { manifest, signer, platform }: ForgeParts): void {
  const { state, app } = platform;
  const { runner } = app;
  server.get('/forge/jwks.json', async () => signer.jwks);

  server.post<{ Body: InvokeRequest }>(
    '/preview/invoke',
    { schema: { body: invokeBody } },
    async (request): Promise<InvokeReply> => {
      const module = manifest.views.find((view) => view.key === request.body.moduleKey);
      if (module === undefined) return { outcome: 'failed', message: `No module ${request.body.moduleKey}.` };
      const who = { person: identifyPerson(request), serviceMode: readServiceMode(request) ?? 'normal' };
      return invokeFunction({ runner, state }, module, request.body, who);
    },
  );

  server.post('/preview/consent', async (request, reply) => {
    const person = identifyPerson(request);
    if (person !== null) state.consent(person);
    return reply.code(204).send();
  });
}
