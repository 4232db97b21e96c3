import type { AddressInfo } from 'node:net';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Health } from '../../contract/people';
import type { Config } from '../config/config';
import type { PeopleStore } from '../conversation/administration';
import type { ConversationStore } from '../conversation/conversation-store';
import type { DraftStore } from '../conversation/draft-store';
import type { GroupStore } from '../conversation/group-store';
import type { MessageStore } from '../conversation/message-store';
import type { QuestionStore } from '../conversation/question-store';
import type { ReactionStore } from '../conversation/reaction-store';
import type { ReminderStore } from '../conversation/reminder-store';
import type { ReportStore } from '../conversation/report-store';
import { describeFault } from '../errors/describe-fault';
import { ListenError } from '../errors/listen-error';
import { buildApp } from '../http/server/app';
import type { LogStream } from '../http/server/app-options';
import type { Pingable } from '../http/server/health';
import { createRateLimits } from '../http/server/rate-limits';
import type { ClientRegistry, ClientUses, SecretRegistry } from '../identity/client-registry';
import type { KeyRegistry } from '../identity/signing-key';
import { createReadPlaces } from '../limits/read-places';
import { type LagWatch, watchLag } from '../limits/watch-lag';
import { createCursors } from '../operations/input/cursors';
import { startPurging } from '../purge/start-purging';
import { startRenewing } from '../purge/start-renewing';
import type { Metrics } from '../telemetry/metrics';
import { serveMetrics } from '../telemetry/serve-metrics';
import { describeHealth } from './describe-health';
import { openIdentity } from './open-identity';
import { watchCertificate } from './watch-certificate';
import { type WorkerWatch, watchWorkers } from './watch-workers';

/** Connections of this process to a server; null where the store is within this process. */
interface Pooled {
  connections(): { readonly open: number; readonly idle: number; readonly waiting: number } | null;
}

/** Everything that the service keeps. Whoever opened it closes it, after the service. */
export type ServiceStore = ConversationStore &
  GroupStore &
  MessageStore &
  DraftStore &
  ReactionStore &
  QuestionStore &
  ReminderStore &
  ReportStore &
  PeopleStore &
  ClientRegistry &
  ClientUses &
  SecretRegistry &
  KeyRegistry &
  Pingable &
  Pooled &
  Parameters<typeof watchWorkers>[0] & { readonly kind: Health['store'] };

export interface StartOptions {
  readonly config: Config;
  readonly store: ServiceStore;
  readonly now?: () => Date;
  /** Absent where nothing is to be measured. */
  readonly metrics?: Metrics | null;
  /** That of this process where it is absent. */
  readonly lag?: LagWatch;
  /** Milliseconds in which a request must have come, and for which clients and keys are remembered; 30 s each. */
  readonly requestTimeout?: number;
  readonly refreshAfter?: number;
  /** Standard output where it is absent. */
  readonly logStream?: LogStream;
}

export interface RunningService {
  /** Without a slash at its end; with the real port, also where 0 was asked for. */
  readonly url: string;
  readonly port: number;
  /** Where `/metrics` is answered; null where nothing is measured. */
  readonly metricsUrl: string | null;
  /** What the service logs to, also after its end. */
  readonly log: Pick<FastifyBaseLogger, 'info' | 'fatal'>;
  /** Takes no new connection, answers what it has, and then ends. */
  close(): Promise<void>;
}

/**
 * Starts the conversation service over an open store.
 * @throws ListenError, with the code `EADDRINUSE` for a taken port; StoreUnavailable.
 */
export async function startService(options: StartOptions): Promise<RunningService> {
  const { config, store, now = () => new Date(), metrics = null } = options;
  const { authenticate, granting } = await openIdentity({
    config,
    registry: store,
    now,
    metrics,
    refreshAfter: options.refreshAfter,
    onKeysUnread: (error) => app.log.error({ fault: describeFault(error) }, 'keys of Forge unread'),
  });
  let workers: WorkerWatch | null = null;
  const lag = options.lag ?? watchLag(config.maxLag);
  const app: FastifyInstance = await buildApp({
    siteNames: config.sites,
    store,
    authenticate,
    granting,
    limits: createRateLimits(config.rates, now, (kind) => metrics?.countLimited(kind)),
    isBehind: lag.isBehind,
    enterRead: createReadPlaces(config.readsAtOnce),
    maxConnections: config.maxConnections,
    maxConnectionsOfAddress: config.maxConnectionsOfAddress,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    metrics,
    cursors: createCursors(await store.secret('cursor')),
    health: describeHealth(config, store),
    readCertificate: watchCertificate(config.publicUrl, now),
    unreachedWorkers: () => workers?.state()?.unreached ?? [],
    now,
    requestTimeout: options.requestTimeout,
    logLevel: config.logLevel,
    logStream: options.logStream,
  });
  app.addHook('onClose', async () => lag.close());
  const purging = startPurging(store, app.log);
  app.addHook('onClose', () => purging.close());
  const renewing = startRenewing(store, app.log);
  app.addHook('onClose', () => renewing.close());
  workers = watchWorkers(store, app.log);
  app.addHook('onClose', () => workers?.close());
  await workers.look();
  let metricsUrl: string | null = null;
  try {
    if (metrics && config.metrics) {
      const { port, close } = await serveMetrics(metrics, config.metrics).catch(
        blame(config.metrics, { host: 'ASIDE_METRICS_HOST', port: 'ASIDE_METRICS_PORT' }),
      );
      app.addHook('onClose', close);
      metrics.watchConnections(() => store.connections());
      metrics.watchWorkers(() => workers?.state() ?? null);
      metricsUrl = `http://${nameHost(config.metrics.host)}:${port}/metrics`;
    }
    await app
      .listen({ host: config.host, port: config.port })
      .catch(blame(config, { host: 'ASIDE_HOST', port: 'ASIDE_PORT' }));
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://${nameHost(config.host)}:${port}`, port, metricsUrl, log: app.log, close: () => app.close() };
}

function blame(at: ListenError['at'], settings: ListenError['settings']) {
  return (error: unknown): never => {
    throw new ListenError(error, at, settings);
  };
}

/** An address that can be opened: every interface is reached on loopback, too, and IPv6 stands in brackets. */
function nameHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
