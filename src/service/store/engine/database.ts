/** SQL under a name. The name is unique and stands for the text, so that an engine may keep it prepared. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export type Parameter = string | number | boolean | Date | Uint8Array | readonly (string | null)[] | null;

export interface Queries {
  query<Row>(statement: Statement, parameters: readonly Parameter[]): Promise<Row[]>;
}

export interface Transaction extends Queries {
  /**
   * Lets statements of this transaction go along with what follows, the commit included: nobody waits for their answers,
   * and where one fails, the transaction fails with its error. An engine answers its statements in the order in which
   * they were asked, so that several may be asked at once.
   */
  goAlong(work: Promise<unknown>): void;
  /** Several statements without parameters, as a migration holds them. */
  run(script: string): Promise<void>;
}

export interface TransactionLimits {
  /** Milliseconds for which its statements wait for a lock, where that is not what the engine's connections have. */
  readonly lockWithin?: number;
  /** Its statements take the time that they take, on every server: they move or change whole tables. */
  readonly isUnhurried?: boolean;
}

/** `embedded`: PGlite in this process. */
export type StoreKind = 'embedded' | 'postgresql';

/** The connections of this process to its server, and the requests that wait for one. */
export interface Connections {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}

/**
 * All that the statements need of an engine: PGlite, or a PostgreSQL server behind the same text.
 * `uuid` and `text` come back as strings, `timestamptz` as Date, `json` parsed, `bytea` as bytes, `text[]` as an array,
 * and `bigint`, as counts are, as a number. An engine that is lost, closed or too slow throws `StoreUnavailable`;
 * anything else is the engine's own error with its SQLSTATE.
 */
export interface Database extends Queries {
  readonly kind: StoreKind;
  /** The work may run more than once: again after a conflict with others, which undid all of it. */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>, limits?: TransactionLimits): Promise<Result>;
  /** Null where the engine is within this process. */
  connections(): Connections | null;
  /**
   * After words were taken away: writes the files anew without them, where the engine is within this process, which
   * answers nobody meanwhile (0.5 s for 100,000 messages). A server does it by itself, when it finds the time.
   */
  clearTraces(): Promise<void>;
  close(): Promise<void>;
}
