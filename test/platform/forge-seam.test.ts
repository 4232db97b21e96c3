import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { asApp, asUser, getAppContext, invokeRemote, route } from '@forge/api';
import Resolver from '@forge/resolver';
import { decodeJwt } from 'jose';
import type { AppHandler } from '../../platform/forge/functions/function-runner';
import { invokeFunction } from '../../platform/forge/functions/invoke-function';
import type { Person } from '../../platform/jira/people';
import type { FaultMode, InvokeReply } from '../../platform/wire/wire';
import { demoSite } from '../../preview/demo/site';
import { aPerson, appId, openTestPlatform, type TestPlatform, temporaryFolder, testManifest } from './test-platform';

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
resolver.define('principal', ({ context }) => context.accountId);
resolver.define('extension', ({ context }) => context.extension);
resolver.define('appContext', () => getAppContext());
resolver.define('asApp', async () => {
  const response = await asApp().requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`);
  return (await response.json()).permissions.ADMINISTER.havePermission;
});
const handler = resolver.getDefinitions() as AppHandler;

describe('the Forge runtime of the preview, under the real @forge packages', () => {
  let remote: Server;
  let received: IncomingMessage[] = [];
  let test: TestPlatform;
  const { folder, remove } = temporaryFolder();

  beforeAll(async () => {
    remote = createServer((request, response) => {
      received.push(request);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ path: request.url, account: request.headers['x-account'] ?? null }));
    });
    await new Promise<void>((resolve) => remote.listen(0, '127.0.0.1', resolve));
    const { port } = remote.address() as AddressInfo;
    const serviceUrl = `http://127.0.0.1:${port}`;
    const loosened = ['security-levels-leave-the-app-out'] as const;
    test = await openTestPlatform({ folder, handlers: { panel: handler }, serviceUrl, loosened });
  });
  beforeEach(() => {
    received = [];
  });
  afterAll(async () => {
    await test.close();
    remove();
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
    test.state.consent(emi);
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
    const unidentified = await ask('principal', null);
    expect(unidentified).toEqual({ outcome: 'value', value: 'unidentified' });
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
        environmentAri: expect.stringContaining(demoSite.environmentId),
        environmentType: 'DEVELOPMENT',
        installationAri: expect.stringContaining(demoSite.installationId),
        invocationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        moduleKey: 'panel',
        installation: { ari: { installationId: demoSite.installationId }, contexts: [{ cloudId: demoSite.cloudId }] },
        permissions: { scopes: ['storage:app'] },
      },
    });
  });

  it('runs the resolver of a module that is on no issue', async () => {
    expect(await ask('extension', aPerson('bob'), { issueKey: null }, 'normal', 'page')).toEqual({
      outcome: 'value',
      value: { type: 'jira:globalPage' },
    });
  });

  it('says so where a module names no resolver', async () => {
    expect(await ask('any', aPerson('bob'), { issueKey: null }, 'normal', 'act')).toEqual({
      outcome: 'failed',
      message: 'In manifest.yml the module act names no resolver.',
    });
  });

  it('lets a function that runs for nobody ask Jira as the app and not as a user', async () => {
    const asked = test.inFunction(
      async () => {
        const app = await asApp().requestJira(route`/rest/api/3/issue/WEB-9?fields=summary`);
        const user = await asUser()
          .requestJira(route`/rest/api/3/myself`)
          .catch((error: Error) => error.name);
        return [app.status, user];
      },
      { handle: 'nobody' },
    );
    expect(await asked).toEqual([200, 'NEEDS_AUTHENTICATION_ERR']);
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
    ...args: Parameters<typeof askOf> extends [unknown, ...infer Rest] ? Rest : never
  ): Promise<InvokeReply> {
    return askOf(test, ...args);
  }
});

// Apart from the others: the room that was opened last has the globals of the process.
test('an app that lacks a function says so where it is called', async () => {
  const { folder, remove } = temporaryFolder();
  const empty = await openTestPlatform({ folder });
  expect(await askOf(empty, 'any', aPerson('bob'))).toEqual({
    outcome: 'failed',
    message: 'src/index.ts exports no function "panel", which manifest.yml names as the handler of "panel".',
  });
  expect(empty.app.runner.listMissing()).toHaveLength(6);
  await empty.close();
  remove();
});

function askOf(
  test: TestPlatform,
  functionKey: string,
  person: Person | null,
  more: { issueKey?: string | null; payload?: unknown } = {},
  faultMode: FaultMode = 'normal',
  moduleKey = 'panel',
): Promise<InvokeReply> {
  const module = testManifest.views.find(({ key }) => key === moduleKey);
  if (module === undefined) throw new Error(`no ${moduleKey}`);
  const request = { moduleKey, functionKey, issueKey: 'WEB-1', localId: 'here', payload: {}, ...more };
  return invokeFunction({ runner: test.app.runner, state: test.state }, module, request, { person, faultMode });
}
