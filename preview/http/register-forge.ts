import type { FastifyInstance } from 'fastify';
import { askContextStatus, type StatusRequest } from '../../platform/forge/functions/ask-context-status';
import { invokeFunction } from '../../platform/forge/functions/invoke-function';
import type { TokenSigner } from '../../platform/forge/remotes/sign-invocation-token';
import { canSee } from '../../platform/jira/can-see';
import type { AppManifest } from '../../platform/manifest/app-manifest';
import type { Platform } from '../../platform/start/open-platform';
import type { ContextStatus, InvokeReply, InvokeRequest } from '../../platform/wire/wire';
import type { PanelAddition } from '../wire/wire';
import { identifyPerson, readActor, readFaultMode, readSignedIn, refusal } from './identify-person';

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

const statusBody = {
  type: 'object',
  required: ['moduleKey', 'issueKey', 'moment'],
  properties: {
    moduleKey: { type: 'string' },
    issueKey: { type: 'string' },
    moment: { enum: ['load', 'open', 'close'] },
  },
};

const panelBody = {
  type: 'object',
  required: ['moduleKey', 'issueKey'],
  properties: { moduleKey: { type: 'string' }, issueKey: { type: 'string' } },
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
      const who = { person: identifyPerson(request), faultMode: readFaultMode(request) ?? 'normal' };
      return invokeFunction({ runner, state }, module, request.body, who);
    },
  );

  server.post<{ Body: StatusRequest & { readonly moduleKey: string } }>(
    '/preview/context-status',
    { schema: { body: statusBody } },
    async (request): Promise<{ readonly status: ContextStatus | null }> => {
      const module = manifest.views.find((view) => view.key === request.body.moduleKey);
      const who = { person: identifyPerson(request), faultMode: readFaultMode(request) ?? 'normal' };
      const status = module && (await askContextStatus({ runner, state }, module, request.body, who));
      return { status: status ?? null };
    },
  );

  server.post<{ Body: PanelAddition }>('/preview/panels', { schema: { body: panelBody } }, async (request, reply) => {
    readSignedIn(request);
    const { issueKey, moduleKey } = request.body;
    const issue = state.findIssue(issueKey);
    if (issue === undefined || !canSee(readActor(request), issue, state)) throw refusal(404, `No issue ${issueKey}.`);
    const isPanel = manifest.views.some(({ key, type }) => key === moduleKey && type === 'jira:issuePanel');
    if (!isPanel) throw refusal(404, `The app has no panel ${moduleKey}.`);
    state.addPanel(issue, moduleKey);
    return reply.code(204).send();
  });

  server.post('/preview/consent', async (request, reply) => {
    const person = identifyPerson(request);
    if (person !== null) state.consent(person);
    return reply.code(204).send();
  });
}
