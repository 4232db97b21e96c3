import { type ForgeSigner, startForgeSigner } from '../../shared/service/forge-signer';
import { runService, type TestService } from '../../shared/service/running-service';
import { type Remote, site } from '../forge-runtime';

const appId = '0b5c6a2e-9d1b-4c3a-8e7f-0a1b2c3d4e5f';

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

export async function runApp(env: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  const signer: ForgeSigner = await startForgeSigner({ appId, cloudId: site });
  const forge = { ASIDE_SITES: site, ASIDE_FORGE_APP_IDS: appId, ASIDE_FORGE_JWKS_URL: signer.keysUrl };
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
      const response = await fetch(service.url + path, {
        method,
        headers: { ...headers, Authorization: `Bearer ${await signer.sign()}` },
        ...(body === undefined ? {} : { body }),
      });
      if (running.losesAnswers === 0) return response;
      running.losesAnswers -= 1;
      await response.text();
      throw new TypeError('fetch failed');
    },
    async close() {
      await service.close();
      await signer.close();
    },
  };
  return running;
}
