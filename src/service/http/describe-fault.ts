import { AppError } from '../conversation/app-error';

/** What was thrown on purpose, with nothing behind it, is no fault: the line of its request says all. */
export function isFault(thrown: unknown): boolean {
  return !(thrown instanceof AppError) || thrown.cause !== undefined;
}

/** An error for the log: where it was thrown and of what kind, without its message, which may quote what people wrote. */
export interface Fault {
  readonly type: string;
  readonly code?: string;
  readonly stack: readonly string[];
  readonly cause?: Fault;
}

export function describeFault(thrown: unknown): Fault {
  if (!(thrown instanceof Error)) return { type: typeof thrown, stack: [] };
  const code: unknown = 'code' in thrown ? thrown.code : undefined;
  return {
    type: thrown.name,
    ...(typeof code === 'string' && /^\w{1,64}$/.test(code) ? { code } : {}),
    stack: readFrames(thrown.stack ?? ''),
    ...(thrown.cause === undefined ? {} : { cause: describeFault(thrown.cause) }),
  };
}

function readFrames(stack: string): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+(:\d+:\d+\)?|\(<anonymous>\))$/.test(line))
    .slice(0, 12);
}
