import type { ErrorDetail } from '../../contract/error-body';
import type { ErrorWord } from '../../contract/errors';

export interface AppErrorOptions {
  /** For the log only. */
  readonly cause?: unknown;
  readonly details?: readonly ErrorDetail[];
  /** Seconds after which it is worth asking again. */
  readonly retryAfter?: number;
}

/**
 * A refusal. `code` is a word of the contract's table, `message` a sentence for people: it never holds what was sent.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly details: readonly ErrorDetail[] | undefined;
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ErrorWord,
    message: string,
    options: AppErrorOptions = {},
  ) {
    super(message, { cause: options.cause });
    this.details = options.details;
    this.retryAfter = options.retryAfter;
  }
}

/** The refusal of one field of a request, for one reason. */
export function refuseField(field: string, rule: string): AppError {
  return new AppError('invalid_request', `The request is not valid: ${field} ${rule}`, { details: [{ field, rule }] });
}
