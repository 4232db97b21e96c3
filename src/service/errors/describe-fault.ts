import { AppError } from './app-error';
import { StoreUnavailable } from './store-unavailable';

/** What was thrown on purpose, with nothing behind it, is no fault: the line of its request says all. */
export function isFault(thrown: unknown): boolean {
  return !(thrown instanceof AppError) || thrown.cause !== undefined;
}

/**
 * An error for the log: where it was thrown and of what kind, without its message, which may quote what people wrote.
 * `code` is its own, or of the nearest cause that has one: the system's, Node's or a SQLSTATE.
 */
export interface Fault {
  readonly type: string;
  readonly code?: string;
  /** Absent where the place says nothing: a store that is away is so for every statement. */
  readonly stack?: readonly string[];
  readonly cause?: Fault;
}

export function describeFault(thrown: unknown): Fault {
  if (!(thrown instanceof Error)) return { type: typeof thrown };
  const code = findCode(thrown);
  const kind = { type: thrown.name, ...(code === null ? {} : { code }) };
  if (thrown instanceof StoreUnavailable) return kind;
  return {
    ...kind,
    stack: readFrames(thrown.stack ?? ''),
    ...(thrown.cause === undefined ? {} : { cause: describeFault(thrown.cause) }),
  };
}

function findCode(thrown: unknown): string | null {
  if (typeof thrown !== 'object' || thrown === null) return null;
  const code: unknown = Reflect.get(thrown, 'code');
  if (typeof code === 'string' && /^\w{1,64}$/.test(code)) return code;
  return findCode(Reflect.get(thrown, 'cause'));
}

function readFrames(stack: string): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+(:\d+:\d+\)?|\(<anonymous>\))$/.test(line))
    .slice(0, 12);
}
