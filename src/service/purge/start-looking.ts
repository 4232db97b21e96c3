export interface LookLog {
  info(what: Readonly<Record<string, unknown>>, message: string): void;
  warn(what: Readonly<Record<string, unknown>>, message: string): void;
}

/** Looks now and then, for as long as the service runs. */
export interface Looking {
  /** Looks at once; does nothing while a look is under way. */
  look(): Promise<void>;
  /** Resolves when a batch that is under way is committed. */
  close(): Promise<void>;
}

export interface LookParts {
  /** One look. It ends early, at the end of a batch, once `isClosed` says so. */
  readonly work: (isClosed: () => boolean) => Promise<void>;
  readonly log: LookLog;
  /** What is logged, with the name of the error, where a look fails; the next one, or another node, goes on. */
  readonly failure: string;
  /** Milliseconds between two looks. */
  readonly every?: number;
}

const lookEvery = 5 * 60 * 1000;

export function startLooking({ work, log, failure, every = lookEvery }: LookParts): Looking {
  let looking: Promise<void> | null = null;
  let isClosed = false;
  const lookOnce = async () => {
    try {
      await work(() => isClosed);
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, failure);
    }
  };
  const look = () => {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  };
  const timer = setInterval(() => void look(), every);
  timer.unref();
  return {
    look,
    close: async () => {
      isClosed = true;
      clearInterval(timer);
      await looking;
    },
  };
}
