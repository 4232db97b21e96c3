/** What a load process is told to do. All of it is plain data, since it goes from one process to another. */
export interface LoadJob {
  readonly scenario: LoadScenario;
  /** Of one or more nodes on loopback; connections are spread over them. */
  readonly ports: readonly number[];
  readonly connections: number;
  readonly milliseconds: number;
  /** The load ends before its time when so many requests were answered. */
  readonly mostRequests?: number;
  /** Requests are asked evenly and no faster than this; where it is absent, each connection asks as soon as it is answered. */
  readonly perSecond?: number;
  /** The number of the first request of the scenario; 0 where it is absent. */
  readonly first?: number;
}

/** A person n is `user:n`, as `seedSite` makes them; `directs` of the conversations between them are there already. */
export interface SeededSite {
  readonly cloudId: string;
  readonly people: number;
  readonly directs: number;
}

/** Tokens are used one after the other, and from the beginning again. */
interface AsPeople {
  readonly site: SeededSite;
  readonly tokens: readonly string[];
}

export type LoadScenario =
  | { readonly kind: 'empty'; readonly path: string }
  | ({ readonly kind: 'send-spread' | 'history' | 'list' | 'mix' } & AsPeople)
  | ({ readonly kind: 'send-hot'; readonly conversationId: string; readonly members: readonly string[] } & AsPeople)
  | ({ readonly kind: 'get'; readonly paths: readonly string[]; readonly asApp: boolean } & AsPeople)
  | { readonly kind: 'xmpp-send' }
  | { readonly kind: 'token'; readonly clientId: string; readonly clientSecret: string };

/** Times are milliseconds, CPU is microseconds of the load process itself. */
export interface LoadResult {
  readonly count: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
  /** Answers that something was made: 201. */
  readonly made: number;
  /** Answers with another status than the scenario expects, by status. */
  readonly refused: Readonly<Record<string, number>>;
}
