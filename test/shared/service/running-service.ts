import { randomBytes, randomUUID } from 'node:crypto';
import type { Scope } from '../../../src/contract/scopes';
import { parseConfig } from '../../../src/service/config/config';
import type { OAuthClient } from '../../../src/service/identity/client-registry';
import { hashClientSecret } from '../../../src/service/identity/client-secret';
import type { LagWatch } from '../../../src/service/limits/watch-lag';
import { startService } from '../../../src/service/process/start';
import { observeDatabase } from '../../../src/service/store/engine/observed-database';
import { openStoreOn, type Store } from '../../../src/service/store/open-store';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { createMetrics } from '../../../src/service/telemetry/metrics';
import { observeStatements } from '../../../src/service/telemetry/observe-statements';
import { openTestEngine } from '../engine/open-test-engine';

export interface ClientCredentials {
  readonly id: string;
  readonly secret: string;
}

export interface TestService {
  readonly url: string;
  readonly metricsUrl: string | null;
  readonly store: Store;
  readonly logLines: readonly string[];
  /** Adds an OAuth client. */
  addClient(changes?: Partial<Pick<OAuthClient, 'name' | 'scopes' | 'sites'>>): Promise<ClientCredentials>;
  close(): Promise<void>;
}

export const site = '11111111-1111-4111-8111-11111111aaaa';
export const otherSite = '22222222-2222-4222-8222-22222222bbbb';

const clientScopes: readonly Scope[] = ['participate:conversation', 'manage:conversation'];

/** A test that is about limits sets them itself; no other is to depend on how fast it or its neighbours are. */
const unlimited = {
  ASIDE_RATE_SENDS_CLIENT: '0',
  ASIDE_RATE_SENDS_CLIENT_ALL: '0',
  ASIDE_RATE_SENDS_ACCOUNT: '0',
  ASIDE_RATE_READS: '0',
  ASIDE_MAX_LAG_MS: '0',
};

/** The real service on a free port, over a store of its own with nothing in it (`openTestEngine`). Only the clock may be told. */
export async function runService(
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly now?: () => Date;
    readonly store?: Store;
    readonly lag?: LagWatch;
    readonly requestTimeout?: number;
    readonly refreshAfter?: number;
  } = {},
): Promise<TestService> {
  const now = options.now ?? (() => new Date());
  const logLines: string[] = [];
  const config = parseConfig({ ASIDE_PORT: '0', ...unlimited, ...options.env });
  const metrics = config.metrics && createMetrics();
  const observe = observeStatements(metrics);
  const store =
    options.store ??
    (await openStoreOn(observeDatabase(await openTestEngine(), observe), { now, newId: newMessageId }));
  const logStream = { write: (line: string) => void logLines.push(line) };
  const service = await startService({
    config,
    store,
    now,
    logStream,
    metrics,
    ...(options.lag && { lag: options.lag }),
    ...(options.requestTimeout && { requestTimeout: options.requestTimeout }),
    ...(options.refreshAfter && { refreshAfter: options.refreshAfter }),
  });
  return {
    url: service.url,
    metricsUrl: service.metricsUrl,
    store,
    logLines,
    async addClient({ name = 'Build bot', scopes = clientScopes, sites = [site] } = {}) {
      const id = randomUUID();
      const secret = randomBytes(32).toString('base64url');
      const createdAt = now().toISOString();
      await store.addClient({
        id,
        name,
        secretHash: hashClientSecret(secret),
        scopes,
        sites,
        createdAt,
        revokedAt: null,
      });
      return { id, secret };
    },
    async close() {
      await service.close();
      if (!options.store) await store.close();
    },
  };
}
