import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** A cache of verified tokens, as far as it is measured. */
interface Lookups {
  readonly hits: number;
  readonly misses: number;
}

interface Connections {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}

/** The servers of a cluster. */
interface Workers {
  readonly reached: number;
  readonly unreached: readonly unknown[];
}

const limitedKinds = ['sends', 'reads', 'token'] as const;

/**
 * What the service measures of itself. No label holds a site, an account or a word. What a rule looks for is there at 0
 * before it happens: Prometheus does not see the first one of a series that begins with it.
 */
export interface Metrics {
  countRequest(method: string, route: string, status: number, seconds: number): void;
  countLimited(kind: (typeof limitedKinds)[number]): void;
  countRefusedConnection(): void;
  countRefusedRead(): void;
  /** A request with a Forge token that names neither a person nor the app. */
  countUnnamed(): void;
  /** `outcome` is `ok`, `failed` or `unavailable`. A statement of a transaction is no commit, and the transaction is one. */
  countStatement(name: string, isCommit: boolean, outcome: string, seconds: number): void;
  watchTokens(issuer: 'forge' | 'aside', cache: Lookups): void;
  watchConnections(read: () => Connections | null): void;
  watchWorkers(read: () => Workers | null): void;
  /** In Prometheus' text format. */
  write(): Promise<string>;
  readonly contentType: string;
}

const latency = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'aside_http_request_seconds',
    help: 'Requests by route pattern, and how long each took',
    labelNames: ['method', 'route', 'status'],
    buckets: latency,
    registers,
  });
  const limited = new Counter({
    name: 'aside_limited_total',
    help: 'Requests that were refused with 429',
    labelNames: ['kind'],
    registers,
  });
  for (const kind of limitedKinds) limited.inc({ kind }, 0);
  const refusedConnections = new Counter({
    name: 'aside_refused_connections_total',
    help: 'Connections closed because ASIDE_MAX_CONNECTIONS were open',
    registers,
  });
  const refusedReads = new Counter({
    name: 'aside_refused_reads_total',
    help: 'Reads of messages answered 503 because ASIDE_READS_AT_ONCE were under way and too many waited',
    registers,
  });
  const unnamed = new Counter({
    name: 'aside_unnamed_app_requests_total',
    help: 'Requests of functions without Aside-Account-Id and Aside-Speaks-As, taken for the app until the next release',
    registers,
  });
  const statements = new Histogram({
    name: 'aside_store_statement_seconds',
    help: 'Statements by name, and how long each took with its wait for a connection',
    labelNames: ['statement', 'outcome'],
    buckets: latency,
    registers,
  });
  const seen = new Set<string>();
  const see = (statement: string) => {
    if (!seen.has(statement)) statements.zero({ statement, outcome: 'unavailable' });
    seen.add(statement);
  };
  see('transaction');
  const commits = new Counter({
    name: 'aside_store_commits_total',
    help: 'Commits that were acknowledged: of statements that wrote, and of transactions',
    registers,
  });
  const caches = new Map<string, Lookups>();
  watchTokens(registry, caches);
  return {
    countRequest: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    countLimited: (kind) => limited.inc({ kind }),
    countUnnamed: () => unnamed.inc(),
    countRefusedRead: () => refusedReads.inc(),
    countRefusedConnection: () => refusedConnections.inc(),
    countStatement: (statement, isCommit, outcome, seconds) => {
      see(statement);
      statements.observe({ statement, outcome }, seconds);
      if (isCommit && outcome === 'ok') commits.inc();
    },
    watchTokens: (issuer, cache) => void caches.set(issuer, cache),
    watchConnections: (read) => watchConnections(registry, read),
    watchWorkers: (read) => watchWorkers(registry, read),
    write: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function watchTokens(registry: Registry, caches: ReadonlyMap<string, Lookups>): void {
  new Counter({
    name: 'aside_token_lookups_total',
    help: 'Looks into the caches of verified tokens since the start',
    labelNames: ['issuer', 'result'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [issuer, { hits, misses }] of caches) {
        this.inc({ issuer, result: 'hit' }, hits);
        this.inc({ issuer, result: 'miss' }, misses);
      }
    },
  });
}

function watchConnections(registry: Registry, read: () => Connections | null): void {
  new Gauge({
    name: 'aside_store_connections',
    help: 'Connections to PostgreSQL, and requests that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const [state, count] of Object.entries(read() ?? {})) this.set({ state }, count);
    },
  });
}

function watchWorkers(registry: Registry, read: () => Workers | null): void {
  new Gauge({
    name: 'aside_store_workers',
    help: 'Servers of the cluster over which the tables are spread, as they were at the last look',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const workers = read();
      if (workers === null) return;
      this.set({ state: 'reached' }, workers.reached);
      this.set({ state: 'unreached' }, workers.unreached.length);
    },
  });
}
