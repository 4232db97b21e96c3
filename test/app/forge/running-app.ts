import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ForgeSigner } from '../../shared/service/forge-signer';
import { runService, type TestService } from '../../shared/service/running-service';
import { appId, type Remote, readSigningKeys, site } from '../forge-runtime';

/** The real service behind the platform's proxy, for the tests that run the app's functions against it. */
export interface RunningApp {
  readonly service: TestService;
  /** What the service was asked to keep: method and path of every request that reached it. */
  readonly requests: string[];
  /** What ForgeRuntime takes as its remote. */
  readonly remote: Remote;
  /** While it is set the proxy answers with it, and nothing reaches the service. */
  away: ((path: string) => Response | Promise<Response> | null) | null;
  /** Whether the answer of the next request is lost after the service has given it. */
  losesAnswers: number;
  close(): Promise<void>;
}

/** @param beside another signer whose tokens the service takes as well. */
export async function runApp(
  env: Readonly<Record<string, string>> = {},
  beside: ForgeSigner | null = null,
): Promise<RunningApp> {
  const others = beside === null ? [] : ((await (await fetch(beside.keysUrl)).json()) as { keys: object[] }).keys;
  const keys = JSON.stringify({ keys: [...(await readSigningKeys()).keys, ...others] });
  const appIds = [appId, ...(beside === null ? [] : [beside.env.ASIDE_FORGE_APP_IDS])].join(',');
  const keyServer = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(keys);
  });
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve));
  const keysUrl = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/jwks.json`;
  const forge = { ASIDE_SITES: site, ASIDE_FORGE_APP_IDS: appIds, ASIDE_FORGE_JWKS_URL: keysUrl };
  const service = await runService({ env: { ...forge, ...env } });
  const running: RunningApp = {
    service,
    requests: [],
    away: null,
    losesAnswers: 0,
    async remote({ path, method, headers, body }) {
      const refusal = await running.away?.(path);
      if (refusal) return refusal;
      running.requests.push(`${method} ${path}`);
      const response = await fetch(service.url + path, { method, headers, ...(body === undefined ? {} : { body }) });
      if (running.losesAnswers === 0) return response;
      running.losesAnswers -= 1;
      await response.text();
      throw new TypeError('fetch failed');
    },
    async close() {
      await service.close();
      await new Promise((resolve) => {
        keyServer.closeAllConnections();
        keyServer.close(resolve);
      });
    },
  };
  return running;
}

/** The same for a whole suite, as no test before has left it; it is there from the first test on. */
export function runAppForSuite(): RunningApp {
  let opened: RunningApp | null = null;
  const app = (): RunningApp => {
    if (opened === null) throw new Error('The service runs from the first test on.');
    return opened;
  };
  beforeAll(async () => {
    opened = await runApp();
  }, 180_000);
  beforeEach(() => {
    Object.assign(app(), { away: null, losesAnswers: 0 });
    app().requests.length = 0;
  });
  afterAll(() => opened?.close());
  return {
    get service() {
      return app().service;
    },
    get requests() {
      return app().requests;
    },
    get away() {
      return app().away;
    },
    set away(away) {
      app().away = away;
    },
    get losesAnswers() {
      return app().losesAnswers;
    },
    set losesAnswers(count) {
      app().losesAnswers = count;
    },
    remote: (request) => app().remote(request),
    close: () => app().close(),
  };
}
