import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { asApp, asUser, getAppContext, invokeRemote, route } from '@forge/api';
import Resolver from '@forge/resolver';
import { decodeJwt } from 'jose';
import { createForgeFetch } from '../../src/preview/forge/create-forge-fetch';
import { installForgeRuntime } from '../../src/preview/forge/install-forge-runtime';
import { invokeFunction, type ResolverHandler } from '../../src/preview/forge/invoke-function';
import { createTokenSigner } from '../../src/preview/forge/sign-invocation-token';
import { type JiraState, openJiraState } from '../../src/preview/jira/jira-state';
import { findPersonByName, type Person } from '../../src/preview/jira/people';
import { demoSite } from '../../src/preview/jira/site';
import type { PanelModule } from '../../src/preview/manifest/app-manifest';
import type { InvokeReply, ServiceMode } from '../../src/preview/wire';

const appId = '11111111-2222-4333-8444-555555555555';
const panelModule: PanelModule = {
  key: 'panel-module',
  type: 'jira:issuePanel',
  title: 'Panel',
  icon: null,
  viewFile: 'panel.tsx',
  handlerExport: 'panel',
};

const resolver = new Resolver();
resolver.define('whoAmI', async ({ context }) => {
  // Long enough for another invocation to come in between.
  await wait(20);
  const response = await asUser().requestJira(route`/rest/api/3/myself`);
  const { displayName } = (await response.json()) as { displayName: string };
  await wait(20);
  const remote = await invokeRemote('conversation-api', { path: '/echo', headers: { 'x-account': context.accountId } });
  return { displayName, remote: await remote.json(), accountId: context.accountId };
});
resolver.define('issue', async ({ context }) => {
  const response = await asUser().requestJira(route`/rest/api/3/issue/${context.extension.issue.key}?fields=assignee`);
  return { status: response.status, extension: context.extension };
});
resolver.define('callRemote', async ({ payload }) => {
  const response = await invokeRemote(payload.remote ?? 'conversation-api', {
    path: '/echo',
    method: 'POST',
    body: '{}',
  });
  return await response.json();
});
resolver.define('nothing', () => undefined);
resolver.define('appContext', () => getAppContext());
resolver.define('asApp', async () => {
  const response = await asApp().requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`);
  return (await response.json()).permissions.ADMINISTER.havePermission;
});
const handler = resolver.getDefinitions() as ResolverHandler;

describe('the Forge runtime of the preview, under the real @forge packages', () => {
  let remote: Server;
  let received: IncomingMessage[] = [];
  let uninstall: () => void;
  let folder: string;
  let state: JiraState;

  beforeAll(async () => {
    remote = createServer((request, response) => {
      received.push(request);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ path: request.url, account: request.headers['x-account'] ?? null }));
    });
    await new Promise<void>((resolve) => remote.listen(0, '127.0.0.1', resolve));
    folder = mkdtempSync(join(tmpdir(), 'aside-seam-'));
    state = openJiraState(join(folder, 'jira.json'));
    const { port } = remote.address() as AddressInfo;
    const signer = await createTokenSigner(appId);
    const address = { remoteKeys: ['conversation-api'], url: `http://127.0.0.1:${port}`, signer };
    uninstall = installForgeRuntime(appId, createForgeFetch(state, address));
  });
  beforeEach(() => {
    received = [];
  });
  afterAll(async () => {
    uninstall();
    rmSync(folder, { recursive: true });
    await new Promise((resolve) => remote.close(resolve));
  });

  it('keeps two people apart whose invocations run at the same time', async () => {
    const names = ['alice', 'bob', 'carla', 'alice', 'bob'];
    const replies = await Promise.all(names.map((name) => ask('whoAmI', aPerson(name))));
    expect(replies).toEqual(
      names.map((name) => {
        const { displayName, accountId } = aPerson(name);
        return { outcome: 'value', value: { displayName, accountId, remote: { path: '/echo', account: accountId } } };
      }),
    );
  });

  it('sends the remote a token of the app that names neither a person nor a context', async () => {
    await ask('callRemote', aPerson('alice'));
    const [request] = received;
    const claims = decodeJwt(String(request?.headers.authorization).replace('Bearer ', ''));
    expect(claims.aud).toBe(`ari:cloud:ecosystem::app/${appId}`);
    expect(claims).not.toHaveProperty('principal');
    expect(claims).not.toHaveProperty('context');
    expect(request?.headers['x-b3-traceid']).toMatch(/^[0-9a-f]{32}$/);
  });

  it('asks for consent where a person has not allowed the app, and goes on once they have', async () => {
    const emi = aPerson('emi');
    expect(await ask('issue', emi)).toEqual({ outcome: 'needs-consent' });
    state.consent(emi);
    expect(await ask('issue', emi)).toMatchObject({ outcome: 'value', value: { status: 200 } });
  });

  it('looks the issue up itself and gives a function its id and key', async () => {
    expect(await ask('issue', aPerson('bob'), { issueKey: 'web-2' })).toMatchObject({
      value: { extension: { type: 'jira:issuePanel', issue: { id: '10102', key: 'WEB-2' } } },
    });
    expect(await ask('issue', aPerson('bob'), { issueKey: 'WEB-99' })).toMatchObject({ outcome: 'failed' });
  });

  it('lets @forge/api throw for a remote without an address, and calls nobody', async () => {
    const reply = await ask('callRemote', aPerson('alice'), {}, 'not-set');
    expect(reply).toEqual({ outcome: 'failed', message: 'Invalid remote key provided: "conversation-api"' });
    expect(received).toHaveLength(0);
  });

  it('refuses a remote that the manifest does not name', async () => {
    const reply = await ask('callRemote', aPerson('alice'), { payload: { remote: 'elsewhere' } });
    expect(reply).toMatchObject({ outcome: 'failed', message: 'Invalid remote key provided: "elsewhere"' });
  });

  it('lets a call to a service that is away fail as a network failure', async () => {
    expect(await ask('callRemote', aPerson('alice'), {}, 'away')).toEqual({
      outcome: 'failed',
      message: 'fetch failed',
    });
    expect(received).toHaveLength(0);
  });

  it('names someone who is not logged in as Jira does', async () => {
    const unidentified = await invokeFunction(
      async (_request, runtime) => (runtime as { principal: unknown }).principal,
      panelModule,
      aRequest('any', {}),
      { person: null, serviceMode: 'normal' },
    );
    expect(unidentified).toEqual({ outcome: 'value', value: { accountId: 'unidentified' } });
  });

  it('answers a function that returns nothing, and one that does not exist', async () => {
    expect(await ask('nothing', aPerson('alice'))).toEqual({ outcome: 'value', value: undefined });
    expect(await ask('absent', aPerson('alice'))).toEqual({
      outcome: 'failed',
      message: "Resolver has no definition for 'absent'.",
    });
  });

  it('tells a function which installation it runs in', async () => {
    expect(await ask('appContext', aPerson('alice'))).toMatchObject({
      value: {
        appAri: `ari:cloud:ecosystem::app/${appId}`,
        moduleKey: 'panel-module',
        installation: { contexts: [{ cloudId: demoSite.cloudId }] },
      },
    });
  });

  it('asks Jira as the app itself, without anyone’s consent and without their rights', async () => {
    for (const name of ['emi', 'alice']) {
      expect(await ask('asApp', aPerson(name))).toEqual({ outcome: 'value', value: false });
    }
  });

  it('refuses to run a call outside of an invocation', async () => {
    await expect(asUser().requestJira(route`/rest/api/3/myself`)).rejects.toThrow('no function of the app is running');
  });

  function ask(
    functionKey: string,
    person: Person,
    more: { issueKey?: string; payload?: unknown } = {},
    serviceMode: ServiceMode = 'normal',
  ): Promise<InvokeReply> {
    return invokeFunction(handler, panelModule, aRequest(functionKey, more), { person, serviceMode });
  }
});

function aRequest(functionKey: string, more: { issueKey?: string; payload?: unknown }) {
  return { moduleKey: 'panel-module', functionKey, issueKey: 'WEB-1', localId: 'here', payload: {}, ...more };
}

function aPerson(handle: string): Person {
  const person = findPersonByName(handle);
  if (person === undefined) throw new Error(`no ${handle}`);
  return person;
}
